"""Form 05 of 2025, *Thông báo dừng giải quyết hồ sơ* (Circular 03/2025 Art. 7)."""

from onestop_desktop.application.messages import state_label
from onestop_desktop.domain.notices import StopNotice
from onestop_desktop.forms.feet import Signer
from onestop_desktop.forms.letters import HEAD_OF_AGENCY, SIGN_AND_SEAL, Letter, code_line
from onestop_desktop.forms.panel import plain
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.wording import (
    called,
    contact_lines,
    hour_in_words,
    identity_line,
    labelled,
)

TITLE = "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ"


# The annex's text of this form is not published where we could read it: fields, their order, number
# (TBD) and signature follow forms 03 and 04 by analogy, and are to be compared with the Circular.
@form("05")
def draw_stop(stopped: StopNotice, *, size: str = "A4", reprint: int = 0) -> bytes:
    """That settling ends on the applicant's request, at which stage, and what becomes of the fee."""
    head = stopped.head
    who, desk = called(head.applicant), plain(head.agency["desk_name"])
    letter = Letter(head, TITLE, "TBD", head.agency["number_suffix"], size=size, reprint=reprint)
    letter.address()
    for markup in (
        identity_line(head.applicant),
        *contact_lines(head.applicant),
        code_line(head),
        labelled("Nội dung yêu cầu giải quyết", head.procedure),
        labelled("Thời gian nhận hồ sơ", hour_in_words(stopped.received_at)),
    ):
        letter.line(markup)
    letter.prose(
        f"Theo đề nghị của {who}, khi hồ sơ chưa có quyết định hoặc thông báo kết quả giải quyết, "
        f"{desk} thông báo dừng giải quyết hồ sơ nêu trên kể từ {hour_in_words(head.on)}."
    )
    letter.line(labelled("Lý do đề nghị dừng", stopped.reason))
    letter.line(labelled("Bước giải quyết khi dừng", state_label(stopped.stage)))
    letter.line(labelled("Phí, lệ phí", stopped.fee))
    letter.prose(f"Xin thông báo để {who} được biết./.")
    return letter.close(None, Signer(HEAD_OF_AGENCY, "", how=SIGN_AND_SEAL))
