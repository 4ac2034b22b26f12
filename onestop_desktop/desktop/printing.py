"""The one flow that prints: away from the window, failing in a sentence, never losing a dossier."""

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.print_form import Printed, PrintForm
from onestop_desktop.application.print_notice import NoticePrinted, PrintNotice
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import PRINT, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.slips import RECEIPT

PAPER_WIDTHS = {"A4L": 842.0, "A4": 595.0, "A5": 420.0, "K80": 227.0}
"""Points across each sheet, for pictures as wide as their room."""


def print_flow(desk: Desk, code: str, *, provisional: bool = True, form: str = RECEIPT) -> Flow:
    """Print a form of a dossier, its slip by default, on this PC's printer and say what came of it."""
    order = print_order(desk, code, provisional=provisional, form=form)
    try:
        printed: Printed = yield Work(
            lambda: desk.services.print_form(order, desk.printer()), PRINT
        )
    except CodedError as error:
        # The dossier stands; the sentence says so and how to print again.
        desk.announce(Changes.DOSSIER)
        words = desk.sentence(error)
        if form != RECEIPT:
            words = f"{tr('In lại: trang hồ sơ, Alt+P, mẫu {form}.').format(form=form)} {words}"
        desk.warned.emit(tr("Chưa in được"), words)
        return
    desk.announce(printed.changes)
    if form != RECEIPT:
        return  # the step that made it has said so, with its undo
    desk.told.emit(tr("Đã gửi máy in"), f"{code} · {_mark(printed.copy)}")


def notice_flow(desk: Desk, entry: int) -> Flow:
    """Print the notice without a dossier that this entry made, and say what came of it."""
    order = PrintNotice(entry, desk.officer, desk.workstation.counter)
    try:
        printed: NoticePrinted = yield Work(
            lambda: desk.services.print_notice(order, desk.printer()), PRINT
        )
    except CodedError as error:
        desk.warned.emit(tr("Chưa in được"), desk.sentence(error))
        return
    number = tr("Mẫu {form}, số {n}").format(form=printed.form, n=printed.number)
    told = f"{number} · {_mark(printed.copy)}" if printed.copy else number
    desk.told.emit(tr("Đã gửi máy in"), told)


def _mark(copy: int) -> str:
    return tr("bản in lại {n}").format(n=copy) if copy else tr("bản đầu")


def print_order(
    desk: Desk, code: str, *, provisional: bool = False, form: str = RECEIPT
) -> PrintForm:
    """The order of a print; a slip comes on this PC's paper, other forms on their usual sheet."""
    return PrintForm(
        code=code,
        officer=desk.officer,
        form=form,
        size=desk.workstation.paper if form == RECEIPT else "",
        provisional=provisional,
        workstation=desk.workstation.counter,
    )
