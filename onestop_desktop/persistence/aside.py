"""A damaged store put aside: its files renamed as they are, under the moment, never over anything."""

from datetime import datetime
from pathlib import Path

from onestop_desktop.domain import errors
from onestop_desktop.persistence.whole_files import SIDES

_FILES = ("", *SIDES)
_MARK = ".hong-"


def set_aside(address: str, moment: datetime) -> str:
    """Rename the store and its side files; gives the new name (FileUnwritable)."""
    name, count = f"{address}{_MARK}{moment:%Y%m%d-%H%M%S}", 1
    while any(Path(name + suffix).exists() for suffix in _FILES):
        count += 1
        name = f"{address}{_MARK}{moment:%Y%m%d-%H%M%S}-{count}"
    try:
        for suffix in reversed(_FILES):  # the store itself last: half of it is never without it
            if Path(address + suffix).exists():
                Path(address + suffix).rename(name + suffix)
    except OSError as error:
        raise errors.FileUnwritable(file=name) from error
    return name


def lies_aside(address: str) -> str:
    """The newest damaged store put aside from that place, "" for none."""
    path = Path(address)
    found = sorted(each for each in path.parent.glob(f"{path.name}{_MARK}*") if _is_whole(each))
    return str(found[-1]) if found else ""


def _is_whole(path: Path) -> bool:
    return not path.name.endswith(SIDES)
