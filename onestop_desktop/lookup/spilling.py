"""Lines on their way to their shards: a whole extract is sorted through a private folder, flat in memory."""

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from onestop_desktop.domain.lookup_facts import PublicDossier
from onestop_desktop.lookup.format import DOSSIERS, KEYS, shard_of, write_dossier

MOST_BYTES = 4 << 20
"""Bytes of lines kept before they go to the folder."""


def spilled(dossiers: Iterable[PublicDossier]) -> Iterator[tuple[str, dict[str, str]]]:
    """Every shard with its lines by key, one after the other in the order of their names."""
    with tempfile.TemporaryDirectory(prefix="onestop-lookup-") as folder:
        names = _pour(dossiers, Path(folder))
        for name in sorted(names):
            yield name, _gathered(Path(folder) / name)


def key_lines(dossier: PublicDossier) -> tuple[tuple[str, str], tuple[str, str]]:
    """The two lines of keys a dossier has."""
    token, typed = dossier.keys
    return (token, dossier.code), (typed, f"={token}")


def _pour(dossiers: Iterable[PublicDossier], folder: Path) -> set[str]:
    waiting: dict[str, list[str]] = defaultdict(list)
    names: set[str] = set()
    size = 0
    for dossier in dossiers:
        lines = [(DOSSIERS, dossier.code, write_dossier(dossier))]
        lines += [(KEYS, key, rest) for key, rest in key_lines(dossier)]
        for kind, key, rest in lines:
            waiting[shard_of(kind, key)].append(f"{key} {rest}\n")
            size += len(key) + len(rest)
        if size > MOST_BYTES:
            names |= _empty(waiting, folder)
            size = 0
    return names | _empty(waiting, folder)


def _empty(waiting: dict[str, list[str]], folder: Path) -> set[str]:
    for name, lines in waiting.items():
        with (folder / name).open("a", encoding="utf-8", newline="\n") as file:
            file.writelines(lines)
    names = set(waiting)
    waiting.clear()
    return names


def _gathered(file: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in file.read_text("utf-8").split("\n"):
        if line:
            key, rest = line.split(" ", 1)
            add(found, key, rest)
    return found


def add(lines: dict[str, str], key: str, rest: str) -> None:
    """One more line; a slip's token has all its codes in one, in their order."""
    if key in lines and rest[0] not in "={":
        rest = " ".join(sorted({*lines[key].split(), rest}))
    lines[key] = rest
