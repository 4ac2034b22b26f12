"""Why the hall cannot do what was asked; the words stand in `application/hall_sentences.py`."""

from onestop_desktop.domain.coded import DeskError


class TicketKindUnknown(DeskError):
    pass


class NoTicketCalled(DeskError):
    pass


class SlipUnknown(DeskError):
    pass


class SlipNotScanned(DeskError):
    pass


class CardInHall(DeskError):
    pass
