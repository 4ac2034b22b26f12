"""Which form is drawn by which function: one file a form, registered by its number."""

import importlib
from collections.abc import Callable
from typing import Any

Draw = Callable[..., bytes]
_DRAWERS: dict[str, Draw] = {}
_MODULES = {
    "01": "receipt",
    "02": "supplement",
    "03": "refusal",
    "04": "apology",
    "05": "stop",
    "06": "control",
    "07": "tracking",
    "hand_over": "hand_over",
    "book": "book",
    "book_closing": "book",
    "statement": "statement",
    "cash": "statement",
    "guide": "guidance",
    "day_sheet": "day_sheet",
    "board": "board",
    "check": "check_report",
    "recovery": "recovery",
    "ticket": "ticket",
    "province_behind": "behind",
    "lookup_poster": "lookup_poster",
}
"""Where a form's file is; loaded when the form is first drawn, never before the first paint."""


def form(number: str) -> Callable[[Draw], Draw]:
    """Register the decorated function as the one that draws a form."""

    def register(draw: Draw) -> Draw:
        _DRAWERS[number] = draw
        return draw

    return register


def draw_form(number: str, facts: Any, **options: Any) -> bytes:
    """The PDF of a form from its frozen facts; equal facts give equal bytes."""
    if number not in _DRAWERS:
        importlib.import_module(f"onestop_desktop.forms.{_MODULES[number]}")
    return _DRAWERS[number](facts, **options)


def warm_up() -> None:
    """Load the receipt's modules and faces ahead of the first slip; a window does it after its paint."""
    importlib.import_module(f"onestop_desktop.forms.{_MODULES['01']}")
    importlib.import_module("onestop_desktop.forms.faces").register_faces()
