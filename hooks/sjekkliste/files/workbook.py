"""Workbooks, as templates/files/workbooks/ has them: HTML in which each table is a sheet.

    <table title="Tidsplan" freeze="B9" filter="A8:L42" protected>
    <col width="36"><col width="12" hidden>
    <tr repeated lines="2"><td class="fixed">…</td><td class="computed" value="…">=A1+1</td></tr>
    <rule cells="B9:B20">{"validate": …}</rule>
    <name cells="$B$8:$K$78">fridager</name>
    </table>

A cell looks as the style that it has for a class, and without one it is none. What is computed is a formula,
which may stand on several lines, and shows its `value` until a program computes it. All else is text, also
where it looks like a formula, a number or an address. A row is as high as its text, or as its `lines`: not
every program sees to that. One that is `repeated` is printed on every page. What is protected has no
password: it keeps formulas from being written over by a slip. A rule is what XlsxWriter's data_validation
takes.

The same guide gives the same bytes: nothing here asks the clock.
"""

import json
from collections.abc import Mapping
from datetime import datetime, time
from io import BytesIO
from textwrap import wrap
from typing import Any

from jinja2 import Environment
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ..model.guide import Guide
from ..model.page_html import Element, parse, words
from ..texts import TEXTS, long_date, trust

A4 = 9
LINE_HEIGHT = 15
# How many letters there are to a digit, which the widths are counted in.
LETTERS = 1.15
GREY, YELLOW = {"bg_color": "#E7E6E6"}, {"bg_color": "#FFF2CC"}
WRAPPED = {"valign": "top", "text_wrap": True}
# As text, what is typed stays as it was typed, also if it begins with "=".
CELL = {**WRAPPED, "border": 1, "border_color": "#808080", "num_format": "@"}
# Where one writes also on a sheet whose formulas are protected.
OPEN = {"locked": False}
# All that spoils no formula.
ALLOWED = dict.fromkeys(("format_cells", "format_columns", "format_rows", "sort", "autofilter"), True)
DAY = {"num_format": "dd.mm.yyyy", "align": "left"}
NUMBER = {"num_format": "0", "align": "left"}
LINK = {"font_color": "#0563C1", "underline": 1}
STYLES: dict[str, dict[str, Any]] = {
    "plain": WRAPPED,
    "line": {},
    "title": {"bold": True, "font_size": 16},
    "header": {**CELL, **GREY, "bold": True},
    "fixed": {**CELL, **GREY},
    "entered": {**CELL, **OPEN},
    "date": {**CELL, **DAY, **OPEN},
    "number": {**CELL, **NUMBER, **OPEN},
    "computed": {**CELL, **GREY, **DAY},
    "computed-bold": {**CELL, **GREY, **DAY, "bold": True},
    "year": {**CELL, **GREY, **NUMBER},
    # Where something is typed among what is computed.
    "input-header": {**CELL, **YELLOW, "bold": True, **OPEN},
    "input-date": {**CELL, **DAY, **YELLOW, **OPEN},
    "source": {**CELL, **GREY, **LINK},
    "link": {**WRAPPED, **LINK},
}
COMPUTED = ("computed", "computed-bold", "year")


class Page(Worksheet):
    """A sheet whose rows grow when somebody writes more in them; the library fixes every height."""

    def _xml_start_tag_unencoded(self, tag: str, attributes: list[tuple[str, object]]) -> None:
        super()._xml_start_tag_unencoded(tag, [one for one in attributes if one[0] != "customHeight"])


def workbook(name: str, title: str, guide: Guide, env: Environment, **values: object) -> bytes:
    """The workbook that the template of this name makes of the guide and the values."""
    template = env.get_template(f"workbooks/{name}.html")
    body = parse(template.render({"checklists": (), **values}, guide=guide, name=name, title=title))
    buffer = BytesIO()
    file = Workbook(buffer, {"in_memory": True})
    created, comments = datetime.combine(guide.checked, time()), trust(guide.settings, guide.checked)
    file.set_properties({"title": title, "created": created, "comments": comments})
    styles = {style: file.add_format(look) for style, look in STYLES.items()}
    for table in body.iter("table"):
        page = file.add_worksheet(table.get("title"), Page)
        if "hidden" in table.attrib:
            page.hide()
        else:
            set_up_print(page, title, guide)
        lay_out(page, table)
        add_rows(page, table, styles)
        for rule in table.iter("rule"):
            page.data_validation(rule.get("cells"), json.loads(words(rule)))
        for called in table.iter("name"):
            file.define_name(called.text, f"='{page.name}'!{called.get('cells')}")
    file.close()
    return buffer.getvalue()


def titled_workbook(name: str, guide: Guide, env: Environment) -> bytes:
    """The workbook of this name that is the same for all phases."""
    return workbook(name, TEXTS["files"][f"{name}.xlsx"]["title"], guide, env)


def set_up_print(page: Any, title: str, guide: Guide) -> None:
    """A4 landscape, as wide as the paper, with page numbers."""
    page.set_landscape()
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    side, of = TEXTS["sheets"]["page"]
    age = TEXTS["trust"]["checked"].format(date=long_date(guide.checked))
    # As large as it says, however much the sheet shrinks to fit the paper.
    as_it_is = {"scale_with_doc": False}
    # Where & begins a code. ECMA-376-1, 18.3.1.46
    escaped = title.replace("&", "&&")
    page.set_header(f"&L&8{escaped} · {TEXTS['sheets']['subject']} · &A", as_it_is)
    page.set_footer(f"&L&8{age}\n{TEXTS['sheets']['running']}&R&8{side} &P {of} &N", as_it_is)


def lay_out(page: Any, table: Element) -> None:
    """The columns' widths in characters, what stays in sight, what is filtered and what is locked."""
    for place, column in enumerate(table.iter("col")):
        page.set_column(place, place, float(column.get("width")), None, {"hidden": "hidden" in column.attrib})
    if first := table.get("freeze"):
        page.freeze_panes(first)
    if filtered := table.get("filter"):
        page.autofilter(filtered)
    if "protected" in table.attrib:
        page.protect("", ALLOWED)


def add_rows(page: Any, table: Element, styles: Mapping[str, Format]) -> None:
    """Each row with its cells."""
    widths = [float(column.get("width")) for column in table.iter("col")]
    for row, line in enumerate(table.iter("tr")):
        lines = float(line.get("lines", "1"))
        for column, cell in enumerate(line.iter("td")):
            style = cell.get("class", "")
            if style:
                add_cell(page, row, column, cell, styles[style])
            if STYLES.get(style, {}).get("text_wrap") and style not in COMPUTED:
                lines = max(lines, len(wrap(words(cell), int(widths[column] * LETTERS))))
        if "hidden" in line.attrib:
            page.set_row(row, None, None, {"hidden": True})
        elif lines > 1:
            page.set_row(row, lines * LINE_HEIGHT)
        if "repeated" in line.attrib:
            page.repeat_rows(row)


def add_cell(page: Any, row: int, column: int, cell: Element, look: Format) -> None:
    """One cell, of the kind that its style and its content say."""
    style, text = cell.get("class"), words(cell)
    link = cell.find("a")
    if link is not None:
        page.write_url(row, column, link.get("href"), look, text)
    elif style in COMPUTED:
        formula = "".join(map(str.strip, text.splitlines()))
        page.write_formula(row, column, formula, look, cell.get("value", ""))
    elif style == "number" and text:
        page.write_number(row, column, int(text), look)
    elif text:
        page.write_string(row, column, text, look)
    else:
        page.write_blank(row, column, None, look)
