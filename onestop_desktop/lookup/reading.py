"""An extract read: shards looked at once, the newest list found again when it has changed."""

from collections import OrderedDict
from pathlib import Path
from threading import Lock

from onestop_desktop.domain.lookup_errors import LookupDamaged, LookupKeyWrong
from onestop_desktop.domain.lookup_facts import KEY, PublicDossier
from onestop_desktop.lookup import format as form
from onestop_desktop.lookup.format import DATA, DOSSIERS, KEYS, LIST, Listing, SignedListing

KEPT = 256
"""Shards kept in memory: a few mebibytes."""


class Shards:
    """The shards of one list, each read and compared with its digest once; the last used are kept."""

    def __init__(self, target: Path, kept: int = KEPT) -> None:
        self._target, self._most = target, kept
        self._kept: OrderedDict[str, bytes] = OrderedDict()

    def content(self, listing: Listing, shard: str) -> bytes:
        """A shard's lines, none for one that is not in the list (LookupDamaged; FileNotFoundError)."""
        digest = listing.shards.get(shard, "")
        if not digest:
            return b""
        name = form.file_of(shard, digest)
        found = self._kept.get(name)
        if found is None:
            found = (self._target / DATA / name).read_bytes()
            if form.digest_of(found) != digest:
                raise LookupDamaged(target=str(self._target), file=name)
            if len(self._kept) >= self._most:
                self._kept.popitem(last=False)
            self._kept[name] = found
        return found

    def line(self, listing: Listing, kind: str, key: str) -> str:
        """One line, "" for none."""
        return form.find(self.content(listing, form.shard_of(kind, key)), key)

    def slip(self, listing: Listing, key: str) -> tuple[PublicDossier, ...]:
        """The dossiers of the slip that a key opens; none for a key that opens nothing."""
        told = self.line(listing, KEYS, key)
        if told.startswith("="):
            told = self.line(listing, KEYS, told[1:])
        found = ((code, self.line(listing, DOSSIERS, code)) for code in told.split())
        return tuple(form.read_dossier(code, line) for code, line in found if line)


class Reader:
    """What the service asks: the dossiers behind a key, of the newest extract (any thread)."""

    def __init__(self, target: Path, key: str = "") -> None:
        self._target, self._key = target, key
        self._shards, self._lock = Shards(target), Lock()
        self._stamp: tuple[int, int, int] | None = None
        self._signed = self._read()

    @property
    def listing(self) -> Listing:
        """The newest list."""
        with self._lock:
            self._refresh()
            return self._signed.listing

    @property
    def known(self) -> Listing:
        """The list read last, for what must be said even where the newest one cannot be read."""
        return self._signed.listing

    def slip(self, key: str) -> tuple[PublicDossier, ...]:
        """The dossiers of a slip, none for a key that opens nothing (LookupDamaged)."""
        if not KEY.fullmatch(key):
            return ()
        with self._lock:
            self._refresh()
            try:
                try:
                    return self._shards.slip(self._signed.listing, key)
                except FileNotFoundError:  # the exporter has been here since the list was read
                    self._signed = self._read()
                    return self._shards.slip(self._signed.listing, key)
            except (OSError, ValueError, KeyError, TypeError) as error:
                raise LookupDamaged(target=str(self._target), file=DATA) from error

    def _refresh(self) -> None:
        """Read the list again where another one stands there; one that is away now counts as the same."""
        try:
            found = (self._target / DATA / LIST).stat()
        except OSError:
            return
        if (found.st_mtime_ns, found.st_ino, found.st_size) != self._stamp:
            self._signed = self._read()

    def _read(self) -> SignedListing:
        file = self._target / DATA / LIST
        stamp = None
        if file.is_file():
            found = file.stat()
            stamp = (found.st_mtime_ns, found.st_ino, found.st_size)
        signed = form.read_listing(self._target)
        if self._key and signed.public != self._key:
            raise LookupKeyWrong(target=str(self._target))
        self._stamp = stamp
        return signed
