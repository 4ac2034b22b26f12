"""The declared screens: one line a screen; a screen's code is loaded when it is first shown."""

import importlib
from typing import Any

from PySide6.QtWidgets import QWidget

from onestop_desktop.desktop.language import later
from onestop_desktop.desktop.screen import Screen

START = "queue"


def _screen(name: str, title: str, key: str, icon: str, *, in_rail: bool = True) -> Screen:
    def build(desk: Any) -> QWidget:
        module = importlib.import_module(f"{__name__}.{name}.presenter")
        page: QWidget = module.build(desk)
        return page

    return Screen(name, title, key, icon, build, in_rail)


SCREENS: tuple[Screen, ...] = (
    _screen("reception", later("Tiếp nhận"), "F2", "receive"),
    _screen("queue", later("Hồ sơ trong ngày"), "F3", "queue"),
    _screen("search", later("Tra cứu"), "F4", "search"),
    _screen("hand_over", later("Bàn giao"), "F5", "hand_over"),
    _screen("work", later("Xử lý"), "F6", "settle"),
    _screen("leader", later("Lãnh đạo duyệt"), "F7", "approve"),
    _screen("return_result", later("Trả kết quả"), "F8", "return"),
    _screen("board", later("Bảng theo dõi"), "F9", "board"),
    _screen("closing", later("Kết thúc ngày"), "F12", "closing"),
    _screen("calendar", later("Lịch làm việc"), "Shift+F3", "calendar"),
    _screen("books", later("Sổ sách"), "Shift+F4", "procedures"),
    _screen("province", later("Hệ thống tỉnh"), "Shift+F2", "copy"),
    _screen("backups", later("Sao lưu"), "Shift+F5", "copy", in_rail=False),
    _screen("checks", later("Kiểm tra sổ"), "Shift+F7", "scan", in_rail=False),
    _screen("waiting", later("Kết quả chờ"), "Shift+F8", "waiting"),
    _screen("settings", later("Thiết lập"), "Shift+F9", "settings"),
    _screen("accounts", later("Tài khoản"), "Shift+F6", "settings", in_rail=False),
    _screen("dossier", later("Hồ sơ"), "", "settle", in_rail=False),
)
