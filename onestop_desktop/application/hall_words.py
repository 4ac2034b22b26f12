"""Words of the hall for window, paper and command line: (Vietnamese, English)."""

from onestop_desktop.application.lookup_words import PLAIN_STAGES, plain_role, plain_state
from onestop_desktop.domain.lookup_facts import PublicDossier
from onestop_desktop.domain.moments import local, read_moment
from onestop_desktop.domain.tickets import Ticket, TicketState

_STATES: dict[TicketState, tuple[str, str]] = {
    TicketState.WAITING: ("đang chờ", "waiting"),
    TicketState.CALLED: ("đã gọi", "called"),
    TicketState.SERVED: ("đã phục vụ", "served"),
    TicketState.GONE: ("không có mặt", "did not come"),
}


def counts_words(ahead: int, language: str) -> str:
    """How many are called before a ticket."""
    if language == "en":
        return f"{ahead} before you" if ahead else "You are next"
    return f"Còn {ahead} người trước ông/bà" if ahead else "Ông/bà là người kế tiếp"


def nobody_words(language: str) -> str:
    """Nobody waits."""
    return "Nobody is waiting." if language == "en" else "Không còn ai chờ."


def ticket_words(ticket: Ticket, language: str) -> str:
    """One line of the day's list: number, taken at, state, counter, minutes waited, dossier."""
    parts = [ticket.name, f"{local(ticket.taken_at):%H:%M}"]
    parts.append(_STATES[ticket.state][language == "en"])
    if ticket.called_at:
        minutes = f"waited {ticket.waited} min" if language == "en" else f"chờ {ticket.waited} phút"
        parts += [ticket.counter, minutes]
    return "  ".join([*parts, *([ticket.dossier] if ticket.dossier else [])])


def slip_words(dossier: PublicDossier, language: str) -> tuple[str, list[str]]:
    """A scanned slip in large letters: its state, and a few lines; nobody's name."""
    english = language == "en"
    at = read_moment(dossier.promised_at)
    lines = [dossier.code, PLAIN_STAGES[dossier.stage][english]]
    if dossier.role:
        who = ", ".join(filter(None, (plain_role(dossier.role)[english], dossier.agency)))
        lines.append(f"With: {who}" if english else f"Đang ở: {who}")
    if dossier.stage != "ended":
        promised = f"{at:%H:%M}, {at:%d/%m/%Y}"
        lines.append(f"Promised for {promised}" if english else f"Hẹn trả: {promised}")
    if dossier.bring:
        papers = "; ".join(dossier.bring)
        lines.append(f"Please bring: {papers}" if english else f"Xin mang đến: {papers}")
    return plain_state(dossier.state)[english], lines
