"""Prints an address to PDF with WebKit: `webkit_print.py ADDRESS FILE WIDTH HEIGHT [ID]`, in millimetres.

WebKit's driver cannot print, so this runs in the system's own Python, which has the bindings.
Where an id is given, that element is clicked before the page is printed.
"""

import sys
from pathlib import Path
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402 (the versions are chosen first)

# The view's own word that it has finished can come before the page's scripts have run.
WHEN_LOADED = """
if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done));
if (id) document.getElementById(id).click();
"""


def load(address: str, identity: str) -> Any:
    """A view of the address, in a profile of its own, where the element has been clicked."""
    view = WebKit2.WebView(web_context=WebKit2.WebContext.new_ephemeral())
    view.connect("load-changed", lambda _, event: event == WebKit2.LoadEvent.FINISHED and Gtk.main_quit())
    view.load_uri(address)
    Gtk.main()
    results: list[Any] = []

    def done(_: Any, result: Any) -> None:
        results.append(result)
        Gtk.main_quit()

    names = GLib.Variant("a{sv}", {"id": GLib.Variant("s", identity)})
    view.call_async_javascript_function(WHEN_LOADED, -1, names, None, None, None, done)
    Gtk.main()
    view.call_async_javascript_function_finish(results[0])
    return view


def print_to(view: Any, file: Path, width: float, height: float) -> None:
    """Print as the reader's dialog does on paper of that size, whatever the page asks for."""
    paper = Gtk.PageSetup()
    size = Gtk.PaperSize.new_custom("paper", "paper", width, height, Gtk.Unit.MM)
    paper.set_paper_size(size)
    for side in ("top", "right", "bottom", "left"):
        getattr(paper, f"set_{side}_margin")(14, Gtk.Unit.MM)
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, file.as_uri())
    printing = WebKit2.PrintOperation(web_view=view, page_setup=paper, print_settings=settings)
    failures: list[str] = []
    printing.connect("failed", lambda _, error: failures.append(error.message))
    printing.connect("finished", lambda _: Gtk.main_quit())
    printing.print_()
    Gtk.main()
    if failures:
        sys.exit(failures[0])


if __name__ == "__main__":
    address, file, width, height, *ids = sys.argv[1:]
    print_to(load(address, "".join(ids)), Path(file), float(width), float(height))
