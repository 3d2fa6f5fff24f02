"""Checklists in Markdown, and everything that is published from them.

The way through: `check` reads the Markdown by line and finds what must be mended,
`markdown_extension` renders pages and reads their checklists, `guide` gathers them into
one frozen value, `publish` makes files of it. Nothing here knows which site generator runs.
"""
