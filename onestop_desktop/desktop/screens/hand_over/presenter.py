"""What happens on *Bàn giao*: ticks by hand or scan, given to one receiver, or accepted."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from onestop_desktop.application.print_list import PrintList
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.dossier_rows import holder_words
from onestop_desktop.desktop.flow import PRINT, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.piles.kinds import is_on_its_way, is_result_to_give, is_to_give
from onestop_desktop.desktop.piles.presenter import Pile, PilePresenter
from onestop_desktop.desktop.piles.view import PileView
from onestop_desktop.desktop.widgets.chips import Chip, Chips
from onestop_desktop.desktop.widgets.fields import Field, filled
from onestop_desktop.desktop.widgets.layouts import wide_first
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.lifecycle import Step


def build(desk: Desk) -> PileView:
    """The hand-over's page with its presenter."""
    chips = Chips(
        tr("Lọc"),
        (
            Chip("give", "none", tr("Giao đi")),
            Chip("results", "check", tr("Kết quả"), "ready"),
            Chip("take", "none", tr("Nhận về")),
        ),
    )
    to, shelf = Field(tr("Bàn giao cho")), Field(tr("Ô để hồ sơ"), width=120)
    inputs = QWidget()
    inputs.setLayout(wide_first(to, shelf))
    inputs.setFocusProxy(to)
    view = PileView(
        tr("Bàn giao"),
        tr("quét phiếu hoặc Space để chọn"),
        "give",
        ("accept", "print_list"),
        empty=tr("Không có hồ sơ nào để bàn giao ở đây."),
        free=("print_list",),
        inputs=inputs,
        chips=chips,
    )

    def facts(action: str) -> dict[str, str]:
        given = {"shelf": shelf.text()}
        return given if action == "accept" else {"to": to.text(), **given}

    pile = Pile(
        lambda row, desk: KINDS[chips.value()](row, desk),
        lambda row, _desk: holder_words(row),
        tr("Bàn giao {n} hồ sơ"),
        {"give": Step.HAND_OVER, "accept": Step.ACCEPT},
        facts=facts,
        ready=lambda action: action != "give" or filled(to),
        at_once=frozenset({"give", "accept"}),
    )
    presenter = PilePresenter(desk, view, pile)
    _HandingOver(desk, view, presenter, chips)
    return view


KINDS = {"give": is_to_give, "results": is_result_to_give, "take": is_on_its_way}


class _HandingOver(QObject):
    """What hand-over has beside a pile: its directions, ticks by scan, the sheet of the last pile."""

    def __init__(
        self,
        desk: Desk,
        view: PileView,
        presenter: PilePresenter,
        chips: Chips,
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._presenter = desk, view, presenter
        self._chips = chips
        self._given: tuple[str, ...] = ()
        chips.chosen.connect(self._turned)
        desk.open_dossiers.changed.connect(self._count)
        desk.step_taken.connect(self._taken)
        view.acted.connect(self._acted)
        self._turned()

    def _turned(self, _key: str = "") -> None:
        # What is on its way is accepted, by its own button.
        self._view.primary.setVisible(self._chips.value() != "take")
        self._presenter.read_again()
        self._count()

    def _count(self) -> None:
        rows = self._desk.open_dossiers.rows()
        self._chips.show_counts(
            {name: sum(wanted(row, self._desk) for row in rows) for name, wanted in KINDS.items()}
        )

    def _taken(self, step: Step, codes: tuple[str, ...]) -> None:
        if step is Step.HAND_OVER and self._view.isVisible():
            self._given = codes

    def _acted(self, action: str, _codes: tuple[str, ...]) -> None:
        if action == "print_list":
            self._desk.start(self._print(), self._view)

    def _print(self) -> Flow:
        """The one sheet of the pile handed over last."""
        desk, codes = self._desk, self._given
        if not codes:
            desk.told.emit(
                tr("Chưa bàn giao gì"), tr("Bàn giao trước, rồi in một phiếu cho cả tập.")
            )
            return
        order = PrintList(codes, desk.officer, desk.workstation.counter)
        try:
            yield Work(lambda: desk.services.print_list(order, desk.printer()), PRINT)
        except CodedError as error:
            desk.warned.emit(tr("Chưa in được"), desk.sentence(error))
            return
        desk.told.emit(tr("Đã gửi máy in"), tr("{n} hồ sơ").format(n=len(codes)))
