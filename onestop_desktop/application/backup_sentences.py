"""Sentences of copies that cannot be made, opened or put back: (Vietnamese, English)."""

REFUSED_BACKUP: dict[str, tuple[str, str]] = {
    "passphrase_missing": (
        "Bản sao lưu {file} đã mã hóa: nhập cụm mật khẩu ghi trên tờ khôi phục. Chưa thay đổi gì.",
        "The backup {file} is encrypted: give the passphrase of its recovery sheet. Nothing was changed.",
    ),
    "passphrase_wrong": (
        "Sai cụm mật khẩu của bản sao lưu {file}; xem lại tờ khôi phục. Chưa thay đổi gì.",
        "The passphrase of the backup {file} is wrong; look at the recovery sheet. Nothing was changed.",
    ),
    "passphrase_weak": (
        "Cụm mật khẩu quá ngắn: cần ít nhất {least} ký tự. Chưa thay đổi gì.",
        "The passphrase is too short: at least {least} characters. Nothing was changed.",
    ),
    "backup_of_another_desk": (
        "Bản sao lưu là của {backup}, sổ ở đây là của {desk}; sổ này không thay được sổ kia. "
        "Chưa thay đổi gì.",
        "The backup is of {backup}, the store here of {desk}; one never replaces the other. "
        "Nothing was changed.",
    ),
    "backup_of_another_kind": (
        "Bản sao lưu {file} là loại {kind}, không khôi phục vào {store} được. Chưa thay đổi gì.",
        "The backup {file} is of the kind {kind} and cannot be restored to {store}. Nothing was changed.",
    ),
    "store_in_use": (
        "Sổ {store} đang được mở; đóng chương trình ở mọi quầy rồi khôi phục lại. Chưa thay đổi gì.",
        "The store {store} is open somewhere; close the program at every counter first. Nothing was changed.",
    ),
    "backup_target_taken": (
        "{target} đang là tệp khác, không phải bản sao lưu; chọn tên khác. Chưa thay đổi gì.",
        "{target} is something else and no backup; choose another name. Nothing was changed.",
    ),
    "second_place_missing": (
        "Nơi sao lưu thứ hai {folder} chưa có cụm mật khẩu; đặt ở màn hình Sao lưu. Bản trong máy vẫn còn.",
        "The second place {folder} has no passphrase yet: set one on the backups screen. This PC's copy stands.",
    ),
    "backup_damaged": (
        "Bản sao lưu {file} bị hỏng, không dùng được; sổ giữ nguyên, hãy chọn bản khác.",
        "The backup {file} is damaged and of no use; the store was left alone, choose another one.",
    ),
    "backup_not_ours": (
        "{file} không phải bản sao lưu của chương trình này. Chưa thay đổi gì.",
        "{file} is no backup of this program. Nothing was changed.",
    ),
    "backup_target_full": (
        "Nơi sao lưu {target} đã đầy; bản cũ vẫn còn, hãy dọn chỗ rồi sao lưu lại.",
        "The place {target} is full; older backups are still there, make room and back up again.",
    ),
    "backup_target_gone": (
        "Không ghi được vào {target} (đã rút ra, hay không có quyền); bản cũ vẫn còn, sổ không đổi.",
        "{target} cannot be written (pulled out, or no right to); older backups stay, the store is unchanged.",
    ),
    "server_tool_missing": (
        "Máy này chưa cài {tool} của PostgreSQL, cần để sao lưu máy chủ: cài rồi làm lại; sổ giữ nguyên.",
        "PostgreSQL's {tool}, needed for a server's backups, is missing: install it; the store is as it was.",
    ),
    "server_tool_failed": (
        "{tool} không làm được: {reason}. Sổ và bản sao lưu cũ giữ nguyên.",
        "{tool} failed: {reason}. The store and older backups were left alone.",
    ),
}
