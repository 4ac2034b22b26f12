"""Form 03, *Phiếu từ chối tiếp nhận giải quyết hồ sơ* (Circular 03/2025 and 01/2018, Annex)."""

from onestop_desktop.domain.notices import RefusalNotice
from onestop_desktop.forms.feet import Signer
from onestop_desktop.forms.letters import Letter, code_line
from onestop_desktop.forms.panel import plain
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.wording import called, contact_lines, identity_line, labelled, owner

TITLE = "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ"


@form("03")
def draw_refusal(refused: RefusalNotice, *, size: str = "A4", reprint: int = 0) -> bytes:
    """That a dossier is not received, and why; the name of who handed it in is for his own pen."""
    head = refused.head
    desk = plain(head.agency["desk_name"])
    letter = Letter(head, TITLE, "PTC", head.agency["number_suffix"], size=size, reprint=reprint)
    letter.line(desk)
    letter.line(f"Tiếp nhận hồ sơ của: {owner(head.applicant)}")
    for markup in (
        identity_line(head.applicant),
        *contact_lines(head.applicant),
        code_line(head),
        labelled("Nội dung yêu cầu giải quyết", head.procedure),
    ):
        letter.line(markup)
    letter.prose(
        f"Qua xem xét, {desk} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể "
        "như sau:"
    )
    letter.prose(plain(refused.reason) or "…")
    letter.prose(f"Xin thông báo để {called(head.applicant)} được biết và thực hiện./.")
    officer = Signer("NGƯỜI TIẾP NHẬN HỒ SƠ", head.officer)
    return letter.close(Signer("NGƯỜI NỘP HỒ SƠ", ""), officer)
