"""What happens on *Kết quả chờ dân*: the longest waiting first, a text to copy for each."""

from PySide6.QtWidgets import QApplication

from onestop_desktop.application.pages import DossierRow
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.piles.kinds import days_waiting, is_ready
from onestop_desktop.desktop.piles.presenter import Pile, PilePresenter
from onestop_desktop.desktop.piles.view import PileView


def _below(row: DossierRow, desk: Desk) -> str:
    days = days_waiting(row, desk)
    waits = tr("chờ {n} ngày").format(n=days) if days else tr("xong hôm nay")
    return f"{waits} · {row.phone}" if row.phone else waits


MESSAGE = (
    "{desk}: hồ sơ {code} ({procedure}) đã có kết quả. Mời {name} đến nhận trong giờ làm việc, "
    "mang theo giấy tiếp nhận. Điện thoại: {phone}."
)
"""To the citizen, in his language whatever the screen speaks."""


def message_of(row: DossierRow, desk: Desk) -> str:
    """What may be sent to the citizen: no number, no address."""
    agency = desk.view.agency if desk.view else None
    return MESSAGE.format(
        desk=agency.desk_name if agency else "",
        code=row.code,
        procedure=row.procedure_name,
        name=row.applicant,
        phone=agency.phone if agency else "",
    )


def build(desk: Desk) -> PileView:
    """The waiting results with their presenter."""
    view = PileView(
        tr("Kết quả chờ dân"),
        tr("chờ lâu nhất ở trên"),
        "copy_message",
        ("to_return",),
        empty=tr("Không có kết quả nào chờ dân đến nhận."),
    )
    pile = Pile(is_ready, _below, tr("Chép lời nhắn"), {})
    PilePresenter(desk, view, pile, by=lambda row: row.settled_at)

    def act(action: str, codes: tuple[str, ...]) -> None:
        if action == "to_return":
            desk.return_result(view.table.selected_key())
            return
        rows = {row.code: row for row in desk.open_dossiers.rows()}
        words = [message_of(rows[code], desk) for code in codes if code in rows]
        QApplication.clipboard().setText("\n".join(words))
        desk.told.emit(tr("Đã chép lời nhắn"), tr("{n} hồ sơ").format(n=len(words)))

    view.acted.connect(act)
    return view
