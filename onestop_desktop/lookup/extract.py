"""The exporter: an extract written whole, or the shards of what changed; the list is put in place last."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from onestop_desktop.application.lookup_ports import Written
from onestop_desktop.domain.lookup_errors import LookupDamaged, LookupKeyWrong, LookupMissing
from onestop_desktop.domain.lookup_facts import LookupMark, PublicDesk, PublicDossier
from onestop_desktop.lookup import format as form
from onestop_desktop.lookup.files import faults, make_folder, put, remove, settle
from onestop_desktop.lookup.format import DATA, DOSSIERS, KEYS, LIST, Listing
from onestop_desktop.lookup.reading import Shards
from onestop_desktop.lookup.signing import SigningKey
from onestop_desktop.lookup.spilling import add, key_lines, spilled
from onestop_desktop.lookup.static_pages import MADE, StaticPages

LinesOf = Callable[[str, str], dict[str, str]]
"""(kind, key) to the lines of its shard."""
LOCK = ".dang-ghi"
"""Held by the writer; nothing is in it."""


class FolderExtracts:
    """The port `Extracts`: an extract is a folder, the key lies in its file beside the store."""

    def __init__(self, key_file: Path) -> None:
        self._key = SigningKey(key_file)

    @contextmanager
    def open(self, target: str) -> Iterator["FolderExtract"]:
        """The extract of a folder; one writer at a time, another waits for it."""
        with faults(target):
            folder = make_folder(Path(target) / DATA)
        with faults(target), held(folder):
            yield FolderExtract(Path(target), self._key)

    def public_key(self) -> str:
        """The key's public half."""
        return self._key.public()

    def check(self, target: str, key: str) -> int:
        """How many dossiers an extract holds that is whole."""
        signed = form.read_listing(Path(target))
        if signed.public != (key.strip().lower() or self._key.public()):
            raise LookupKeyWrong(target=target)
        shards, count = Shards(Path(target), 1), 0
        try:
            for shard in signed.listing.shards:
                lines = form.split(shards.content(signed.listing, shard))
                count += len(lines) if shard.startswith(DOSSIERS) else 0
        except (OSError, ValueError) as error:
            raise LookupDamaged(target=target, file=shard) from error
        if count != signed.listing.dossiers:
            raise LookupDamaged(target=target, file=LIST)
        return count


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """The folder for this writer alone, where the system can lock a file; its end lets go by itself."""
    try:
        import fcntl  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        yield
        return
    lock = os.open(folder / LOCK, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


class FolderExtract:
    """The port `Extract` over one folder."""

    def __init__(self, target: Path, key: SigningKey) -> None:
        self._target, self._folder, self._key = target, target / DATA, key
        self._shards = Shards(target)
        self._origin = ""
        self._old = self._read()

    def mark(self) -> LookupMark | None:
        """How far it goes; None where nothing stands there that this desk's key has signed."""
        return self._old.mark if self._old else None

    def origin(self) -> str:
        """Whose it is, by the store's first entry, whichever key has signed it; "" for nobody's."""
        return self._origin

    def write(
        self,
        mark: LookupMark,
        desk: PublicDesk,
        dossiers: Iterable[PublicDossier],
        touched: tuple[str, ...] | None,
    ) -> Written:
        """All anew, or what was touched; the list last, so that the old extract holds until the new one does."""
        # Here, or the store around it would take a fault of this place for its own.
        with faults(self._target):
            return self._written(mark, desk, dossiers, touched)

    def _written(
        self,
        mark: LookupMark,
        desk: PublicDesk,
        dossiers: Iterable[PublicDossier],
        touched: tuple[str, ...] | None,
    ) -> Written:
        old = self._old
        if old is None or touched is None:
            listing, changed = self._whole(Listing(mark, desk), dossiers)
        else:
            listing, changed = self._part(replace(old, mark=mark, desk=desk), dossiers, touched)
        if listing != old:
            body = listing.body()
            settle(self._folder)
            put(self._folder / LIST, form.seal(body, self._key.public(), self._key.sign(body)))
            settle(self._folder)
            self._old = listing
        self._sweep()
        return Written(listing.dossiers, changed, mark.sequence)

    def pages(self) -> int:
        """The static pages of what is in the list."""
        if self._old is None:
            return 0
        made = StaticPages(self._target, self._shards).follow(self._old)
        self._sweep()
        return made

    def _read(self) -> Listing | None:
        """What stands there; an extract that is damaged or of another key is made anew."""
        try:
            signed = form.read_listing(self._target)
        except (LookupMissing, LookupDamaged):
            return None
        self._origin = signed.listing.mark.origin
        if signed.public != self._key.public():
            return None
        there = set(os.listdir(self._folder))
        return signed.listing if there.issuperset(signed.listing.files()) else None

    def _whole(self, listing: Listing, dossiers: Iterable[PublicDossier]) -> tuple[Listing, int]:
        count = 0
        for shard, lines in spilled(dossiers):
            listing.shards[shard] = self._put(shard, lines)
            count += len(lines) if shard.startswith(DOSSIERS) else 0
        return replace(listing, dossiers=count), count

    def _part(
        self, listing: Listing, dossiers: Iterable[PublicDossier], touched: tuple[str, ...]
    ) -> tuple[Listing, int]:
        """The shards of some codes read, changed, written under their new names."""
        open_shards: dict[str, dict[str, str]] = {}

        def lines(kind: str, key: str) -> dict[str, str]:
            shard = form.shard_of(kind, key)
            if shard not in open_shards:
                open_shards[shard] = form.split(self._shards.content(listing, shard))
            return open_shards[shard]

        now = {dossier.code: dossier for dossier in dossiers}
        count, changed = listing.dossiers, 0
        for code in touched:
            there = lines(DOSSIERS, code)
            before, dossier = there.pop(code, ""), now.get(code)
            count -= bool(before)
            if before and dossier is None:
                self._drop(form.read_dossier(code, before), lines)
            if dossier is not None:
                count += 1
                there[code] = form.write_dossier(dossier)
                for key, rest in key_lines(dossier):
                    add(lines(KEYS, key), key, rest)
            changed += before != there.get(code, "")
        shards = dict(listing.shards)
        for shard, kept in open_shards.items():
            shards.pop(shard, None)
            if kept:
                shards[shard] = self._put(shard, kept)
        return replace(listing, dossiers=count, shards=shards), changed

    @staticmethod
    def _drop(gone: PublicDossier, lines: LinesOf) -> None:
        """Take a dossier's keys away; a token stays for the others of its slip."""
        token, typed = gone.keys
        lines(KEYS, typed).pop(typed, None)
        others = [code for code in lines(KEYS, token).pop(token, "").split() if code != gone.code]
        if others:
            lines(KEYS, token)[token] = " ".join(others)

    def _put(self, shard: str, lines: dict[str, str]) -> str:
        content = form.join(lines)
        digest = form.digest_of(content)
        file = self._folder / form.file_of(shard, digest)
        if not file.exists() or form.digest_of(file.read_bytes()) != digest:
            put(file, content)
        return digest

    def _sweep(self) -> None:
        """Away with what neither the list nor the pages made last still name."""
        counts = {LIST, MADE, LOCK, *StaticPages(self._target, self._shards).named()}
        counts.update(self._old.files() if self._old else ())
        for name in os.listdir(self._folder):
            if name not in counts:
                remove(self._folder / name)
