"""Which widget an order's field is, and how faults and odd values are shown there; it judges none of them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from onestop_desktop.desktop.widgets.fields import ERROR, Field

if TYPE_CHECKING:
    from onestop_desktop.desktop.screens.reception.view import ReceptionView

PROCEDURE, PAPERS = ("procedure", "case"), "papers"
_OTHER_NAMES = {"born_on": "born", "title": "titles", "items": "pages", "signed_by": "signer"}


def name_of(fault: str) -> str:
    """The window's name of an order's field: "applicant.born_on" is "born", "items.2.pages" is "pages"."""
    parts = [part for part in fault.split(".") if not part.isdigit()]
    if parts[0] in (PAPERS, *PROCEDURE):
        return parts[0]
    last = _OTHER_NAMES.get(parts[-1], parts[-1])
    if parts[0] == "proxy":
        return last if last == "authorisation" else f"proxy_{'name' if last == 'proxy' else last}"
    return last


def widget_of(view: "ReceptionView", fault: str) -> QWidget | None:
    """The widget to put the focus on for an order's field, None where it has none."""
    name = name_of(fault)
    if name == PAPERS:
        return view.papers.table
    if name in PROCEDURE:
        return view.procedure.box
    others: dict[str, QWidget] = {**view.texts, "exemption": view.fee.exemption.box}
    return others.get(name)


def show_faults(
    view: "ReceptionView", faults: Mapping[str, str], warnings: Mapping[str, str]
) -> bool:
    """Mark each field at fault with its sentence, each odd one with its warning, clear the rest;
    answer whether any sentence is shown.
    """
    wrong = {name_of(fault): words for fault, words in reversed(list(faults.items()))}
    odd = {name_of(fault): words for fault, words in warnings.items()}
    for name, field in view.texts.items():
        if name in wrong:
            field.show_error(wrong[name])
        elif name in odd:
            field.show_warning(odd[name])
        else:
            field.clear_fault()
    for field in view.texts.values():
        field.place_again()
    view.procedure.show_fault(next((wrong[name] for name in PROCEDURE if name in wrong), ""))
    if PAPERS in wrong:
        view.papers.head.show_verdict("late", wrong[PAPERS], "late")
    return any(field.fault() for field in view.texts.values())


def first_fault(view: "ReceptionView") -> QWidget | None:
    """The first widget at fault, from the top of the page."""
    fields = view.texts.values()
    applicant = [f for f in fields if f.fault() == ERROR and not view.fee.has(f)]
    if applicant:
        return applicant[0].edit
    if view.procedure.fault():
        return view.procedure.box
    if view.papers.head.verdict.mark() == "late":
        return view.papers.table
    below = [f for f in fields if f.fault() == ERROR]
    return below[0].edit if below else None


def first_empty(fields: Mapping[str, Field]) -> QWidget | None:
    """The first field that was left empty among those a reception usually has."""
    for name in ("identity", "name", "born", "address"):
        if not fields[name].text().strip():
            return fields[name].edit
    return None
