"""The extract's form: shards of lines named by their own digest, and one signed list of them.

A line of `d` is a dossier, found by its code; a line of `k` a key: a slip's token with its codes, or
the digest of a code and secret with `=` and the token. A shard's name holds its digest, so a new
shard never overwrites an old one, and the list, put in place at once, says which of them count.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.lookup_errors import LookupDamaged, LookupMissing
from onestop_desktop.domain.lookup_facts import LookupMark, PublicDesk, PublicDossier
from onestop_desktop.lookup.signing import is_signed

FORMAT = 1
SHARDS = 1024
LIST = "danh-sach.json"
DATA = "du-lieu"
DOSSIERS, KEYS = "d", "k"


def shard_of(kind: str, key: str) -> str:
    """The shard in which a code or a key stands."""
    return f"{kind}{crc32(key.encode()) % SHARDS:03x}"


def file_of(shard: str, digest: str) -> str:
    """The file of a shard of that content."""
    return f"{shard}-{digest[:16]}"


def digest_of(content: bytes) -> str:
    """SHA-256 of a shard."""
    return hashlib.sha256(content).hexdigest()


def join(lines: Mapping[str, str]) -> bytes:
    """A shard from its lines by key: in order, each between two line feeds."""
    if not lines:
        return b""
    return ("\n" + "".join(f"{key} {lines[key]}\n" for key in sorted(lines))).encode()


def split(content: bytes) -> dict[str, str]:
    """The lines of a shard by key."""
    rows = content.decode().split("\n")
    return dict(row.split(" ", 1) for row in rows if row)


def find(content: bytes, key: str) -> str:
    """One line of a shard without reading the others, "" for none."""
    mark = b"\n" + key.encode() + b" "
    at = content.find(mark)
    if at < 0:
        return ""
    begin = at + len(mark)
    return content[begin : content.index(b"\n", begin)].decode()


def write_dossier(dossier: PublicDossier) -> str:
    """A dossier's line."""
    facts = as_facts(dossier)
    del facts["code"]
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_dossier(code: str, line: str) -> PublicDossier:
    """The dossier again (ValueError, TypeError, KeyError)."""
    facts = json.loads(line)
    facts |= {"bring": tuple(facts["bring"]), "keys": tuple(facts["keys"])}
    return PublicDossier(code=code, **facts)


@dataclass(frozen=True)
class Listing:
    """The signed list: how far the extract goes, the desk, the digest of each shard."""

    mark: LookupMark
    desk: PublicDesk
    dossiers: int = 0
    shards: dict[str, str] = field(default_factory=dict)

    def body(self) -> bytes:
        """What is signed: the same facts are the same bytes."""
        told = {
            "format": FORMAT,
            "mark": as_facts(self.mark),
            "desk": as_facts(self.desk),
            "dossiers": self.dossiers,
            "shards": self.shards,
        }
        return json.dumps(told, ensure_ascii=False, sort_keys=True, indent=0).encode()

    def files(self) -> Iterable[str]:
        """The files that count."""
        return (file_of(shard, digest) for shard, digest in self.shards.items())


@dataclass(frozen=True)
class SignedListing:
    """A list as it was read: by which key it is signed, whether rightly."""

    listing: Listing
    public: str
    digest: str


def seal(body: bytes, public: str, signature: str) -> bytes:
    """The list's file: what is signed, then key and signature in the last line."""
    return body + f"\n{public} {signature}\n".encode()


def read_listing(target: Path) -> SignedListing:
    """The list of an extract (LookupMissing, LookupDamaged: a signature that does not fit, too)."""
    file = target / DATA / LIST
    try:
        content = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise LookupMissing(target=str(target)) from None
    except OSError as error:
        raise LookupDamaged(target=str(target), file=LIST) from error
    try:
        body, last = content.rstrip(b"\n").rsplit(b"\n", 1)
        public, signature = last.decode("ascii").split(" ")
        if not is_signed(body, signature, public):
            raise ValueError(LIST)
        return SignedListing(_listing(json.loads(body)), public, digest_of(content))
    except (ValueError, KeyError, TypeError) as error:
        raise LookupDamaged(target=str(target), file=LIST) from error


def _listing(told: dict[str, Any]) -> Listing:
    if told["format"] != FORMAT:
        raise ValueError(told["format"])
    hours = tuple((day, words) for day, words in told["desk"].pop("hours"))
    desk = PublicDesk(**told["desk"], hours=hours)
    return Listing(LookupMark(**told["mark"]), desk, told["dossiers"], told["shards"])
