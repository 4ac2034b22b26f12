"""Sentences of a citizen's extract that cannot be made or served: (Vietnamese, English)."""

REFUSED_LOOKUP: dict[str, tuple[str, str]] = {
    "lookup_of_another_desk": (
        "{target} là dữ liệu tra cứu của đơn vị khác; chọn thư mục khác. Chưa thay đổi gì.",
        "{target} holds another desk's look-up; choose another folder. Nothing was changed.",
    ),
    "lookup_missing": (
        "Trong {target} chưa có dữ liệu tra cứu; chạy lookup export trước.",
        "There is no look-up extract in {target}; run lookup export first.",
    ),
    "lookup_key_wrong": (
        "Dữ liệu tra cứu trong {target} không do khóa đã cho ký; không dùng, hãy xuất lại.",
        "The look-up extract in {target} is not signed by the given key; it is not used, export it anew.",
    ),
    "lookup_damaged": (
        "Dữ liệu tra cứu trong {target} bị hỏng ở {file}; sổ không đổi, xóa thư mục ấy rồi xuất lại.",
        "The look-up extract in {target} is damaged at {file}; the store is unchanged, remove that folder "
        "and export anew.",
    ),
    "lookup_target_full": (
        "Nơi đặt dữ liệu tra cứu {target} đã đầy; bản trước vẫn dùng được, sổ không đổi. Hãy dọn chỗ.",
        "The place of the look-up, {target}, is full; what stood there still works, the store is unchanged. "
        "Make room.",
    ),
    "lookup_target_gone": (
        "Không ghi được dữ liệu tra cứu vào {target} (đã rút ra, hay không có quyền); sổ không đổi, "
        "có lại thì tự cập nhật.",
        "The look-up cannot be written to {target} (pulled out, or no right to); the store is unchanged, "
        "it catches up once the place is back.",
    ),
    "lookup_port_taken": (
        "Cổng {listen} không mở được (chương trình khác đang dùng, hay không có quyền); chọn cổng khác.",
        "{listen} cannot be listened on (taken, or no right to); choose another port.",
    ),
}
