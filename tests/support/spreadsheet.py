"""Looking at an XLSX as another program does: its cells by kind, its frozen rows, its parts."""

import re
from io import BytesIO
from xml.etree import ElementTree as Xml
from zipfile import ZipFile

_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Cell = tuple[str, str]
"""(kind, value): kind is "text", "number" or "formula"."""


def sheet(xlsx: bytes) -> Xml.Element:
    """The one sheet of a workbook."""
    with ZipFile(BytesIO(xlsx)) as parts:
        found: Xml.Element = Xml.fromstring(parts.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    return found


def rows(xlsx: bytes) -> list[dict[str, Cell]]:
    """Each row's cells by column letter; blank ones left out."""
    return [
        {
            re.sub(r"\d", "", cell.attrib["r"]): _cell(cell)
            for cell in row.iter(f"{_SPACE}c")
            if len(cell)
        }
        for row in sheet(xlsx).iter(f"{_SPACE}row")
    ]


def texts(row: dict[str, Cell]) -> list[str]:
    """The values of a row in their order."""
    return [value for _, value in row.values()]


def frozen_rows(xlsx: bytes) -> int:
    """How many rows stay in sight."""
    pane = next(sheet(xlsx).iter(f"{_SPACE}pane"))
    return int(pane.attrib["ySplit"])


def _cell(cell: Xml.Element) -> Cell:
    if cell.find(f"{_SPACE}f") is not None:
        return ("formula", "".join(cell.itertext()))
    kind = "text" if cell.attrib.get("t") in ("inlineStr", "s") else "number"
    return (kind, "".join(cell.itertext()))
