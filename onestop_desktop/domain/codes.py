"""Codes of dossiers: the desk's own, issued inside the transaction, and the provincial system's."""

import re
from dataclasses import dataclass
from datetime import date

from onestop_desktop.domain.errors import AgencyIdentifierInvalid, OfficialCodeInvalid

_AGENCY = re.compile(
    r"[A-Z]\d{2}(\.[A-Z0-9]{1,5}){1,5}|\d{3}\.\d{2}\.\d{2,3}\.[A-Z]\d{2}", re.ASCII
)
_OFFICIAL = re.compile(
    r"([A-Z]\d{2}(\.[A-Z0-9]{1,5}){1,5}|\d{3}\.\d{2}\.\d{2,3}\.[A-Z]\d{2})-(\d{6})-(\d{4,8})",
    re.ASCII,
)

_KEY = re.compile(r"[1-9]\d{9}(\d{4})?", re.ASCII)
"""No phone number begins so, and an identity number has twelve digits."""


def check_agency(identifier: str) -> str:
    """The agency's identifier when its shape is right (Decision 20/2020, at most 35 letters)."""
    if len(identifier) > 35 or not _AGENCY.fullmatch(identifier):
        raise AgencyIdentifierInvalid(field="identifier", value=identifier)
    return identifier


@dataclass(frozen=True, slots=True)
class DossierCode:
    """`<agency>-YYMMDD-NNNN`, local day, one series per agency and day, wider past 9999."""

    agency: str
    on: date
    number: int

    def __str__(self) -> str:
        return f"{self.agency}-{self.on:%y%m%d}-{self.number:04d}"


def looks_like_code(text: str) -> bool:
    """Whether a scanned text has the shape and a real date of a dossier code, ours or official."""
    found = _OFFICIAL.fullmatch(text.strip().upper())
    return found is not None and _is_day(found[3])


def short_key(code: str) -> str:
    """What a roll's bars say of a code: day and number, ten digits (fourteen past 9999); "" for no code."""
    found = _OFFICIAL.fullmatch(code)
    if found is None:
        return ""
    number = int(found[4])
    return f"{found[3]}{number:04d}" if number <= 9999 else f"{found[3]}{number:08d}"


def looks_like_key(text: str) -> bool:
    """Whether a scanned text has the shape and a real date of a short key."""
    return _KEY.fullmatch(text.strip()) is not None and _is_day(text.strip()[:6])


def looks_like_slip(text: str) -> bool:
    """Whether a scanned text is what stands on a slip: a code or a short key."""
    return looks_like_code(text) or looks_like_key(text)


def code_of_key(key: str, agency: str) -> str:
    """The code of this agency behind a short key, any other text as it is."""
    key = key.strip()
    return f"{agency}-{key[:6]}-{int(key[6:]):04d}" if looks_like_key(key) else key


def check_official(code: str) -> str:
    """The provincial system's code, "" for none; OfficialCodeInvalid for another shape."""
    code = code.strip().upper()
    if code and not looks_like_code(code):
        raise OfficialCodeInvalid(field="official_code", value=code)
    return code


def _is_day(text: str) -> bool:
    try:
        date(2000 + int(text[:2]), int(text[2:4]), int(text[4:]))
    except ValueError:
        return False
    return True
