"""Why the citizen's extract cannot be made or served; their words stand in `application/lookup_sentences.py`."""

from onestop_desktop.domain.coded import DeskError, WorldFault


# -- refused: the order cannot be done
class LookupOfAnotherDesk(DeskError):
    pass


class LookupMissing(DeskError):
    pass


class LookupKeyWrong(DeskError):
    pass


# -- the world
class LookupDamaged(WorldFault):
    pass


class LookupKeyDamaged(WorldFault):
    pass


class LookupTargetFull(WorldFault):
    pass


class LookupTargetGone(WorldFault):
    pass


class LookupPortTaken(WorldFault):
    pass
