"""Which migrations there are and which version this program writes; loads nothing of Alembic."""

from dataclasses import dataclass
from pathlib import Path

from onestop_desktop.persistence.schema import VERSION


@dataclass(frozen=True, slots=True)
class History:
    """The folder of migrations and the version after the last of them."""

    folder: Path
    newest: str


SHIPPED = History(Path(__file__).parent / "migrations", VERSION)
