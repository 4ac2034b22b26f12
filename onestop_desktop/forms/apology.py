"""Form 04, the letter of apology with a new date of return (Circular 03/2025 and 01/2018, Annex)."""

from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.notices import Apology
from onestop_desktop.forms.feet import Signer
from onestop_desktop.forms.letters import HEAD_OF_AGENCY, SIGN_AND_SEAL, Letter
from onestop_desktop.forms.panel import plain
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.wording import (
    called,
    day_in_words,
    hour_in_words,
    identity_line,
    labelled,
)

TITLE = "PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN\nTHỜI GIAN GIẢI QUYẾT"
TITLE_2018 = "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ"
_ASKS = {True: "hẹn lại thời gian trả kết quả", False: "đề nghị gia hạn thời gian giải quyết"}

_TOLD_BY = {True: "Phiếu xin lỗi lần trước", False: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"}


@form("04")
def draw_apology(apology: Apology, *, size: str = "A4", reprint: int = 0) -> bytes:
    """True before the promised hour as after it; signed by the head of the settling agency."""
    head, old = apology.head, apology.head.profile == "2021"
    who = called(head.applicant)
    agency = plain(apology.deciding_agency or head.agency["desk_name"])
    letter = Letter(head, TITLE_2018 if old else TITLE, "PXL", size=size, reprint=reprint)
    letter.address()
    letter.prose(
        f"Ngày {day_in_words(read_moment(apology.received_at).date())}, {agency} tiếp nhận hồ sơ "
        f"đề nghị giải quyết thủ tục: {plain(head.procedure)}, "
        f"của {who} {plain(head.applicant['name'])}."
    )
    letter.line(identity_line(head.applicant))
    letter.line(labelled("Mã số hồ sơ", head.code))
    letter.line(labelled("Thời gian hẹn trả kết quả", hour_in_words(apology.promised_at)))
    letter.prose(
        f"Tuy nhiên, {agency} không trả được kết quả giải quyết hồ sơ cho {who} đúng thời gian "
        f"đã hẹn trong {_TOLD_BY[apology.again]}."
    )
    letter.line(labelled("Lý do", apology.reason))
    letter.prose(f"{agency} xin lỗi {who} về sự chậm trễ này và {_ASKS[old]}.")
    new = hour_in_words(apology.new_promised_at)
    letter.line(labelled("Thời gian trả kết quả mới", new, strong=True))
    letter.prose(f"Rất mong {who} thông cảm./.")
    return letter.close(None, Signer(HEAD_OF_AGENCY, apology.signer, how=SIGN_AND_SEAL))
