"""Every act with its words and its key, declared once for buttons, shortcuts and the key sheet."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from onestop_desktop.desktop.language import later

EVERYWHERE = ""


@dataclass(frozen=True, slots=True)
class Action:
    """An act: the same key means the same thing on every screen that has it."""

    name: str
    label: str
    key: str
    screens: tuple[str, ...] = (EVERYWHERE,)


_PILES = ("hand_over", "work", "leader", "waiting")
ACTIONS: tuple[Action, ...] = (
    Action("search", later("Quét hoặc tìm"), "Ctrl+F"),
    Action("key_sheet", later("Phím tắt"), "F1"),
    Action("full_screen", later("Toàn màn hình"), "F11"),
    Action("back", later("Quay lại, chữ đã gõ vẫn còn"), "Esc"),
    Action("section", later("Tới phần hoặc bộ lọc"), "Ctrl+1…9"),
    Action("next_field", later("Ô tiếp theo, mở dòng"), "Enter"),
    Action("to_fault", later("Tới ô cần sửa"), "Alt+E", ("reception", "settings")),
    Action("receive", later("Tiếp nhận và in"), "Ctrl+Enter", ("reception",)),
    Action("receive_more", later("Thêm thủ tục"), "Alt+Enter", ("reception",)),
    Action("certify", later("Chứng thực, trả ngay"), "Alt+T", ("reception",)),
    Action("certify_again", later("Thêm giấy của người này"), "Alt+M", ("reception",)),
    Action("call", later("Gọi số"), "Alt+G", ("reception",)),
    Action("call_again", later("Gọi lại"), "Alt+R", ("reception",)),
    Action("park", later("Để tạm"), "Ctrl+S", ("reception",)),
    Action("parked", later("Hồ sơ để tạm…"), "Ctrl+L", ("reception",)),
    Action("known", later("Lấy thông tin lần trước"), "Alt+L", ("reception",)),
    Action("new", later("Hồ sơ mới"), "Ctrl+N", ("reception",)),
    Action("copy_next", later("Chép ô kế tiếp"), "Alt+C", ("reception", "dossier", "province")),
    Action("copy_fields", later("Chép sang hệ thống tỉnh"), "Alt+K", ("dossier",)),
    Action("open", later("Mở hồ sơ"), "Enter", ("queue", "search", "province", *_PILES)),
    Action("reprint", later("In lại phiếu"), "Ctrl+P", ("reception", "queue", "search", "dossier")),
    Action("undo", later("Hoàn tác bước cuối"), "Alt+H"),
    Action("hand_over", later("Bàn giao…"), "Ctrl+G", ("queue", "dossier")),
    Action("ask_supplement", later("Yêu cầu bổ sung…"), "Ctrl+B", ("reception", "queue", "work")),
    Action("tick", later("Chọn, bỏ chọn"), "Space", _PILES),
    Action("tick_all", later("Chọn hết"), "Ctrl+A", _PILES),
    Action("give", later("Bàn giao"), "Ctrl+Enter", ("hand_over",)),
    Action("print_list", later("In phiếu bàn giao"), "Ctrl+P", ("hand_over",)),
    Action("accept", later("Nhận hồ sơ"), "Alt+N", ("hand_over", "work")),
    Action("propose", later("Trình lãnh đạo"), "Ctrl+Enter", ("work",)),
    Action("lengthen", later("Kéo dài để xác minh…"), "Alt+K", ("work",)),
    Action("settle", later("Giải quyết"), "Ctrl+Enter", ("leader",)),
    Action("settle_one", later("Giải quyết riêng…"), "Alt+Enter", ("leader",)),
    Action("send_back", later("Trả lại chuyên viên…"), "Ctrl+R", ("leader",)),
    Action("refuse", later("Từ chối…"), "Ctrl+T", ("reception", "leader")),
    Action("return_result", later("Đã trả, người tiếp theo"), "Ctrl+Enter", ("return_result",)),
    Action("pleased", later("Hài lòng"), "Alt+1", ("return_result",)),
    Action("neutral", later("Bình thường"), "Alt+2", ("return_result",)),
    Action("displeased", later("Chưa hài lòng"), "Alt+3", ("return_result",)),
    Action("not_this_one", later("Không phải người này"), "Ctrl+N", ("return_result",)),
    Action("copy_message", later("Chép lời nhắn"), "Ctrl+Enter", ("waiting",)),
    Action("to_return", later("Trả kết quả"), "Alt+Enter", ("waiting",)),
    Action("next_step", later("Bước tiếp theo…"), "Ctrl+Enter", ("dossier",)),
    Action("print_form", later("In mẫu khác…"), "Alt+P", ("dossier",)),
    Action("view_slip", later("Xem giấy"), "Alt+V", ("reception", "dossier")),
    Action("year_before", later("Năm trước"), "Alt+Left", ("calendar", "books")),
    Action("year_after", later("Năm sau"), "Alt+Right", ("calendar", "books")),
    Action("add_day", later("Thêm ngày nghỉ, làm bù…"), "Ctrl+N", ("calendar",)),
    Action("import_notice", later("Nhập từ tệp…"), "Ctrl+O", ("calendar",)),
    Action("change_hours", later("Giờ làm việc…"), "Alt+O", ("calendar",)),
    Action("delegate", later("Ủy quyền giải quyết…"), "Alt+U", ("settings",)),
    Action("behind", later("Xem hồ sơ của con số"), "Enter", ("board",)),
    Action("print_board", later("In bảng"), "Ctrl+P", ("board",)),
    Action("wall", later("Bảng treo tường"), "Alt+B", ("board",)),
    Action("sweep", later("Dân đã cầm về"), "Alt+R", ("closing",)),
    Action("hand_cash", later("Bàn giao tiền…"), "Alt+G", ("closing",)),
    Action("print_cash", later("In lại biên bản"), "Alt+I", ("closing",)),
    Action("print_sheet", later("In tờ ngày"), "Ctrl+P", ("closing",)),
    Action("seal_day", later("Niêm phong ngày"), "Ctrl+Enter", ("closing",)),
    Action("print_book", later("In…"), "Ctrl+P", ("books",)),
    Action("spoil", later("Ghi hỏng số…"), "Alt+X", ("books",)),
    Action("new_volume", later("Mở quyển mới"), "Alt+Q", ("books",)),
    Action("close_book", later("Khóa sổ năm…"), "Alt+S", ("books",)),
    Action("export_book", later("Xuất ra tệp…"), "Ctrl+S", ("books",)),
    Action("add_account", later("Thêm tài khoản…"), "Ctrl+N", ("accounts",)),
    Action("own_password", later("Đổi mật khẩu của tôi…"), "Alt+M", ("accounts",)),
    Action("change_role", later("Đổi vai…"), "Alt+V", ("accounts",)),
    Action("new_first_password", later("Cấp lại mật khẩu"), "Alt+P", ("accounts",)),
    Action("disable_account", later("Khóa, mở khóa"), "Alt+X", ("accounts",)),
    Action("cover", later("Khóa màn hình"), "Shift+F12"),
    Action("hall", later("Màn hình sảnh: lấy số"), "Shift+F11"),
    Action("run_verify", later("Kiểm tra toàn bộ"), "Ctrl+Enter", ("checks",)),
    Action("run_doctor", later("So danh sách, dãy số"), "Alt+D", ("checks",)),
    Action("check_seal", later("Xem niêm phong"), "Alt+S", ("checks",)),
    Action("print_check", later("In biên bản"), "Ctrl+P", ("checks",)),
    Action("import_province", later("Nhận danh sách…"), "Ctrl+O", ("province",)),
    Action("map_province", later("Chọn lại cột…"), "Alt+O", ("province",)),
    Action("sync_portal", later("Xuất cho Cổng quốc gia…"), "Ctrl+S", ("province",)),
    Action("print_behind", later("In bằng chứng"), "Ctrl+P", ("province",)),
    Action("back_up", later("Sao lưu ngay"), "Ctrl+Enter", ("backups",)),
    Action("try_copy", later("Thử bản này"), "Alt+T", ("backups",)),
    Action("restore_copy", later("Khôi phục…"), "Alt+R", ("backups",)),
    Action("other_copy", later("Bản ở nơi khác…"), "Ctrl+O", ("backups",)),
    Action("second_place", later("Nơi thứ hai…"), "Alt+N", ("backups",)),
    Action("print_recovery", later("In tờ khôi phục"), "Ctrl+P", ("backups",)),
    Action("save", later("Lưu"), "Ctrl+Enter", ("settings",)),
)

_BY_NAME = {action.name: action for action in ACTIONS}


def action(name: str) -> Action:
    """The action of that name; an unknown name is a KeyError."""
    return _BY_NAME[name]


def of_screen(screen: str) -> tuple[Action, ...]:
    """The actions of one screen, or with `EVERYWHERE` those of all."""
    return tuple(each for each in ACTIONS if screen in each.screens)


def qt_keys(key: str) -> tuple[QKeySequence, ...]:
    """Qt's sequences for a key as an officer reads it; Enter is on the number pad, too."""
    if key.endswith("Enter"):
        return QKeySequence(key.replace("Enter", "Return")), QKeySequence(key)
    return (QKeySequence(key),)
