"""Why a copy cannot be made or put back; their words stand in `application/backup_sentences.py`."""

from onestop_desktop.domain.coded import DeskError, WorldFault


# -- refused: the order cannot be done
class PassphraseMissing(DeskError):
    pass


class PassphraseWrong(DeskError):
    pass


class PassphraseWeak(DeskError):
    pass


class BackupOfAnotherDesk(DeskError):
    pass


class BackupOfAnotherKind(DeskError):
    pass


class StoreInUse(DeskError):
    pass


class BackupTargetTaken(DeskError):
    pass


class SecondPlaceMissing(DeskError):
    pass


# -- the world
class BackupDamaged(WorldFault):
    pass


class BackupNotOurs(WorldFault):
    pass


class BackupTargetFull(WorldFault):
    pass


class BackupTargetGone(WorldFault):
    pass


class ServerToolMissing(WorldFault):
    pass


class ServerToolFailed(WorldFault):
    pass
