"""What is known of a copy of the store: whose it is, how far it reaches, when and why it was made."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from onestop_desktop.domain.moments import VIETNAM

OLD_AFTER_DAYS = 2
"""The copy at the second place is shown in red when it is older than this."""


class CopyKind(StrEnum):
    """Why a copy was made; the word in its file's name."""

    CLOSING = "ket-thuc-ngay"
    ASKED = "theo-yeu-cau"
    MIGRATION = "truoc-nang-cap"
    RESTORE = "truoc-phuc-hoi"


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """What a verified copy holds: `identity` is the digest of its first entry, `last_at` its newest."""

    desk: str
    identity: str
    entries: int
    dossiers: int
    last_at: datetime | None
    version: str
    bytes: int
    sha256: str
    encrypted: bool = False


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy in the store's folder of copies; `good` as far as its size and digest tell."""

    name: str
    path: str
    kind: CopyKind
    made_at: datetime
    bytes: int
    good: bool
    entries: int = 0
    dossiers: int = 0


@dataclass(frozen=True, slots=True)
class LastDay:
    """What a tried copy shows of its last day."""

    day: date
    received: int
    settled: int
    returned: int
    open: int
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """The store that stands where a copy shall go; `identity` "" where it can no longer be read."""

    desk: str = ""
    identity: str = ""
    entries: int = 0
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """The copies' second place: whether it is there, has its key, and its newest whole copy."""

    folder: str
    reachable: bool
    ready: bool
    newest: datetime | None = None
    newest_file: str = ""

    def days_old(self, now: datetime) -> int | None:
        """Whole days since the newest copy; None where there is none."""
        return None if self.newest is None else max(0, (now - self.newest).days)

    def is_old(self, now: datetime) -> bool:
        """Whether the newest copy is missing or older than two days."""
        if self.newest is None:
            return True
        return (now - self.newest).total_seconds() > OLD_AFTER_DAYS * 86_400


_NAME = re.compile(
    r"(?P<stem>.+)\.(?P<kind>[a-z-]+)\.(?P<at>\d{8}-\d{6})\.(?P<what>sqlite|pgdump|sealed)"
)


def copy_name(stem: str, kind: CopyKind, made_at: datetime, what: str) -> str:
    """The file name of a copy: whose, why, when (to the second), what it is."""
    return f"{stem}.{kind.value}.{made_at.astimezone(VIETNAM):%Y%m%d-%H%M%S}.{what}"


def read_copy_name(name: str) -> tuple[str, CopyKind, datetime, str] | None:
    """Stem, kind, moment and ending of a copy's name; None for a file that is none."""
    found = _NAME.fullmatch(name)
    if not found or found["kind"] not in list(CopyKind):
        return None
    try:
        made_at = datetime.strptime(found["at"], "%Y%m%d-%H%M%S").replace(tzinfo=VIETNAM)
    except ValueError:
        return None
    return found["stem"], CopyKind(found["kind"]), made_at, found["what"]
