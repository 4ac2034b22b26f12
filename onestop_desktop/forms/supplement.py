"""Form 02, *Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ* (Circular 03/2025 and 01/2018, Annex)."""

from onestop_desktop.domain.notices import SupplementRequest
from onestop_desktop.forms.feet import Signer
from onestop_desktop.forms.letters import Letter, code_line
from onestop_desktop.forms.panel import plain
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.wording import called, contact_lines, labelled, owner

TITLE = "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ"


@form("02")
def draw_supplement(asked: SupplementRequest, *, size: str = "A4", reprint: int = 0) -> bytes:
    """What is to be completed and why, with the person to ask; the fields in the law's order."""
    head = asked.head
    letter = Letter(head, TITLE, "PBS", head.agency["number_suffix"], size=size, reprint=reprint)
    letter.line(f"Hồ sơ của: {owner(head.applicant)}")
    letter.line(labelled("Nội dung yêu cầu giải quyết", head.procedure))
    for markup in (*contact_lines(head.applicant), code_line(head)):
        letter.line(markup)
    letter.prose("Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:")
    for at, item in enumerate(asked.items or ("",), start=1):
        letter.line(f"{at}. {plain(item) or '…'}")
    letter.line(labelled("Lý do", asked.reason))
    letter.prose(
        "Trong khi hoàn thiện hồ sơ, nếu có vướng mắc, "
        f"{called(head.applicant)} liên hệ với {plain(head.officer)}, "
        f"số điện thoại {plain(head.agency['phone'])}, để được hướng dẫn."
    )
    return letter.close(None, Signer("NGƯỜI HƯỚNG DẪN", head.officer))
