"""Tables with real headers in both directions, and each cell with its column's name, for screens that
are too narrow for columns."""

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor


class Tables(Treeprocessor):
    """Goes through the tables of a page. The first cell of a row is its header."""

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            columns = [name_column(cell) for cell in table.iterfind("thead/tr/th")]
            for row in table.iterfind("tbody/tr"):
                name_cells(row, columns)


def name_column(cell: Element) -> str:
    """Makes the cell a column's header; gives its words."""
    cell.set("scope", "col")
    return "".join(cell.itertext()).strip()


def name_cells(row: Element, columns: list[str]) -> None:
    """Makes the first cell the row's header; the others say what column they stand in."""
    first, *rest = row
    first.tag = "th"
    first.set("scope", "row")
    for cell, column in zip(rest, columns[1:], strict=False):
        cell.set("data-column", column if column.endswith("?") else f"{column}:")
