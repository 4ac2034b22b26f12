"""Refusals of signing in, of accounts and of what an account may not do."""

from onestop_desktop.domain.coded import DeskError


class SignInNeeded(DeskError):
    pass


class SignInWrong(DeskError):
    pass


class SignInAgain(DeskError):
    pass


class AccountWaits(DeskError):
    pass


class AccountDisabled(DeskError):
    pass


class AccountUnknown(DeskError):
    pass


class AccountTaken(DeskError):
    pass


class AccountNameInvalid(DeskError):
    pass


class AccountOfficerTaken(DeskError):
    pass


class LastAdministrator(DeskError):
    pass


class OfficerNotSignedIn(DeskError):
    pass


class PasswordNeeded(DeskError):
    pass


class PasswordMustChange(DeskError):
    pass


class PasswordTooShort(DeskError):
    pass


class PasswordTooLong(DeskError):
    pass


class PasswordTooUsual(DeskError):
    pass


class PasswordSame(DeskError):
    pass
