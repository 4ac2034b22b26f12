"""What an order changed, so that only what shows it is read again."""

from enum import Flag, auto


class Changes(Flag):
    """Kinds of things that lists and panels show."""

    NONE = 0
    QUEUE = auto()
    DOSSIER = auto()
    CATALOGUE = auto()
    CALENDAR = auto()
    AGENCY = auto()
    PARKED = auto()
