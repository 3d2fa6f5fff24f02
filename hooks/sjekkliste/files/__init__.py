"""Files to print and to fill in: sheets, documents and workbooks, in each format."""
