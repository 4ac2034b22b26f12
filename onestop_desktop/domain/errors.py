"""Why an order cannot be done (refusals) and what the world broke (faults); their words live elsewhere.

A refusal carries a code, made from its class's name, and facts: plain values that
`application/messages.py` puts into a sentence, in Vietnamese and in English. `field` among
the facts names the field of the order at fault, for the window to mark and focus.
"""

from onestop_desktop.domain.coded import CodedError as CodedError  # noqa: PLC0414 - said again here
from onestop_desktop.domain.coded import DeskError as DeskError  # noqa: PLC0414 - said again here
from onestop_desktop.domain.coded import WorldFault as WorldFault  # noqa: PLC0414 - said again here


# -- fields of an order
class FieldMissing(DeskError):
    pass


class FieldUnknown(DeskError):
    pass


class FieldTooLong(DeskError):
    pass


class FieldInvalid(DeskError):
    pass


class HiddenCharacter(DeskError):
    pass


class CharacterUnprintable(DeskError):
    pass


class ChoiceUnknown(DeskError):
    pass


class NumberOutOfRange(DeskError):
    pass


class DateImpossible(DeskError):
    pass


class DateInFuture(DeskError):
    pass


class IdentityWrongLength(DeskError):
    pass


class IdentityInvalid(DeskError):
    pass


class EmailInvalid(DeskError):
    pass


class PhoneInvalid(DeskError):
    pass


class ProxyMissing(DeskError):
    pass


class ProxyUnexpected(DeskError):
    pass


class ListUnreadable(DeskError):
    """A list without the columns that are needed under any heading we know."""


class AgencyIdentifierInvalid(DeskError):
    pass


class OfficialCodeInvalid(DeskError):
    pass


class OfficialCodeTaken(DeskError):
    pass


class OrderUnreadable(DeskError):
    pass


# -- catalogue
class ProcedureUnknown(DeskError):
    pass


class ProcedureNotInForce(DeskError):
    pass


class TermNotSet(DeskError):
    pass


class TermInvalid(DeskError):
    pass


class TargetLaterThanTerm(DeskError):
    pass


class CaseUnknown(DeskError):
    pass


class PaperUnknown(DeskError):
    pass


class PaperTwice(DeskError):
    pass


class ExemptionUnknown(DeskError):
    pass


class ItemsUnexpected(DeskError):
    pass


class CatalogueUnreadable(DeskError):
    pass


# -- clock
class CalendarEnds(DeskError):
    pass


class NoLongerTerm(DeskError):
    pass


class ReceivedInFuture(DeskError):
    pass


class ReceivedTooEarly(DeskError):
    pass


class ClockBehind(DeskError):
    pass


class ClockConfirmedByOne(DeskError):
    pass


class ClockNotBehind(DeskError):
    pass


# -- dossiers, officers, paper
class OfficerMissing(DeskError):
    pass


class DossierUnknown(DeskError):
    pass


class NothingCorrected(DeskError):
    pass


class RequestReused(DeskError):
    pass


class VisitOfAnother(DeskError):
    pass


class StepImpossible(DeskError):
    pass


class FormUnknown(DeskError):
    pass


class AgencyIncomplete(DeskError):
    pass


class ProvisionalNotAgreed(DeskError):
    pass


class ParkedUnknown(DeskError):
    pass


class CardUnreadable(DeskError):
    pass


class CardIsVneid(DeskError):
    pass


class StoreExists(DeskError):
    pass


# -- the world
class StoreMissing(WorldFault):
    pass


class StoreOnNetwork(WorldFault):
    pass


class StoreNotOurs(WorldFault):
    pass


class StoreNewer(WorldFault):
    pass


class StoreLocked(WorldFault):
    pass


class StoreDamaged(WorldFault):
    pass


class StoreSetAside(WorldFault):
    pass


class StoreUnreachable(WorldFault):
    pass


class StoreAddressUnknown(WorldFault):
    pass


class StoreReadOnly(WorldFault):
    pass


class DriverMissing(WorldFault):
    pass


class DiskFull(WorldFault):
    pass


class DiskFailed(WorldFault):
    pass


class FileUnreadable(WorldFault):
    pass


class FileUnwritable(WorldFault):
    pass


class PrinterFailed(WorldFault):
    pass


class ScreenMissing(WorldFault):
    pass


class ScannerFailed(WorldFault):
    pass
