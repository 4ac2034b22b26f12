"""Words that several papers say alike: labelled lines, hours and days in full, who a person is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from onestop_desktop.domain.moments import read_moment
from onestop_desktop.forms.panel import plain

_CALLED = {"male": "Ông", "female": "Bà", "": "Ông (Bà)"}


def labelled(label: str, value: str, *, strong: bool = False) -> str:
    """A label and its value as mark-up, dots where there is none."""
    shown = plain(value) if value else "…"
    return f"{label}: <b>{shown}</b>" if strong else f"{label}: {shown}"


def numbered(number: int, kind: str, suffix: str = "") -> str:
    """A paper's number with its sign: Số: 0001/PBS-TTPVHCC."""
    return f"Số: {number:04d}/{'-'.join(part for part in (kind, suffix) if part)}"


def day_in_words(on: date) -> str:
    """25 tháng 11 năm 2026: days below 10 and the first two months with a zero (Decree 30/2020)."""
    month = f"{on.month:02d}" if on.month < 3 else str(on.month)
    return f"{on.day:02d} tháng {month} năm {on.year}"


def hour_in_words(text: str) -> str:
    """A moment given as ISO text, to the minute."""
    moment = read_moment(text)
    return f"{moment:%H} giờ {moment:%M} phút, ngày {day_in_words(moment.date())}"


def called(person: Mapping[str, Any]) -> str:
    """How the paper calls an applicant: Ông, Bà, both where nobody said, or Tổ chức."""
    return _CALLED[person["sex"]] if person["kind"] == "person" else "Tổ chức"


def owner(person: Mapping[str, Any]) -> str:
    """The applicant as mark-up, the name in capitals as identity cards write it."""
    return f"{called(person)} <b>{plain(person['name'].upper() or '…')}</b>"


def identity_line(person: Mapping[str, Any]) -> str:
    """The identity number of a person or of an organisation."""
    label = "Số định danh cá nhân" if person["kind"] == "person" else "Số định danh tổ chức"
    return labelled(label, person["identity"])


def contact_lines(person: Mapping[str, Any]) -> list[str]:
    """Address; phone and email beside each other."""
    return [
        labelled("Địa chỉ", person["address"]),
        f"{labelled('Số điện thoại', person['phone'])}"
        f" &nbsp;&nbsp;&nbsp;&nbsp; {labelled('Email', person['email'] or '(không có)')}",
    ]


def dong(amount: int) -> str:
    """An amount in groups of three: 1.234.000."""
    return f"{amount:,}".replace(",", ".")


def desk_foot(agency: Mapping[str, Any]) -> tuple[str, str]:
    """The small print at the foot of the desk's papers: its name, address and phone."""
    return (f"{agency['desk_name']}, {agency['address']}.", f"Điện thoại: {agency['phone']}.")
