"""What happens on *Xử lý*: accept, ask for papers, propose to the leader."""

from onestop_desktop.application.pages import DossierRow
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.dossier_rows import holder_words
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.piles.kinds import is_at_work, is_mine
from onestop_desktop.desktop.piles.presenter import Pile, PilePresenter
from onestop_desktop.desktop.piles.view import PileView
from onestop_desktop.desktop.widgets.chips import Chip, Chips
from onestop_desktop.desktop.widgets.fields import filled
from onestop_desktop.desktop.widgets.text_box import TextBox
from onestop_desktop.domain.lifecycle import Step

USUAL = "Đủ điều kiện giải quyết."
"""What most proposals say; it goes on record, so it is never translated."""


def build(desk: Desk) -> PileView:
    """The specialist's page with its presenter."""
    chips = Chips(
        tr("Lọc"), (Chip("mine", "half", tr("Tôi đang giữ")), Chip("all", "none", tr("Tất cả")))
    )
    words = TextBox(tr("Nội dung đề xuất"), lines=2)
    words.set_text(USUAL)
    view = PileView(
        tr("Xử lý"),
        tr("sắp theo thời gian còn lại"),
        "propose",
        ("accept", "ask_supplement", "lengthen"),
        empty=tr("Không có hồ sơ nào chờ xử lý ở đây."),
        inputs=words,
        chips=chips,
    )

    def belongs(row: DossierRow, desk: Desk) -> bool:
        return is_at_work(row, desk) and (chips.value() == "all" or is_mine(row, desk))

    def facts(action: str) -> dict[str, str]:
        return {"decision": words.text()} if action == "propose" else {}

    pile = Pile(
        belongs,
        lambda row, _desk: holder_words(row),
        tr("Trình lãnh đạo {n} hồ sơ"),
        {
            "propose": Step.PROPOSE,
            "accept": Step.ACCEPT,
            "ask_supplement": Step.ASK_SUPPLEMENT,
            "lengthen": Step.LENGTHEN,
        },
        facts=facts,
        ready=lambda action: action != "propose" or filled(words),
        at_once=frozenset({"propose", "accept"}),
    )
    presenter = PilePresenter(desk, view, pile)
    chips.chosen.connect(lambda _key: presenter.read_again())
    desk.open_dossiers.changed.connect(
        lambda: chips.show_counts(_counts(desk.open_dossiers.rows(), desk))
    )
    return view


def _counts(rows: tuple[DossierRow, ...], desk: Desk) -> dict[str, int]:
    waiting = [row for row in rows if is_at_work(row, desk)]
    return {"all": len(waiting), "mine": sum(is_mine(row, desk) for row in waiting)}
