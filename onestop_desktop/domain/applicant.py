"""The people of a dossier: applicant (person or organisation), submitter by proxy, and odd values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from onestop_desktop.domain.facts import as_facts


class ApplicantKind(StrEnum):
    """A person or an organisation."""

    PERSON = "person"
    ORGANISATION = "organisation"


class Sex(StrEnum):
    """As identity cards write it; "" where nobody said."""

    UNKNOWN = ""
    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True)
class Applicant:
    """The owner of the dossier (chủ hồ sơ)."""

    kind: ApplicantKind
    name: str
    identity: str = ""
    born_on: date | None = None
    sex: Sex = Sex.UNKNOWN
    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Proxy:
    """The one who hands the dossier in for the applicant, and the paper that allows it."""

    name: str
    identity: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    authorisation: str = ""


@dataclass(frozen=True, slots=True)
class Warning:
    """An odd but possible value: shown at its field, never in the way."""

    code: str
    field: str
    facts: dict[str, Any]


_CENTURY = {digit: 1900 + 100 * (digit // 2) for digit in range(10)}
_USUAL_PHONE = re.compile(r"(0[35789]\d{8}|02\d{8,9}|1[89]00\d{4,6}|\+?84\d{9})", re.ASCII)


def plain_identity(text: str) -> str:
    """A number as it is kept: no blanks, capitals."""
    return "".join(text.split()).upper()


def identity_warnings(applicant: Applicant, provinces: Mapping[str, str]) -> tuple[Warning, ...]:
    """What is odd about a person's number and phone (there is no check digit: nothing is refused).

    `provinces` maps the first three digits to a province's name before the mergers of 2025.
    """
    found: list[Warning] = []
    number = applicant.identity
    if applicant.kind is ApplicantKind.PERSON and re.fullmatch(r"[0-9]{12}", number):
        found.extend(_number_warnings(applicant, provinces))
    elif applicant.kind is ApplicantKind.PERSON and re.fullmatch(r"[0-9]{9}", number):
        found.append(Warning("identity_old_card", "applicant.identity", {}))
    phone = re.sub(r"[\s.-]", "", applicant.phone)
    if phone and not _USUAL_PHONE.fullmatch(phone):
        found.append(Warning("phone_odd", "applicant.phone", {"phone": applicant.phone}))
    return tuple(found)


def _number_warnings(applicant: Applicant, provinces: Mapping[str, str]) -> list[Warning]:
    number, field = applicant.identity, "applicant.identity"
    found = []
    if provinces and number[:3] not in provinces:
        found.append(Warning("identity_odd_province", field, {"prefix": number[:3]}))
    digit = int(number[3])
    if applicant.sex and applicant.sex != (Sex.FEMALE if digit % 2 else Sex.MALE):
        found.append(Warning("identity_odd_sex", field, {"digit": digit}))
    year = _CENTURY[digit] + int(number[4:6])
    if applicant.born_on and applicant.born_on.year != year:
        found.append(Warning("identity_odd_year", field, {"year": year}))
    return found


def write_person(person: Applicant | Proxy) -> dict[str, Any]:
    """Plain values for journal, slip and command line."""
    facts: dict[str, Any] = as_facts(person)
    if facts.get("born_on"):
        facts["born_on"] = facts["born_on"].isoformat()
    return facts


def read_applicant(facts: Mapping[str, Any]) -> Applicant:
    """The applicant again from what `write_person` gave."""
    born = facts.get("born_on")
    return Applicant(
        **{
            **facts,
            "kind": ApplicantKind(facts["kind"]),
            "sex": Sex(facts.get("sex", "")),
            "born_on": date.fromisoformat(born) if born else None,
        }
    )


def read_proxy(facts: Mapping[str, Any] | None) -> Proxy | None:
    """The proxy again, None where the applicant came in person."""
    return Proxy(**facts) if facts else None
