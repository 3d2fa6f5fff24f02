"""Checklists in Markdown, and everything that is published from them.

The way through: `content` reads the Markdown by line and finds what must be mended,
`markdown` renders pages and reads their checklists, `project` gathers them into one frozen
value of `model`, `site` makes files of it with `files` and `addresses`. Which room may use
which stands in pyproject.toml. Nothing here knows which site generator runs.
"""
