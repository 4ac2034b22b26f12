"""What a citizen reads of a dossier: states, stages and roles in plain words, (Vietnamese, English)."""

from onestop_desktop.domain.lifecycle import Role, State

PLAIN_STATES: dict[State, tuple[str, str]] = {
    State.REGISTERED: ("Đã đăng ký, chờ tiếp nhận", "Registered, not yet received"),
    State.RECEIVED: ("Đã tiếp nhận", "Received"),
    State.NOT_RECEIVED: ("Không được tiếp nhận", "Not accepted"),
    State.IN_PROCESS: ("Đang giải quyết", "Being handled"),
    State.AWAITING_PAPERS: ("Chờ ông/bà bổ sung giấy tờ", "Waiting for papers from you"),
    State.AWAITING_PAYMENT: ("Chờ ông/bà nộp phí, lệ phí", "Waiting for your payment"),
    State.WITHDRAWN: ("Đã rút theo yêu cầu của ông/bà", "Withdrawn at your request"),
    State.STOPPED: ("Đã dừng giải quyết", "Stopped"),
    State.SETTLED: ("Đã có kết quả, mời đến nhận", "The result is ready, please collect it"),
    State.RETURNED: ("Đã trả kết quả", "The result was handed over"),
    State.VOIDED: ("Ghi nhầm, đã hủy; hỏi bộ phận một cửa", "Entered by mistake; ask the desk"),
}
PLAIN_STAGES: dict[str, tuple[str, str]] = {
    "to_check": ("Chờ kiểm tra hồ sơ", "To be checked"),
    "to_hand_over": ("Chờ chuyển người giải quyết", "To be handed over"),
    "in_work": ("Đang xem xét", "Being looked into"),
    "to_sign": ("Chờ lãnh đạo ký", "To be signed"),
    "papers_wanted": (
        "Thời hạn tạm dừng đến khi đủ giấy tờ",
        "Time stands still until the papers are in",
    ),
    "payment_wanted": ("Thời hạn tạm dừng đến khi nộp tiền", "Time stands still until it is paid"),
    "to_collect": ("Chờ người nộp đến nhận", "To be collected"),
    "ended": ("Đã kết thúc", "Ended"),
}
PLAIN_ROLES: dict[Role, tuple[str, str]] = {
    Role.DESK: ("cán bộ tiếp nhận", "reception"),
    Role.SPECIALIST: ("chuyên viên", "specialist"),
    Role.LEADER: ("lãnh đạo", "leader"),
}
"""Who has it, never by name."""
WEEKDAYS: tuple[tuple[str, str], ...] = (
    ("Thứ Hai", "Monday"),
    ("Thứ Ba", "Tuesday"),
    ("Thứ Tư", "Wednesday"),
    ("Thứ Năm", "Thursday"),
    ("Thứ Sáu", "Friday"),
    ("Thứ Bảy", "Saturday"),
    ("Chủ nhật", "Sunday"),
)


def plain_state(state: str) -> tuple[str, str]:
    """A state as citizens say it."""
    return PLAIN_STATES[State(state)]


def plain_role(role: str) -> tuple[str, str]:
    """A role as citizens say it, two empty words for none."""
    return PLAIN_ROLES[Role(role)] if role else ("", "")
