"""What the citizen's extract needs: how the store is read for it, and where it is written."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from onestop_desktop.domain.lookup_facts import LookupMark, PublicDesk, PublicDossier


@dataclass(frozen=True, slots=True)
class Written:
    """What a writing came to: dossiers in the extract now, how many of them were written, which mark."""

    dossiers: int
    changed: int
    sequence: int


class LookupRows(Protocol):
    """The store as the extract reads it; no name and no number of a person leaves it."""

    def mark(self) -> LookupMark: ...
    def digest(self, sequence: int) -> str:
        """The digest of an entry, "" where there is none."""

    def recorded_at(self, sequence: int) -> datetime: ...
    def touched(self, since: int) -> tuple[str, ...] | None:
        """The codes changed after an entry; None where the desk itself was."""

    def dossiers(self, codes: Iterable[str] | None, *, procedures: bool) -> Iterable[PublicDossier]:
        """Those codes, or every dossier as a stream; one whose facts were erased is not there."""

    def code_of_token(self, token: str) -> str:
        """The first dossier of the slip that bears a token, "" for none."""

    def told_on(self, day: datetime) -> bool:
        """Whether an extract is already on record since that moment."""


class Extract(Protocol):
    """One extract in its folder, held by this writer alone."""

    def mark(self) -> LookupMark | None:
        """How far it goes; None where there is none, or none that can be trusted."""

    def origin(self) -> str:
        """Whose it is, by the store's first entry, whichever key has signed it; "" for nobody's."""

    def write(
        self,
        mark: LookupMark,
        desk: PublicDesk,
        dossiers: Iterable[PublicDossier],
        touched: tuple[str, ...] | None,
    ) -> Written:
        """Put the dossiers in: all of them anew (`touched` None), or those codes in place of what stood there.

        The old extract or the new one stands there, whatever happens (LookupTargetFull, LookupTargetGone).
        """

    def pages(self) -> int:
        """Bring the static pages up to the extract; gives how many were written."""


class Extracts(Protocol):
    """Where extracts are."""

    def open(self, target: str) -> AbstractContextManager[Extract]:
        """The extract of a folder, to be written (LookupTargetGone)."""

    def public_key(self) -> str:
        """The key that extracts are signed with, its public half as 64 hex digits."""

    def check(self, target: str, key: str) -> int:
        """How many dossiers an extract holds whose signature and digests are right.

        LookupMissing, LookupDamaged; LookupKeyWrong where it is not signed by `key` ("" this desk's).
        """
