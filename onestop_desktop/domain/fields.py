"""Reading an order's fields one by one: what is missing, too long, hidden, of the wrong kind."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from onestop_desktop.domain import errors
from onestop_desktop.domain.moments import read_day, read_moment
from onestop_desktop.domain.text import hidden_character, nfc, unprintable

E = TypeVar("E", bound=StrEnum)
_EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
_PHONE = re.compile(r"\+?[\d ().-]{8,20}", re.ASCII)


class Fields:
    """One level of an order; collects each fault instead of stopping at the first.

    `path` stands before a field's name ("applicant."), `faults` is shared by all levels.
    """

    def __init__(
        self, facts: Any, known: tuple[str, ...], path: str, faults: list[errors.DeskError]
    ) -> None:
        self.path, self.faults = path, faults
        self.facts: Mapping[str, Any] = facts if isinstance(facts, Mapping) else {}
        if not isinstance(facts, Mapping):
            self.fault(errors.FieldInvalid(field=path.rstrip(".") or "order", expected="object"))
        for name in self.facts:
            if name not in known:
                self.fault(errors.FieldUnknown(field=f"{path}{name}"[:120]))

    def fault(self, fault: errors.DeskError) -> None:
        """Keep a fault; the reading goes on."""
        self.faults.append(fault)

    def name(self, name: str) -> str:
        """The full name of a field, as refusals and the window call it."""
        return f"{self.path}{name}"

    def text(self, name: str, most: int, *, needed: bool = False, lines: bool = False) -> str:
        """A text of at most `most` letters, NFC, without characters nobody can see.

        Only a text with `lines` may hold line ends.
        """
        value = self.facts.get(name)
        field = self.name(name)
        if value is not None and not isinstance(value, str):
            self.fault(errors.FieldInvalid(field=field, expected="text"))
            return ""
        if not value:
            if needed:
                self.fault(errors.FieldMissing(field=field))
            return ""
        text = nfc(value)
        if len(text) > most:
            self.fault(errors.FieldTooLong(field=field, most=most, length=len(text)))
        elif hidden := hidden_character(text.replace("\n", " ") if lines else text):
            self.fault(errors.HiddenCharacter(field=field, character=hidden))
        elif strange := unprintable(text.replace("\n", " ") if lines else text):
            self.fault(errors.CharacterUnprintable(field=field, character=strange))
        elif needed and not any(letter.isalnum() for letter in text):
            self.fault(errors.FieldMissing(field=field))
        else:
            return text
        return ""

    def number(self, name: str, least: int, most: int, default: int) -> int:
        """A whole number within its bounds."""
        value = self.facts.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int):
            self.fault(errors.FieldInvalid(field=self.name(name), expected="number"))
            return default
        if not least <= value <= most:
            fault = errors.NumberOutOfRange(
                field=self.name(name), least=least, most=most, value=value
            )
            self.fault(fault)
            return default
        return value

    def choice(self, name: str, kinds: type[E], default: E | None) -> E:
        """One of an enumeration's words; a missing one is its default where there is one."""
        value = self.facts.get(name)
        if value in (None, "") and default is not None:
            return default
        if value in (None, ""):
            self.fault(errors.FieldMissing(field=self.name(name)))
        elif isinstance(value, str) and value in list(kinds):
            return kinds(value)
        else:
            words = [kind.value for kind in kinds if kind.value]
            shown = str(value)[:60]
            self.fault(errors.ChoiceUnknown(field=self.name(name), value=shown, choices=words))
        return next(iter(kinds))

    def day(self, name: str, latest: date) -> date | None:
        """A real day, not after `latest`; None where the order gives none."""
        text = self.text(name, 20)
        if not text:
            return None
        try:
            day = read_day(text)
        except ValueError:
            self.fault(errors.DateImpossible(field=self.name(name), value=text))
            return None
        if not date(1880, 1, 1) <= day:
            self.fault(errors.DateImpossible(field=self.name(name), value=text))
        elif day > latest:
            self.fault(errors.DateInFuture(field=self.name(name), value=text))
        return day

    def moment(self, name: str) -> datetime | None:
        """A moment in ISO 8601; None where the order gives none."""
        text = self.text(name, 40)
        if not text:
            return None
        try:
            return read_moment(text)
        except ValueError:
            self.fault(errors.DateImpossible(field=self.name(name), value=text))
            return None

    def email(self, name: str) -> str:
        """An address with an @ and a dot, or nothing."""
        text = self.text(name, 120)
        if text and not _EMAIL.fullmatch(text):
            self.fault(errors.EmailInvalid(field=self.name(name), value=text))
        return text

    def phone(self, name: str) -> str:
        """Digits with the usual separators, or nothing; odd numbers only warn."""
        text = self.text(name, 20)
        if text and not _PHONE.fullmatch(text):
            self.fault(errors.PhoneInvalid(field=self.name(name), value=text))
        return text

    def rows(self, name: str, most: int) -> list[Any]:
        """A list of at most `most` rows; empty where the order gives none."""
        value = self.facts.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            self.fault(errors.FieldInvalid(field=self.name(name), expected="list"))
            return []
        if len(value) > most:
            self.fault(
                errors.NumberOutOfRange(field=self.name(name), least=0, most=most, value=len(value))
            )
            return []
        return value


def raise_faults(faults: list[errors.DeskError]) -> None:
    """Raise the first fault with the rest beside it; nothing where there is none."""
    if faults:
        faults[0].others = tuple(faults[1:])
        raise faults[0]
