"""Passwords: kept as Argon2id texts with their own salt, drawn at random, looked for among the usual ones."""

import os
import secrets
from functools import lru_cache
from hashlib import sha256

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from onestop_desktop.settings import resources

ITERATIONS, LANES, KIBIBYTES = 3, 1, 64 * 1024
SALT_BYTES, KEY_BYTES = 16, 32
DRAWN_LETTERS = "bcdghkmnpqtvxyz23456789"
"""Of a first password: none that is read as another, none that a Vietnamese keyboard joins."""
DRAWN_GROUPS, DRAWN_GROUP = 4, 4
DIGEST_LETTERS = 12
"""How much of its SHA-256 names a usual password in the shipped list."""


class Passwords:
    """The port `Passwords`; weaker `iterations` and `kibibytes` only where tests make hundreds."""

    def __init__(self, iterations: int = ITERATIONS, kibibytes: int = KIBIBYTES) -> None:
        self._iterations, self._kibibytes = iterations, kibibytes

    def keep(self, password: str) -> str:
        """What is stored: parameters, salt and key in one text."""
        made = Argon2id(
            salt=os.urandom(SALT_BYTES),
            length=KEY_BYTES,
            iterations=self._iterations,
            lanes=LANES,
            memory_cost=self._kibibytes,
        )
        return made.derive_phc_encoded(password.encode())

    def fits(self, password: str, kept: str) -> bool:
        """Whether a password is the one kept; with "" nothing fits, after the same work."""
        try:
            Argon2id.verify_phc_encoded(password.encode(), kept or self._nobody())
        except (InvalidKey, ValueError):
            return False
        return bool(kept)

    def is_old(self, kept: str) -> bool:
        """Whether it was kept with other parameters than today's."""
        return f"$m={self._kibibytes},t={self._iterations},p={LANES}$" not in kept

    def draw(self) -> str:
        """A first password: random, to be changed."""
        groups = (
            "".join(secrets.choice(DRAWN_LETTERS) for _ in range(DRAWN_GROUP))
            for _ in range(DRAWN_GROUPS)
        )
        return "-".join(groups)

    def is_usual(self, password: str) -> bool:
        """Whether it is one of the most used passwords."""
        return usual_digest(password) in usual_digests()

    @lru_cache(maxsize=1)  # noqa: B019 - one value lives as long as the program
    def _nobody(self) -> str:
        return self.keep(secrets.token_hex(16))


def usual_digest(password: str) -> str:
    """How the shipped list names a password, capitals or not."""
    return sha256(password.casefold().encode()).hexdigest()[:DIGEST_LETTERS]


@lru_cache(maxsize=1)
def usual_digests() -> frozenset[str]:
    """The shipped list."""
    lines = (resources() / "accounts" / "usual_passwords.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
