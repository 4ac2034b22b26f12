"""What the cover asks in each case: signing in, unlocking, a new password, the first administrator."""

from onestop_desktop.desktop.cover import CoverField, CoverForm
from onestop_desktop.desktop.language import later, tr

ANOTHER, BACK = "another", "back"
DEMO_WAYS = (
    ("hoa", later("Cán bộ tiếp nhận (hoa)"), "Alt+1"),
    ("nam", later("Chuyên viên (nam)"), "Alt+2"),
    ("minh", later("Lãnh đạo (minh)"), "Alt+3"),
    ("quantri", later("Quản trị (quantri)"), "Alt+4"),
)
"""One click for each role of a demo desk; a test holds them to its accounts."""


def sign_in(officer: str, *, demo: bool) -> CoverForm:
    """An account by its name, or its officer's; a demo desk has a button for each role."""
    ways = tuple((name, tr(words), key) for name, words, key in DEMO_WAYS) if demo else ()
    says = tr("Bàn mẫu với người bịa: bấm một vai để vào ngay.") if demo else ""
    fields = (
        CoverField("name", tr("Tên đăng nhập"), secret=False, begun="" if demo else officer),
        CoverField("password", tr("Mật khẩu")),
    )
    return CoverForm(tr("Đăng nhập"), says, fields, tr("Đăng nhập"), ways)


def locked(officer: str) -> CoverForm:
    """The officer who was at the window, or another one."""
    says = tr("{officer} đang làm việc ở máy này. Chữ gõ dở vẫn còn.").format(officer=officer)
    another = (ANOTHER, tr("Người khác đăng nhập"), "Alt+K")
    return CoverForm(
        tr("Đang khóa màn hình"),
        says,
        (CoverField("password", tr("Mật khẩu")),),
        tr("Mở khóa"),
        (another,),
    )


def new_password(*, first: bool) -> CoverForm:
    """After a first password, or on the officer's own wish."""
    says = tr("Ít nhất 8 ký tự, nên từ 12: vài từ chỉ mình biết. Chữ nào cũng được.")
    fields = (CoverField("new", tr("Mật khẩu mới")), CoverField("again", tr("Gõ lại mật khẩu mới")))
    if first:
        return CoverForm(tr("Đổi mật khẩu lần đầu"), says, fields, tr("Đổi và vào làm việc"))
    old = CoverField("password", tr("Mật khẩu đang dùng"))
    back = (BACK, tr("Thôi"), "Esc")
    return CoverForm(tr("Đổi mật khẩu"), says, (old, *fields), tr("Đổi mật khẩu"), (back,))


def first_run() -> CoverForm:
    """The first account of a new store."""
    says = tr(
        "Sổ mới chưa có ai. Lập tài khoản quản trị trước; "
        "quản trị thêm tài khoản cho từng cán bộ ở Thiết lập. "
        "Nên bật mã hóa ổ đĩa của máy này (BitLocker, LUKS)."
    )
    fields = (
        CoverField("officer", tr("Họ và tên"), secret=False),
        CoverField("name", tr("Tên đăng nhập, chữ thường không dấu"), secret=False),
        CoverField("new", tr("Mật khẩu, ít nhất 8 ký tự")),
        CoverField("again", tr("Gõ lại mật khẩu")),
    )
    return CoverForm(tr("Lập tài khoản quản trị"), says, fields, tr("Lập tài khoản"))


def demo_password() -> str:
    """The password of the demo desk's made-up people."""
    from onestop_desktop.application.demo_accounts import DEMO_PASSWORD  # noqa: PLC0415

    return DEMO_PASSWORD
