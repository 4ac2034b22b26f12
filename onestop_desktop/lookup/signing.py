"""The Ed25519 key extracts are signed with: kept beside the store for its owner alone, its public half shown."""

from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from onestop_desktop.domain.lookup_errors import LookupKeyDamaged
from onestop_desktop.lookup.files import faults, make_folder, put

HEX_LETTERS = 64


class SigningKey:
    """A key in its file, drawn at the first question."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._key: Ed25519PrivateKey | None = None

    def sign(self, content: bytes) -> str:
        """The signature as 128 hex digits; the same content has the same one."""
        return self._opened().sign(content).hex()

    def public(self) -> str:
        """The public half as 64 hex digits."""
        return self._opened().public_key().public_bytes_raw().hex()

    def _opened(self) -> Ed25519PrivateKey:
        if self._key is None:
            self._key = self._read() or self._draw()
        return self._key

    def _read(self) -> Ed25519PrivateKey | None:
        try:
            told = self._file.read_bytes().strip()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise LookupKeyDamaged(file=str(self._file)) from error
        try:
            return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(told.decode("ascii")))
        except ValueError as error:
            raise LookupKeyDamaged(file=str(self._file)) from error

    def _draw(self) -> Ed25519PrivateKey:
        key = Ed25519PrivateKey.generate()
        with faults(self._file):
            make_folder(self._file.parent)
            put(self._file, key.private_bytes_raw().hex().encode("ascii"))
        return key


def is_signed(content: bytes, signature: str, public: str) -> bool:
    """Whether the content bears a signature of that key."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), content)
    except (ValueError, InvalidSignature):
        return False
    return True
