"""The recovery sheet: what the passphrase is for, room to write it, and the way back step by step."""

from onestop_desktop.domain.recovery_facts import RecoverySheet
from onestop_desktop.forms.feet import Signer
from onestop_desktop.forms.letters import HEAD_OF_AGENCY, Letter, desk_head
from onestop_desktop.forms.panel import plain
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.wording import hour_in_words, labelled

TITLE = "TỜ KHÔI PHỤC BẢN SAO LƯU\nSỔ HỒ SƠ MỘT CỬA"
_DOTS = "." * 96
_STEPS = (
    "1. Cài chương trình lên máy mới, mở màn hình Sao lưu (Shift+F5).",
    "2. Chọn “Bản ở nơi khác” (Ctrl+O), chỉ tới tệp mới nhất đuôi .sealed, nhập cụm mật khẩu.",
    "3. Xem ngày cuối của bản sao lưu; đúng thì bấm Khôi phục.",
    "Bằng dòng lệnh: đặt ONESTOP_PASSPHRASE rồi gõ onestop restore TỆP --to NƠI-ĐẶT-SỔ.",
)


@form("recovery")
def draw_recovery(facts: RecoverySheet, *, size: str = "A4", reprint: int = 0) -> bytes:
    """One page for the safe; the passphrase printed where it is told, dots where it is not."""
    head = desk_head(facts, facts.officer)
    letter = Letter(head, TITLE, "TKP", facts.agency["number_suffix"], size=size, reprint=reprint)
    letter.line(labelled("Bàn một cửa", facts.agency["desk_name"], strong=True))
    letter.line(labelled("Mã định danh", facts.agency["identifier"]))
    letter.line(labelled("Nơi giữ bản sao lưu", facts.folder))
    letter.line(f"Lập lúc {hour_in_words(facts.at)}.")
    letter.prose(
        "Bản sao lưu rời khỏi máy được mã hóa. Không có cụm mật khẩu dưới đây thì không ai mở được, "
        "kể cả người viết chương trình. Cất tờ này trong két, không để cùng chỗ với ổ sao lưu."
    )
    letter.line("<b>Cụm mật khẩu</b> (đúng từng chữ, dấu và khoảng trắng):")
    if facts.passphrase:
        letter.line(f"<b>{plain(facts.passphrase)}</b>")
    else:
        for _ in range(2):  # room for a hand
            letter.line("&nbsp;")
            letter.line(_DOTS)
    letter.line("<b>Khôi phục</b>")
    for step in _STEPS:
        letter.line(plain(step))
    return letter.close(
        Signer("NGƯỜI LẬP", facts.officer), Signer(HEAD_OF_AGENCY, "", how="(Ký, ghi rõ họ tên)")
    )
