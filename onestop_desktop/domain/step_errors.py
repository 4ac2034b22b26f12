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


class DelegatesToSelf(DeskError):
    """Who signs a delegation does not give it to himself."""


class DelegationEndsBefore(DeskError):
    """Its last day is before its first."""


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


class NoNotice(DeskError):
    """The journal's entry of that number is no notice."""


class DossierMoved(DeskError):
    """Another step was taken since the officer looked at it."""


class HandsToSelf(DeskError):
    pass


class ReceiverNotApplicant(DeskError):
    """Another person takes a result only as proxy, with his paper."""


class ReceiverIdentityDiffers(DeskError):
    """Without the slip, the number on the card must be the applicant's."""


class ResultInFuture(DeskError):
    """The day on a result is after today."""


class ProposalStands(DeskError):
    """What lies before the leader was worked out for the procedure it has."""


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


class BookClosed(DeskError):
    """The book of that year was closed: no number is given or spoilt in it any more."""


class BookTooEarly(DeskError):
    """A book is closed on 31 December or later (Circular 01/2020 Art. 4)."""


class BookNotClosed(DeskError):
    """There is no closing to print while a book's year is open."""


class FeeUnknown(DeskError):
    """The province's amount is not in the catalogue: it is typed."""


class FeePaid(DeskError):
    pass


class FeeReasonMissing(DeskError):
    """Another amount than the dossier's fee needs its reason."""


class ReceiptUnknown(DeskError):
    pass


class ReceiptRefunded(DeskError):
    """Nothing is left under that receipt to give back."""


class RefundTooLarge(DeskError):
    pass


class CashTooMuch(DeskError):
    """More cash than lies in the till."""


class CashUnknown(DeskError):
    """The journal's entry of that number hands no cash over."""


class CashSignedByOne(DeskError):
    """Cash is handed over between two people."""


class RatedBefore(DeskError):
    pass


class PeriodBackwards(DeskError):
    pass


class DayInFuture(DeskError):
    pass


class NothingOnRecord(DeskError):
    """No closing of that day, so no sheet to print again."""


class DayUnaccounted(DeskError):
    """Dossiers of the day are not accounted for; closed only with a reason."""


class SealUnread(DeskError):
    """A text that is no seal of a day sheet."""


class SignerReceivedIt(DeskError):
    """In the lane: who receives it signs only under a delegation."""


class SettleAgain(DeskError):
    """The numbers were spoilt when it was sent back: it is settled anew, with new ones."""


class TillTooLow(DeskError):
    """Not that much cash lies in the till to give back."""


class RetentionPermanent(DeskError):
    """Its procedure's dossiers are kept for ever, or nobody has said for how long."""


class RetentionRuns(DeskError):
    """Personal facts of a dossier before the day on which they may go."""


class DossierErased(DeskError):
    """Its personal facts went when its retention was over; the journal says when and by which decision."""


class ListedTwice(DeskError):
    pass


class LikeOneHere(DeskError):
    pass


class NothingBehind(DeskError):
    """The province's last list has no dossier that is done here and open there."""
