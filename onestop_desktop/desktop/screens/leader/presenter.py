"""What happens on *Lãnh đạo duyệt*: the proposals settled, many at once with their true count."""

from onestop_desktop.application.pages import DossierRow
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.piles.kinds import is_before_leader, own_reception
from onestop_desktop.desktop.piles.presenter import Pile, PilePresenter
from onestop_desktop.desktop.piles.view import PileView
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import local, read_moment


def _below(row: DossierRow, desk: Desk) -> str:
    if own_reception(row, desk):
        return _locked(row, desk)
    return tr("trình {when}").format(when=f"{local(read_moment(row.proposed_at)):%H:%M %d/%m}")


def _locked(row: DossierRow, desk: Desk) -> str:
    return tr("bạn đã tiếp nhận, không tự duyệt") if own_reception(row, desk) else ""


def build(desk: Desk) -> PileView:
    """The leader's page with its presenter."""
    view = PileView(
        tr("Lãnh đạo duyệt"),
        tr("nguy cơ cao nhất ở trên"),
        "settle",
        ("send_back", "refuse", "settle_one"),
        empty=tr("Không có hồ sơ nào chờ duyệt."),
    )
    pile = Pile(
        is_before_leader,
        _below,
        tr("Giải quyết {n} hồ sơ"),
        {
            "settle": Step.SETTLE,
            "settle_one": Step.SETTLE,
            "send_back": Step.SEND_BACK,
            "refuse": Step.REFUSE,
        },
        locked=_locked,
        at_once=frozenset({"settle"}),
    )
    PilePresenter(desk, view, pile)
    return view
