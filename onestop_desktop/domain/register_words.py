"""Words of the registers that paper and table share."""

from collections.abc import Mapping

from onestop_desktop.domain.book_facts import BookMonth
from onestop_desktop.domain.books import Book

TITLES = {
    Book.COPIES: "SỔ CHỨNG THỰC BẢN SAO TỪ BẢN CHÍNH",
    Book.SIGNATURES: "SỔ CHỨNG THỰC CHỮ KÝ, CHỨNG THỰC ĐIỂM CHỈ",
    Book.TRANSLATIONS: "SỔ CHỨNG THỰC CHỮ KÝ NGƯỜI DỊCH",
    Book.DEEDS: "SỔ CHỨNG THỰC HỢP ĐỒNG, GIAO DỊCH",
}
TRACKING_TITLE = "SỔ THEO DÕI HỒ SƠ"
RETURN_BY: Mapping[str, str] = {
    "counter": "Trực tiếp",
    "post": "Bưu chính công ích",
    "online": "Trực tuyến",
}
ENDED: Mapping[str, str] = {
    "not_received": "Không tiếp nhận",
    "withdrawn": "Công dân rút hồ sơ",
    "stopped": "Dừng giải quyết",
    "voided": "Tiếp nhận nhầm, đã hủy",
}
"""What stands in the place of a result where a dossier ended without one."""


def period_words(month: BookMonth) -> str:
    """Tháng 11 năm 2026, or the year alone."""
    return f"Tháng {month.month:02d} năm {month.year}" if month.month else f"Năm {month.year}"
