"""The people of a small commune in window tests: who sits at the PC, what others did before."""

from onestop_desktop.application.receiving import ReceiveDossier
from onestop_desktop.application.stepping import TakeStep
from onestop_desktop.domain.lifecycle import Step
from tests.support.desk import plain_order
from tests.support.window import DeskWindow

HUONG, QUY, THUONG = "Vũ Thị Hường", "Đỗ Văn Nam", "Lưu Đình Minh"
"""At the desk, specialist, leader."""


def sit_down(desk: DeskWindow, officer: str) -> None:
    """Another officer at this PC, as the settings would make it."""
    desk.application.desk.keep_workstation(officer=officer)
    desk.rest()


def received(desk: DeskWindow, *names: str) -> list[str]:
    """Dossiers received beside the window, by Hường; their codes."""
    orders = [ReceiveDossier(plain_order(name=name), HUONG) for name in names]
    return [desk.services.receive_dossier(order).dossier.code for order in orders]


def take(desk: DeskWindow, code: str, step: Step, officer: str = HUONG, **facts: object) -> None:
    """A step taken beside the window."""
    desk.services.take_step(TakeStep(code, step, facts, officer))


def proposed(desk: DeskWindow, *names: str) -> list[str]:
    """Received by Hường, worked on by Quỹ, before the leader."""
    codes = received(desk, *names)
    for code in codes:
        take(desk, code, Step.HAND_OVER, to="Tư pháp")
        take(desk, code, Step.ACCEPT, QUY)
        take(desk, code, Step.PROPOSE, QUY, decision="Đủ điều kiện.")
    return codes


def settled(desk: DeskWindow, *names: str) -> list[str]:
    """Settled by the leader, on the shelf."""
    codes = proposed(desk, *names)
    for number, code in enumerate(codes, start=1):
        take(desk, code, Step.SETTLE, THUONG, result_no=f"{number}/2026", shelf=f"A{number}")
    return codes


def state(desk: DeskWindow, code: str) -> str:
    """The state of a dossier in the store."""
    return desk.services.show_dossier(code).dossier.state.value
