"""Sentences of signing in, of accounts and of what an account may not do: (Vietnamese, English)."""

REFUSED_ACCOUNTS: dict[str, tuple[str, str]] = {
    "sign_in_needed": (
        "Chưa đăng nhập: đăng nhập bằng tài khoản của mình rồi làm lại; chưa ghi gì.",
        "Nobody is signed in: sign in with your own account and try again; nothing was stored.",
    ),
    "sign_in_wrong": (
        "Sai tên đăng nhập hoặc mật khẩu; lần thử đã ghi vào sổ.",
        "Wrong name or password; the try is on record.",
    ),
    "sign_in_again": (
        "Phiên của {officer} đã hết (quá 12 giờ, hoặc mật khẩu vừa được cấp lại): đăng nhập lại; chưa ghi gì.",
        "{officer}'s session has ended (12 hours, or a new password): sign in again; nothing was stored.",
    ),
    "account_waits": (
        "Tài khoản {account} thử sai nhiều lần: chờ đến {when} rồi thử lại, hoặc nhờ quản trị cấp lại mật khẩu.",
        "Account {account} had many wrong tries: wait until {when}, or ask the administrator for a new password.",
    ),
    "account_disabled": (
        "Tài khoản {account} đã khóa; chưa ghi gì. Hỏi quản trị.",
        "Account {account} is disabled; nothing was stored. Ask the administrator.",
    ),
    "account_unknown": (
        "Không có tài khoản {account}: xem danh sách ở Tài khoản; chưa đổi gì.",
        "There is no account {account}: see the list of accounts; nothing was changed.",
    ),
    "account_taken": (
        "Tài khoản {account} có rồi: chọn tên khác.",
        "There is an account {account} already: choose another name.",
    ),
    "account_name_invalid": (
        "Tên đăng nhập gồm 2 đến 32 chữ thường không dấu, số, dấu chấm, gạch: “{value}” không được.",
        "A sign-in name has 2 to 32 small letters, digits, dots or strokes: “{value}” will not do.",
    ),
    "account_officer_taken": (
        "{officer} có tài khoản rồi: mỗi người một tài khoản, tên không trùng nhau.",
        "{officer} has an account already: one for each person, no name twice.",
    ),
    "last_administrator": (
        "{account} là quản trị cuối cùng: thêm quản trị khác trước; chưa đổi gì.",
        "{account} is the last administrator: add another first; nothing was changed.",
    ),
    "officer_not_signed_in": (
        "Đang đăng nhập là {signed_in}, không ghi thay {officer} được; chưa ghi gì.",
        "{signed_in} is signed in and cannot act as {officer}; nothing was stored.",
    ),
    "password_needed": (
        "Việc này cần gõ lại mật khẩu của {officer}; chưa ghi gì.",
        "This needs the password of {officer} once more; nothing was stored.",
    ),
    "password_must_change": (
        "Mật khẩu của {account} mới cấp: đổi mật khẩu rồi làm tiếp; chưa ghi gì.",
        "The password of {account} is a first one: change it, then go on; nothing was stored.",
    ),
    "password_too_short": (
        "Mật khẩu cần ít nhất {least} ký tự, nên từ 12.",
        "A password needs at least {least} characters, better 12.",
    ),
    "password_too_long": (
        "Mật khẩu dài nhất {most} ký tự.",
        "A password has at most {most} characters.",
    ),
    "password_too_usual": (
        "Mật khẩu này quá dễ đoán (hay dùng, hoặc là tên xã, tên người): chọn vài từ chỉ mình biết.",
        "This password is too easy to guess (much used, or a name): choose a few words only you know.",
    ),
    "password_same": (
        "Mật khẩu mới phải khác mật khẩu cũ.",
        "The new password must differ from the old one.",
    ),
}
