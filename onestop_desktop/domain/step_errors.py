"""Why a step of a dossier's way cannot be done; told by code and facts as all refusals are."""

from onestop_desktop.domain.errors import DeskError


class RoleNotAllowed(DeskError):
    pass


class NothingHandedOver(DeskError):
    pass


class SettlesOwnReception(DeskError):
    """Who received it settles only under a recorded delegation."""


class DelegationMissing(DeskError):
    """Only a leader settles without one."""


class DelegationNotCovering(DeskError):
    """No such delegation covers this officer, procedure and day."""


class DelegationTaken(DeskError):
    pass


class SupplementAskedBefore(DeskError):
    pass


class ApologyGivenBefore(DeskError):
    pass


class PromiseNotLater(DeskError):
    pass


class PromiseOutsideHours(DeskError):
    pass


class VoidTooLate(DeskError):
    pass


class NothingToUndo(DeskError):
    pass


class StepOfAnother(DeskError):
    """The last step is another officer's."""


class UndoTooLate(DeskError):
    pass


class NoticeMissing(DeskError):
    """No such notice was made for this dossier."""


class NoticeByPortal(DeskError):
    """The national portal gives this notice, the desk prints none."""


class NotCertification(DeskError):
    """The procedure goes into none of the four books."""


class NumberUnknown(DeskError):
    """No such number was given in that book."""


class NumberSpoilt(DeskError):
    pass


class SignerMissing(DeskError):
    pass


class SlipOfAnotherDesk(DeskError):
    pass


class AlreadyReturned(DeskError):
    pass
