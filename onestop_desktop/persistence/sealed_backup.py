"""A copy sealed for the way out of this PC: AES-GCM in pieces, the key from a passphrase by Argon2id.

    magic | length of head | head (JSON) | piece | piece | … | last piece

Each piece is bound to the head, to its place, and to being the last one or not: what is cut off,
swapped or taken from another file does not open. Memory stays flat however large the store is.
"""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from onestop_desktop.domain import backup_errors as errors
from onestop_desktop.domain.text import nfc

MAGIC = b"OneStop sealed copy 1\n"
PIECE, TAG = 1 << 20, 16
SHORTEST_PASSPHRASE = 12
_LONGEST_HEAD = 4096
_MOST = {"iterations": 20, "lanes": 16, "memory": 1 << 20}
"""What a head may ask of this PC: a strange file must not eat its memory."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a key is made from a passphrase; stands in every head, so that it can grow one day."""

    salt: str
    iterations: int = 3
    lanes: int = 1
    memory: int = 64 * 1024

    def key(self, passphrase: str) -> "SealKey":
        """The key of a passphrase (a quarter of a second on a small PC)."""
        kdf = Argon2id(
            salt=bytes.fromhex(self.salt),
            length=32,
            iterations=self.iterations,
            lanes=self.lanes,
            memory_cost=self.memory,
        )
        return SealKey(self, kdf.derive(nfc(passphrase).encode()))


@dataclass(frozen=True, slots=True)
class SealKey:
    """A key and how it was made; enough to seal without the passphrase."""

    way: Way
    secret: bytes

    def of_file(self, salt: bytes, use: bytes) -> bytes:
        """A key of its own for each file and use."""
        return HKDF(SHA256(), 32, salt, b"onestop " + use).derive(self.secret)


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the pieces: readable without the key, changed by nobody without it."""

    way: Way
    salt: bytes
    length: int
    check: str
    raw: bytes

    @property
    def size(self) -> int:
        """How large the whole file is."""
        pieces = max(1, -(-self.length // PIECE))
        return len(self.raw) + self.length + pieces * TAG


def new_key(passphrase: str) -> SealKey:
    """A fresh key for a passphrase (PassphraseWeak below twelve characters)."""
    if len(nfc(passphrase)) < SHORTEST_PASSPHRASE:
        raise errors.PassphraseWeak(field="passphrase", least=SHORTEST_PASSPHRASE)
    return Way(secrets.token_hex(16)).key(passphrase)


def is_sealed(file: Path) -> bool:
    """Whether a file begins as a sealed copy does (OSError)."""
    with file.open("rb") as source:
        return source.read(len(MAGIC)) == MAGIC


def is_whole(file: Path) -> bool:
    """Whether a sealed copy has its whole length; its pieces are not opened."""
    try:
        with file.open("rb") as source:
            return read_head(source, file.name).size == file.stat().st_size
    except (OSError, errors.BackupDamaged):
        return False


def seal(source: BinaryIO, size: int, into: BinaryIO, key: SealKey) -> None:
    """Seal `size` bytes of a plain copy."""
    salt = secrets.token_bytes(16)
    told = {
        "key": asdict(key.way),
        "salt": salt.hex(),
        "bytes": size,
        "check": _check(key, salt),
    }
    text = json.dumps(told, sort_keys=True).encode()
    raw = MAGIC + len(text).to_bytes(4, "big") + text
    into.write(raw)
    box, bound = AESGCM(key.of_file(salt, b"pieces")), hashlib.sha256(raw).digest()
    left, number = size, 0
    while True:
        plain = source.read(min(PIECE, left))
        left -= len(plain)
        if not plain and left:
            raise OSError("the plain copy is shorter than it was")
        into.write(box.encrypt(_nonce(number, last=not left), plain, bound))
        number += 1
        if not left:
            return


def unseal(
    source: BinaryIO, name: str, passphrase: str = "", key: SealKey | None = None
) -> Iterator[bytes]:
    """The plain pieces of a sealed copy, each proven before it is given.

    PassphraseMissing, PassphraseWrong; BackupDamaged for whatever was changed, cut off or added.
    """
    head = read_head(source, name)
    key = _key_for(head, name, passphrase, key)
    box, bound = AESGCM(key.of_file(head.salt, b"pieces")), hashlib.sha256(head.raw).digest()
    left, number = head.length, 0
    while True:
        piece = source.read(min(PIECE, left) + TAG)
        left -= min(PIECE, left)
        try:
            yield box.decrypt(_nonce(number, last=not left), piece, bound)
        except InvalidTag:
            raise errors.BackupDamaged(file=name) from None
        number += 1
        if not left:
            break
    if source.read(1):
        raise errors.BackupDamaged(file=name)


def read_head(source: BinaryIO, name: str) -> Head:
    """The head of a sealed copy (BackupDamaged)."""
    magic = source.read(len(MAGIC) + 4)
    length = int.from_bytes(magic[len(MAGIC) :], "big")
    text = source.read(min(length, _LONGEST_HEAD))
    try:
        if not magic.startswith(MAGIC) or len(text) != length:
            raise ValueError(name)
        told = json.loads(text)
        way = _way(told["key"])
        salt, size, check = bytes.fromhex(told["salt"]), told["bytes"], str(told["check"])
        if type(size) is not int or size < 0:
            raise ValueError(name)
    except (ValueError, KeyError, TypeError) as error:
        raise errors.BackupDamaged(file=name) from error
    return Head(way, salt, size, check, magic + text)


def _way(told: dict[str, Any]) -> Way:
    way = Way(**told)
    if len(bytes.fromhex(way.salt)) != 16:
        raise ValueError(way.salt)
    for name, most in _MOST.items():
        value = getattr(way, name)
        if type(value) is not int or not 1 <= value <= most:
            raise ValueError(name)
    if way.memory < 8 * way.lanes:
        raise ValueError(way.memory)
    return way


def _key_for(head: Head, name: str, passphrase: str, key: SealKey | None) -> SealKey:
    if key is not None and key.way == head.way:
        made = key
    elif passphrase:
        made = head.way.key(passphrase)
    else:
        raise errors.PassphraseMissing(file=name)
    if not hmac.compare_digest(_check(made, head.salt), head.check):
        raise errors.PassphraseWrong(file=name)
    return made


def _check(key: SealKey, salt: bytes) -> str:
    return key.of_file(salt, b"check").hex()[:32]


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
