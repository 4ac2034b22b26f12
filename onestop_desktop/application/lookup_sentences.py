"""Sentences of a citizen's extract that cannot be made or served: (Vietnamese, English)."""

REFUSED_LOOKUP: dict[str, tuple[str, str]] = {
    "lookup_of_another_desk": (
        "{target} là dữ liệu tra cứu của sổ khác: chưa đổi gì. Chọn thư mục khác, hoặc thay hẳn bằng --anew.",
        "{target} holds another store's look-up: unchanged. Choose another folder, or replace it by --anew.",
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
    "lookup_key_damaged": (
        "Không đọc được khóa ký {file}; chưa đổi gì. Lấy lại từ bản sao, hoặc cất đi để có khóa mới.",
        "The signing key {file} cannot be read; nothing changed. Put a copy back, or move it away for a new one.",
    ),
    "lookup_target_full": (
        "Nơi đặt dữ liệu tra cứu {target} đã đầy; bản trước vẫn dùng được, sổ không đổi. Hãy dọn chỗ.",
        "The place of the look-up, {target}, is full; what stood there still works, the store is unchanged. "
        "Make room.",
    ),
    "lookup_target_gone": (
        "Không ghi được dữ liệu tra cứu vào {target} (đã rút ra, hay không có quyền); sổ không đổi. "
        "Có lại thì xuất lần nữa.",
        "The look-up cannot be written to {target} (pulled out, or no right to); the store is unchanged. "
        "Export again once it is back.",
    ),
    "lookup_port_taken": (
        "Cổng {listen} không mở được (chương trình khác đang dùng, hay không có quyền); chọn cổng khác.",
        "{listen} cannot be listened on (taken, or no right to); choose another port.",
    ),
}
