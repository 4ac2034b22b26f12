"""The lines of form 01 that its sheets and its roll say alike."""

from onestop_desktop.application.reasons import term_words
from onestop_desktop.domain.slips import Receipt, SlipDossier
from onestop_desktop.forms.faces import REGULAR
from onestop_desktop.forms.feet import Signer, signatures
from onestop_desktop.forms.panel import Piece, plain
from onestop_desktop.forms.wording import (
    contact_lines,
    hour_in_words,
    identity_line,
    labelled,
    owner,
)

TITLE = "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"
COPIES = ("Liên 1: Giao người nộp hồ sơ", "Liên 2: Lưu tại {desk}")
_RETURN_BY = {"counter": "{desk}", "post": "Qua dịch vụ bưu chính", "online": "Trực tuyến"}


def applicant_lines(receipt: Receipt) -> list[str]:
    """The lines on the applicant, and on who acts for him (Circular 03/2025, form 01)."""
    person, proxy = receipt.applicant, receipt.proxy
    lines = [
        plain(receipt.agency["desk_name"]),
        f"Tiếp nhận hồ sơ của: {owner(person)}",
        identity_line(person),
        *contact_lines(person),
    ]
    if proxy:
        lines += [
            f"Người nộp thay: <b>{plain(proxy['name'])}</b>; "
            + labelled("số định danh", proxy["identity"]),
            labelled("Địa chỉ người nộp thay", proxy["address"]),
            labelled("Số điện thoại", proxy["phone"]) + "; " + labelled("email", proxy["email"]),
            labelled("Giấy ủy quyền", proxy["authorisation"]),
        ]
    return lines


def fee_words(dossier: SlipDossier) -> str:
    """The fee beside the number of sets, "" where none is known."""
    if dossier.fee is None:
        return ""
    return f"&nbsp;&nbsp;&nbsp; Phí, lệ phí: {dossier.fee:,} đồng".replace(",", ".")


def content_lines(dossier: SlipDossier) -> list[str]:
    """What is asked for, above the papers."""
    official = labelled("Mã hồ sơ trên hệ thống tỉnh", dossier.official_code)
    return [
        labelled("Nội dung yêu cầu giải quyết", dossier.procedure),
        *([official] if dossier.official_code else []),
        "Thành phần hồ sơ nộp gồm:",
    ]


def term_lines(receipt: Receipt, dossier: SlipDossier) -> list[str]:
    """Sets and fee, term, the two hours, where the result is had, the register; below the papers."""
    promised = labelled("Thời gian trả kết quả", hour_in_words(dossier.promised_at), strong=True)
    number = f"{dossier.number:04d}" if dossier.number else "…"
    volume = plain(dossier.volume)
    return [
        f"Số lượng hồ sơ: {dossier.sets:02d} (bộ){fee_words(dossier)}",
        labelled("Thời gian giải quyết hồ sơ theo quy định", term_words(dossier.term)),
        labelled("Thời gian nhận hồ sơ", hour_in_words(dossier.received_at)),
        promised + (" <i>(tạm tính)</i>" if dossier.provisional else ""),
        labelled("Đăng ký nhận kết quả tại", return_place(receipt)),
        f"Vào Sổ theo dõi hồ sơ, Quyển số: {volume}&nbsp;&nbsp; Số thứ tự: {number}",
    ]


def return_place(receipt: Receipt) -> str:
    """Where or how the citizen has the result."""
    return _RETURN_BY[receipt.return_by].format(desk=receipt.agency["desk_name"])


def signature_piece(receipt: Receipt, breadth: float, scale: float) -> Piece:
    """Left the one who handed in, right the officer."""
    submitter = receipt.proxy["name"] if receipt.proxy else receipt.applicant["name"]
    left = Signer("NGƯỜI NỘP HỒ SƠ", submitter, REGULAR)
    return signatures(left, Signer("NGƯỜI TIẾP NHẬN HỒ SƠ", receipt.officer), breadth, scale)


def number_line(receipt: Receipt) -> str:
    """The receipt's number with the desk's sign."""
    return f"Số: {receipt.number:04d}/{receipt.agency['number_suffix']}"


def qr_target(receipt: Receipt) -> str:
    """What the QR says: the dossier's look-up address, or its code where the desk has none."""
    address = receipt.agency["lookup_address"]
    return f"{address}{receipt.token}" if address and receipt.token else receipt.dossiers[0].code


def _lookup(receipt: Receipt) -> str:
    """Where and with which secret the citizen may follow it, once the desk has an address."""
    address = receipt.agency["lookup_address"]
    return f" hoặc tra cứu tại {address}, mã bí mật {receipt.secret}" if address else ""


def foot_lines(receipt: Receipt) -> tuple[str, str]:
    """The fixed sentences at every foot."""
    return (
        f"Kết quả có thể có sớm hơn; hỏi {receipt.agency['phone']}{_lookup(receipt)}.",
        "Khi nhận kết quả, mang theo giấy này; mất giấy thì mang giấy tờ tùy thân.",
    )
