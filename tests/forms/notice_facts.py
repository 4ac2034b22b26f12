"""Made-up facts of forms 02 to 06 and of a hand-over list, as the desk would freeze them."""

import json
from typing import Any

from onestop_desktop.domain.notices import (
    Apology,
    ControlSlip,
    HandOver,
    HandOverList,
    ListedDossier,
    NoticeHead,
    RefusalNotice,
    StopNotice,
    SupplementRequest,
)
from tests.support.desk import RESOURCES

CODE = {"today": "H99.99.99-261125-0001", "2021": "H23.123.08-210803-0001"}
ON = {"today": "2026-11-25T09:00:00+07:00", "2021": "2021-08-03T09:00:00+07:00"}
PERSON: dict[str, Any] = {
    "kind": "person",
    "name": "H'Nưr Êban",
    "identity": "066185001234",
    "born_on": "1985-03-02",
    "sex": "female",
    "address": "Thôn Bùi Xá, xã Đoàn Kết",
    "phone": "0912345678",
    "email": "hnur@example.vn",
}
DAYS = {
    "today": ("2026-11-25", "2026-11-27", "2026-12-01"),
    "2021": ("2021-08-03", "2021-08-05", "2021-08-09"),
}
DECIDING = {"today": "Ủy ban nhân dân xã Hòa Mẫu", "2021": "Ủy ban nhân dân xã Đoàn Kết"}
SPECIALIST, LEADER = "Công chức Tư pháp - Hộ tịch", "Lãnh đạo Ủy ban nhân dân xã"
PROCEDURE = "Cấp Giấy xác nhận tình trạng hôn nhân"
REASON = "Giấy tờ nộp chưa đủ theo quy định; bản chụp đã mờ, không đọc được."


def agency(profile: str) -> dict[str, Any]:
    """What the shipped profile says of the desk."""
    facts: dict[str, Any] = json.loads((RESOURCES / "profiles" / f"{profile}.json").read_text())
    return facts


def head(profile: str = "today", **changes: Any) -> NoticeHead:
    """The head of a notice on one dossier, with some facts changed."""
    facts: dict[str, Any] = {
        "profile": profile,
        "agency": agency(profile),
        "number": 1,
        "on": ON[profile],
        "applicant": PERSON,
        "procedure": PROCEDURE,
        "code": CODE[profile],
        "officer": "Trần Thị Hoa",
    }
    return NoticeHead(**{**facts, **changes})


def supplement(profile: str = "today", **changes: Any) -> SupplementRequest:
    """Two papers to complete."""
    items = ("Tờ khai theo mẫu, có chữ ký", "Bản sao Giấy chứng nhận kết hôn")
    return SupplementRequest(head(profile, **changes), items, REASON)


def refusal(profile: str = "today", **changes: Any) -> RefusalNotice:
    """A dossier that belongs elsewhere."""
    reason = "Yêu cầu không thuộc thẩm quyền giải quyết của Ủy ban nhân dân cấp xã."
    return RefusalNotice(head(profile, **changes), reason)


def apology(profile: str = "today", **changes: Any) -> Apology:
    """Some days more, signed by the chairman."""
    day, promised, new = DAYS[profile]
    return Apology(
        head(profile, **changes),
        f"{day}T09:15:00+07:00",
        DECIDING[profile],
        f"{promised}T16:30:00+07:00",
        "Phải xác minh tình trạng hôn nhân tại nơi thường trú trước đây.",
        f"{new}T16:30:00+07:00",
        "Phạm Văn Bách",
    )


def stop(profile: str = "today", **changes: Any) -> StopNotice:
    """The applicant needs it no more."""
    return StopNotice(
        head(profile, **changes),
        "2026-11-24T09:15:00+07:00",
        "Công dân không còn nhu cầu.",
        "in_process",
        "Chưa thu, không phải hoàn trả",
    )


def block(**changes: Any) -> HandOver:
    """One hand-over from the desk to the specialist."""
    facts = {
        "giver_unit": "Trung tâm Phục vụ hành chính công xã Hòa Mẫu",
        "giver": "Trần Thị Hoa",
        "given_at": "2026-11-25T09:10:00+07:00",
        "receiver_unit": SPECIALIST,
        "receiver": "Lê Văn Định",
        "received_at": "2026-11-25T10:05:00+07:00",
        "result": "on_time",
        "note": "",
    }
    return HandOver(**{**facts, **changes})


def way(profile: str) -> tuple[HandOver, ...]:
    """Desk, specialist, leader, and on the way back to the desk, where nobody has accepted."""
    desk, (day, next_day, last_day) = agency(profile)["desk_name"], DAYS[profile]
    return (
        block(
            giver_unit=desk,
            given_at=f"{day}T09:10:00+07:00",
            received_at=f"{day}T10:05:00+07:00",
        ),
        HandOver(
            SPECIALIST,
            "Lê Văn Định",
            f"{next_day}T08:05:00+07:00",
            LEADER,
            "Phạm Văn Bách",
            f"{next_day}T08:20:00+07:00",
            "early",
            "Đã xác minh qua Cơ sở dữ liệu hộ tịch",
        ),
        HandOver(LEADER, "Phạm Văn Bách", f"{last_day}T16:40:00+07:00", desk, "", "", "", ""),
    )


def control(
    profile: str = "today", blocks: tuple[HandOver, ...] | None = None, **changes: Any
) -> ControlSlip:
    """A dossier that was settled a day early."""
    day, _, last_day = DAYS[profile]
    return ControlSlip(
        head(profile, **changes),
        DECIDING[profile],
        f"{day}T09:00:00+07:00",
        f"{last_day}T16:30:00+07:00",
        way(profile) if blocks is None else blocks,
        "Công an xã",
    )


def listed(at: int) -> ListedDossier:
    """One line of a list."""
    return ListedDossier(
        f"H99.99.99-261125-{at:04d}",
        f"Nguyễn Thị Đường {at}",
        "Thôn Bùi Xá, xã Đoàn Kết",
        PROCEDURE if at % 3 else "Đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới",
        at % 5 + 1,
        "" if at % 4 else f"Ngăn {at}",
    )


def pile(count: int = 6, profile: str = "today", *, results: bool = False) -> HandOverList:
    """So many dossiers handed over at once."""
    dossiers = tuple(listed(at) for at in range(1, count + 1))
    return HandOverList(
        profile,
        agency(profile),
        3,
        ON[profile],
        "Trần Thị Hoa",
        "Lê Văn Định",
        results,
        dossiers,
    )
