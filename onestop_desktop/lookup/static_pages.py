"""The extract as static pages: a folder for each slip under its token, a stub for what is typed, the form."""

import json
import os
from pathlib import Path

from onestop_desktop.domain.lookup_errors import LookupDamaged
from onestop_desktop.domain.lookup_facts import KEY, PublicDesk, PublicDossier
from onestop_desktop.lookup import format as form
from onestop_desktop.lookup.files import PUBLIC, make_folder, put, remove
from onestop_desktop.lookup.format import DATA, DOSSIERS, KEYS, Listing
from onestop_desktop.lookup.pages import form_page, slip_page, stub_page
from onestop_desktop.lookup.reading import Shards
from onestop_desktop.lookup.style import SCRIPT, SCRIPT_FILE

WEB, STUBS, INDEX = "trang", "k", "index.html"
MADE = "trang-da-lam.json"
OPEN_FOLDER = 0o755
_SAMPLE = PublicDossier(
    "A", "awaiting_papers", "papers_wanted", "desk", "", *("2026-01-05T08:00:00+07:00",) * 3,
    ("B",), "C", ("", ""),
)  # fmt: skip


class StaticPages:
    """The pages of one folder. What they were made of is noted last: a killed making is made good."""

    def __init__(self, target: Path, shards: Shards) -> None:
        self._web, self._note = target / WEB, target / DATA / MADE
        self._data, self._target, self._shards = target / DATA, target, shards
        self._sure = True

    def named(self) -> tuple[str, ...]:
        """The shards of which the pages were made; they stay until the pages follow."""
        return tuple(form.file_of(*each) for each in self._noted()[1].items())

    def follow(self, listing: Listing) -> int:
        """Write what differs from the pages made last; gives how many pages of slips were written."""
        looks = _looks(listing.desk)
        noted, before = self._noted()
        after = {s: d for s, d in listing.shards.items() if s.startswith(DOSSIERS)}
        self._sure = noted == looks
        if not self._sure:  # another desk's data or another look: every page anew
            before = {}
        if noted == looks and before == after:
            return 0
        self._frame(listing.desk)
        made = 0
        for shard in sorted(before.keys() | after.keys()):
            old, new = before.get(shard, ""), after.get(shard, "")
            if old != new:
                made += self._shard(listing, shard, old)
        if not self._sure:
            self._sweep(listing)
        told = json.dumps({"looks": looks, "shards": after}, sort_keys=True)
        put(self._note, told.encode(), durable=False)
        return made

    def _noted(self) -> tuple[str, dict[str, str]]:
        try:
            told = json.loads(self._note.read_bytes())
            return str(told["looks"]), dict(told["shards"])
        except (OSError, ValueError, KeyError, TypeError):
            return "", {}

    def _frame(self, desk: PublicDesk) -> None:
        for folder in (self._web, self._web / STUBS):
            make_folder(folder, OPEN_FOLDER)
        self._write(INDEX, form_page(desk, script=True))
        self._write(SCRIPT_FILE, SCRIPT)

    def _shard(self, listing: Listing, shard: str, old: str) -> int:
        """The pages of the slips whose dossiers have changed in one shard."""
        try:
            before = form.split((self._data / form.file_of(shard, old)).read_bytes()) if old else {}
        except OSError:  # then each of them is written anew
            before, self._sure = {}, False
        now = form.split(self._shards.content(listing, shard))
        tokens: set[str] = set()
        for code, line in sorted(before.items() ^ now.items()):
            token, typed = _keys(self._target, code, line)
            tokens.add(token)
            if code not in now:
                remove(self._web / STUBS / f"{typed}.html")
            elif code not in before:
                self._write(f"{STUBS}/{typed}.html", stub_page(token))
        for token in sorted(tokens):
            self._slip(listing, token)
        return len(tokens)

    def _sweep(self, listing: Listing) -> None:
        """Take away what the list does not name: where nobody knows what stood there, nothing may outlive it."""
        for folder, ending in ((self._web, ""), (self._web / STUBS, ".html")):
            for name in sorted(os.listdir(folder)):
                key = name.removesuffix(ending)
                if KEY.fullmatch(key) and not self._shards.line(listing, KEYS, key):
                    remove(folder / name)

    def _slip(self, listing: Listing, token: str) -> None:
        dossiers = self._shards.slip(listing, token)
        if not dossiers:
            remove(self._web / token)
            return
        make_folder(self._web / token, OPEN_FOLDER)
        self._write(f"{token}/{INDEX}", slip_page(listing.desk, dossiers, "../"))

    def _write(self, name: str, text: str) -> None:
        put(self._web / name, text.encode(), PUBLIC, durable=False)


def _keys(target: Path, code: str, line: str) -> tuple[str, str]:
    try:
        return form.read_dossier(code, line).keys
    except (ValueError, KeyError, TypeError) as error:
        raise LookupDamaged(target=str(target), file=DATA) from error


def _looks(desk: PublicDesk) -> str:
    """What every page has in common, as a digest: desk, words, style, script."""
    whole = slip_page(desk, (_SAMPLE,), "../") + form_page(desk, script=True) + SCRIPT
    return form.digest_of((whole + stub_page("")).encode())
