"""The MkDocs adapter: the only file here that knows MkDocs. See sjekkliste/__init__.py.

MkDocs keeps this folder on sys.path only while this file loads, so everything is
imported here and now.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserver

from sjekkliste.addresses.catalogue import catalogue
from sjekkliste.addresses.lost import lost
from sjekkliste.addresses.news import news
from sjekkliste.addresses.register import read_ledger
from sjekkliste.commands.overdue import reminders
from sjekkliste.content.blocks import BLOCKS
from sjekkliste.content.changes import change_addresses
from sjekkliste.content.check import check, compare, missing_templates
from sjekkliste.content.documents import document_id, is_document
from sjekkliste.content.facts import read_facts
from sjekkliste.content.pages import PageFile, read_pages
from sjekkliste.content.settings import page_order, read_settings
from sjekkliste.engines.csp import with_csp
from sjekkliste.files.formats import WRITERS, suffixes
from sjekkliste.files.sheets import sheet_ids, sheets
from sjekkliste.files.sizes import size
from sjekkliste.files.templates import Compiled, template_globals
from sjekkliste.markdown.extension import ChecklistExtension
from sjekkliste.model.guide import Checklist, Kind, Problem
from sjekkliste.model.page_html import from_page, rooted
from sjekkliste.project import gather
from sjekkliste.site.cache import FOLDER, Cache
from sjekkliste.site.more_files import MORE_FILES
from sjekkliste.site.publish import DATA_FILES, FEED, LINKS, makers, publish
from sjekkliste.site.scripts import without_comments
from sjekkliste.site.search import INDEX, extended

log = get_plugin_logger("sjekkliste")


def stop_on(problems: list[Problem]) -> None:
    """Stop the build, naming every problem."""
    if problems:
        raise PluginError("\n" + "\n".join(map(str, problems)))


class Build:
    """One build after another; each starts afresh in `on_config`."""

    serving = False
    compiled = Compiled()

    def on_startup(self, *, command: str, **_: Any) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        self.docs = Path(config.docs_dir)
        self.points, problems = read_facts(self.docs / "fakta")
        self.ledger, unread = read_ledger(self.docs / "register")
        stop_on([*problems, *unread])
        self.extension = ChecklistExtension(self.points, self.ledger.moves)
        self.pages: list[PageFile] = []
        self.found: dict[str, list[Checklist]] = {}
        self.bodies: dict[str, str] = {}
        config.markdown_extensions.append(self.extension)  # takes instances too
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Stops on bad content; registers the sheets and documents, so that pages may link to them.

        Templates in other languages than HTML would be copied to the site as they stand."""
        overrides = Path(config.theme.custom_dir or "").resolve()
        for file in [one for one in files if overrides / "files" in Path(one.abs_src_path or "").parents]:
            files.remove(file)
        self.pages = read_pages(self.docs)
        stop_on(check(self.pages, self.points, self.docs.name))
        stop_on(list(missing_templates(self.pages, overrides, self.docs.name)))
        ids = sheet_ids(self.written(), least=self.has_least())
        names = [f"{name}.{suffix}" for name in ids for suffix in suffixes(name)]
        names += [f"{document_id(one)}.{end}" for one in self.pages if is_document(one) for end in WRITERS]
        names += MORE_FILES
        for path in (*(f"utskrift/{name}" for name in names), *DATA_FILES, LINKS, FEED):
            files.append(File.generated(config, path, content=b""))
        if not self.serving:
            self.shorten_scripts(files, config)
        return files

    def has_least(self) -> bool:
        """Whether any item is among the least to do, known before anything is rendered."""
        blocks = [block for page in self.pages for block in page.source.blocks]
        return any(item.least for block in blocks for item in block.items)

    def shorten_scripts(self, files: Files, config: MkDocsConfig) -> None:
        """Readers get the scripts without their doc comments."""
        for file in files.javascript_files():
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=without_comments(file.content_string)))

    def written(self) -> Iterator[tuple[str, Kind, str]]:
        """Phase, kind and id of each block, known before anything is rendered."""
        for page in self.pages:
            for block in page.source.blocks:
                yield page.folder, BLOCKS[block.name], block.option("id")

    def on_page_markdown(self, markdown: str, page: Page, **_: Any) -> str:
        self.extension.begin(page.file.src_uri)
        page.update_date = page.meta["kontrollert"].isoformat()
        return markdown

    def on_page_content(self, html: str, page: Page, **_: Any) -> str:
        self.found[page.file.src_uri] = self.extension.checklists
        self.bodies[page.file.src_uri] = rooted(html, partial(from_page, url=page.url))
        return html

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Every page is rendered: publish, and let the templates see the guide."""
        stop_on(compare(self.pages, self.found))
        env.bytecode_cache = self.compiled
        file = Path(config.config_file_path)
        # While serving, the address is the server's.
        settings = replace(read_settings(file, os.environ), site_url=config.site_url or "/")
        guide = gather(
            settings, self.pages, self.found, page_order(file), self.points, self.bodies, self.ledger
        )
        self.guide = guide
        made = list(makers(guide))
        stop_on(lost(guide, made))
        templates, cache = Path(config.theme.custom_dir or ""), Cache(file.parent / FOLDER)
        published = publish(guide, templates, cache)
        env.globals["sizes"] = {path: size(path, content) for path, content in published.items()}
        for path, content in published.items():
            if known := files.get_file_from_path(path):
                files.remove(known)
            files.append(File.generated(config, path, content=content))
        for reminder in reminders(self.points.values(), guide.checked):
            log.info(reminder)
        told = change_addresses(self.pages)
        env.globals.update(
            template_globals(), guide=guide, sheets=sheets(guide), suffixes=suffixes, told=told
        )
        env.globals.update(links=catalogue(guide, made), news=news(guide, made))
        env.globals.update(document_formats=list(WRITERS), more_files=list(MORE_FILES))
        return env

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        """Looks for changes five times a second, not twice, so that a new text soon is on its sheet."""
        watched = (config.docs_dir, config.config_file_path)
        for path in watched:
            server.unwatch(path)
        server.observer = PollingObserver(timeout=0.2)
        for path in watched:
            server.watch(path)
        return server

    def on_post_page(self, output: str, **_: Any) -> str:
        """Adds the policy; not while serving, since the reload script comes in later."""
        return output if self.serving else with_csp(output)

    def on_post_template(self, output_content: str, *, template_name: str, **_: Any) -> str:
        return self.on_post_page(output_content) if template_name.endswith(".html") else output_content

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Runs after the theme's search has written its index, since hooks come after plugins."""
        index = Path(config.site_dir) / INDEX
        index.write_text(extended(index.read_text(encoding="utf-8"), self.guide), encoding="utf-8")


build = Build()
on_startup = build.on_startup
on_config = build.on_config
on_files = build.on_files
on_page_markdown = build.on_page_markdown
on_page_content = build.on_page_content
on_env = build.on_env
on_serve = build.on_serve
on_post_page = build.on_post_page
on_post_template = build.on_post_template
on_post_build = build.on_post_build
