"""The copies' second place: a key kept beside the store so that nobody types it at each closing."""

import base64
import json
import os
from dataclasses import asdict
from pathlib import Path

from onestop_desktop.domain import backup_errors as errors
from onestop_desktop.domain.backup_plan import to_drop
from onestop_desktop.domain.store_copy import KeptCopy, SecondPlace, copy_name, read_copy_name
from onestop_desktop.persistence import sealed_backup
from onestop_desktop.persistence.sealed_backup import SealKey, Way
from onestop_desktop.persistence.whole_files import forget, new_copy

KEY_FILE = "khoa.json"


def read_key(folder: Path) -> SealKey | None:
    """The key kept in the store's folder of copies; None where there is none that can be read."""
    try:
        told = json.loads((folder / KEY_FILE).read_text(encoding="utf-8"))
        return SealKey(Way(**told["key"]), base64.b64decode(told["secret"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep_key(folder: Path, key: SealKey) -> None:
    """Keep a key for its owner alone; never the passphrase (BackupTargetGone)."""
    told = {"key": asdict(key.way), "secret": base64.b64encode(key.secret).decode()}
    with new_copy(folder / KEY_FILE) as made:
        made.write(json.dumps(told).encode())


def try_folder(folder: str) -> None:
    """That a file can be written there (BackupTargetGone, BackupTargetFull)."""
    target = Path(folder) / "thu"
    if not Path(folder).is_dir():
        raise errors.BackupTargetGone(target=folder)
    with new_copy(target) as made:
        made.write(b"thu")
    forget(target)


def look(folder: str, stem: str, *, ready: bool) -> SecondPlace:
    """What stands there: the newest copy of this store that has its whole length."""
    there = Path(folder)
    try:
        found = sorted(_copies(there, stem), key=lambda each: each.made_at, reverse=True)
        reachable = there.is_dir()
    except OSError:
        return SecondPlace(folder, reachable=False, ready=ready)
    newest = next((each for each in found if each.good), None)
    if newest is None:
        return SecondPlace(folder, reachable, ready)
    return SecondPlace(folder, reachable, ready, newest.made_at, newest.path)


def send(copy: KeptCopy, folder: str, key: SealKey | None) -> None:
    """Seal a kept copy into the folder, open it again piece by piece, and only then give it its name.

    SecondPlaceMissing without a key; BackupTargetFull, BackupTargetGone: what was there stays.
    """
    if key is None:
        raise errors.SecondPlaceMissing(folder=folder)
    if not Path(folder).is_dir():
        raise errors.BackupTargetGone(target=folder)
    told = read_copy_name(copy.name)
    stem = told[0] if told else Path(copy.name).stem
    target = Path(folder) / copy_name(stem, copy.kind, copy.made_at, "sealed")
    seal_into(Path(copy.path), target, key)
    if told:
        for old in to_drop(_copies(target.parent, stem)):
            forget(Path(old.path))


def seal_into(plain: Path, target: Path, key: SealKey) -> None:
    """A plain file sealed into its place, proven by opening it before it stands there."""
    with new_copy(target) as made, plain.open("rb") as source:
        size = os.fstat(source.fileno()).st_size
        sealed_backup.seal(source, size, made, key)
        made.flush()
        os.fsync(made.fileno())
        made.seek(0)
        source.seek(0)
        for piece in sealed_backup.unseal(made, str(target), key=key):
            if source.read(len(piece)) != piece:
                raise errors.BackupTargetGone(target=str(target))


def _copies(folder: Path, stem: str) -> list[KeptCopy]:
    found = []
    for file in folder.iterdir():
        told = read_copy_name(file.name)
        if told and told[0] == stem and told[3] == "sealed":
            size, whole = file.stat().st_size, sealed_backup.is_whole(file)
            found.append(KeptCopy(file.name, str(file), told[1], told[2], size, whole))
    return found
