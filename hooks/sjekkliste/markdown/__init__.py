"""From Markdown to HTML and to frozen values, with Python-Markdown."""
