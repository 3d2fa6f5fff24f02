"""The MkDocs adapter: the only file here that knows MkDocs. See sjekkliste/__init__.py.

MkDocs keeps this folder on sys.path only while this file loads, so everything is
imported here and now.
"""

import os
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
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext
from watchdog.observers.polling import PollingObserver

from sjekkliste.content.overdue import reminders
from sjekkliste.engines.csp import with_csp
from sjekkliste.files.templates import environment
from sjekkliste.model.page_html import from_page, rooted
from sjekkliste.project import TEMPLATES, ContentError, make
from sjekkliste.site.assets import Assets, assets, carried, without_comments
from sjekkliste.site.cache import COMPILED, FOLDER, Cache, compiled
from sjekkliste.site.data import checklists_json
from sjekkliste.site.pages import Pages
from sjekkliste.site.publish import publish
from sjekkliste.site.search import INDEX, search_index

log = get_plugin_logger("sjekkliste")
# The lists, where the pages ask for them; everyone else has the address in data/.
LISTS = "assets/sjekklister.json"


class Build:
    """One build after another; each starts afresh in `on_config`."""

    serving = False

    def on_startup(self, *, command: str, **_: Any) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Makes the guide, or stops, naming every problem. While serving, the address is the server's."""
        self.root = Path(config.config_file_path).parent
        address = {"SITE_URL": config.site_url or "/"} if self.serving else {}
        try:
            self.project = make(self.root, {**os.environ, **address})
        except ContentError as error:
            raise PluginError(f"\n{error}") from None
        guide = self.project.guide
        # The pages are our own from the first tag: of the theme's 14,000 files none need be looked at.
        own, *_, mkdocs = config.theme.dirs
        config.theme.dirs = [own, mkdocs]
        for reminder in reminders(guide.facts.values(), guide.checked):
            log.info(reminder)
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Adds all that is made from the guide."""
        guide, self.compiled = self.project.guide, compiled(self.root / COMPILED)
        env = environment(self.root / TEMPLATES, self.compiled)
        data = {LISTS: checklists_json(guide), INDEX: search_index(guide)}
        cache = Cache(self.root / FOLDER)
        self.assets = Assets() if self.serving else assets(self.root, data, cache.get)
        if not self.serving:
            styles = (files.src_uris[str(name)].content_string for name in config.extra_css)
            config.extra["styles"] = without_comments("".join(styles))
        published = publish(guide, env, cache, self.assets)
        self.pages = Pages(guide, published, env)
        config.extra["not_found"] = self.pages.not_found()
        for path, content in {**published, **data, **dict(carried()), **self.assets.files}.items():
            files.append(File.generated(config, path, content=content))
        return files

    def on_page_markdown(self, markdown: str, page: Page, **_: Any) -> str:
        """The page is rendered already."""
        page.update_date = page.meta["kontrollert"].isoformat()
        return ""

    def on_page_content(self, html: str, page: Page, **_: Any) -> str:
        rendered = self.project.rendered[page.file.src_uri]
        page.toc = get_toc(rendered.headings)
        return rooted(rendered.html, partial(from_page, url=page.url))

    def on_env(self, env: Environment, **_: Any) -> Environment:
        env.bytecode_cache = self.compiled
        return env

    def on_page_context(self, context: TemplateContext, *, page: Page, **_: Any) -> TemplateContext:
        """Sets the page's text among what it shows of the guide. Nothing is escaped after this."""
        parts = self.pages.parts(page.url, page.content or "")
        page.content = parts.pop("content")
        page.meta.update(parts)
        return context

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
        return output if self.serving else with_csp(self.assets.named(output))

    def on_post_template(self, output_content: str, *, template_name: str, **_: Any) -> str:
        return self.on_post_page(output_content) if template_name.endswith(".html") else output_content


build = Build()
# MkDocs looks for functions in the file itself.
globals().update({name: getattr(build, name) for name in dir(build) if name.startswith("on_")})
