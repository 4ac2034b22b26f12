"""Words of the tracking book that paper and table share."""

from collections.abc import Mapping

TITLE = "SỔ THEO DÕI HỒ SƠ"
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
