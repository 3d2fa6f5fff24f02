"""A real nginx with our configuration, and the files for all servers."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sjekkliste import deploy

from ..project import ROOT, copy_project, move


def make_files(site: Path, folder: Path, own: str = "") -> Path:
    """The files for a site from whose register a page has moved; `own` may show it in a frame."""
    project = copy_project(folder)
    shutil.copytree(ROOT / "deploy", project / "deploy")
    move(project, "/om/flyttet/", "/om/veilederen/")
    table = project / "deploy" / "headers.yml"
    table.write_text(table.read_text(encoding="utf-8").replace("own: []", f"own: [{own}]"), encoding="utf-8")
    deploy.write(project, site, project / "deploy", "/")
    return project / "deploy"


@contextmanager
def nginx(site: Path, folder: Path, config: Path) -> Iterator[str]:
    """nginx with our configuration; only port and folder are set, as its first line says."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    text = config.read_text(encoding="utf-8")
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/sjekkliste", str(site))
    user = "user root;" if os.getuid() == 0 else ""
    main = folder / "main.conf"
    main.write_text(
        f"{user} pid {folder}/pid; error_log {folder}/error.log; events {{}}\n"
        f"http {{ access_log off;\n{text}}}\n",
        encoding="utf-8",
    )
    command = [shutil.which("nginx") or "/usr/sbin/nginx", "-e", f"{folder}/start.log", "-c", str(main)]
    subprocess.run(command, check=True)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        subprocess.run([*command, "-s", "quit"], check=True)
