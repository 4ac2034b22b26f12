"""The language of the screens: Vietnamese in the source, English from a table; no widget here."""

from pathlib import Path
from typing import ClassVar

VIETNAMESE, ENGLISH = "vi", "en"


class _Chosen:
    """The language now spoken: one for the whole window, which is rebuilt when it changes."""

    name = VIETNAMESE
    table: ClassVar[dict[str, str]] = {}


def speak(name: str, folder: Path) -> None:
    """Choose the language; `folder` holds en.json, a flat table Vietnamese -> English."""
    if name not in (VIETNAMESE, ENGLISH):
        raise ValueError(f"no such language: {name}")
    table: dict[str, str] = {}
    if name == ENGLISH:
        import json  # noqa: PLC0415 -- the Vietnamese desk starts without it

        table = json.loads((folder / "en.json").read_text(encoding="utf-8"))
    _Chosen.name, _Chosen.table = name, table


def spoken() -> str:
    """The language now spoken, "vi" or "en"."""
    return _Chosen.name


def tr(text: str) -> str:
    """The text in the language now spoken; a text without a translation stays Vietnamese."""
    return _Chosen.table.get(text, text)


def later(text: str) -> str:
    """Mark a text of a declared table as one to translate when it is shown, not when it is read."""
    return text
