"""Sentences of the hall that cannot do what was asked: (Vietnamese, English)."""

REFUSED_HALL: dict[str, tuple[str, str]] = {
    "ticket_kind_unknown": (
        "Không có loại phiếu số {value}; các loại đang dùng: {choices}. Chưa lấy số nào.",
        "There is no kind of ticket {value}; in use: {choices}. No number was taken.",
    ),
    "no_ticket_called": (
        "{counter} chưa gọi số nào để gọi lại. Hãy gọi số kế tiếp.",
        "{counter} has no number open to call again. Call the next number.",
    ),
    "slip_unknown": (
        "Mã này không có trong sổ của nơi này, hoặc giấy tiếp nhận do nơi khác cấp. Xin hỏi cán bộ tại quầy.",
        "This code is not on this desk's record, or the slip is another office's. Please ask at the counter.",
    ),
    "slip_not_scanned": (
        "Đây không phải mã hồ sơ, xin quét mã vạch trên giấy tiếp nhận.",
        "This is no dossier's code; please scan the bar code on the slip.",
    ),
    "card_in_hall": (
        "Đây là mã căn cước, xin quét mã vạch trên giấy tiếp nhận. Máy không lưu gì.",
        "This is an identity card; please scan the code on the slip. Nothing is kept.",
    ),
}
