"""What the money's papers say: the month's statement for the treasury, the record of cash handed over."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.money import HandedCash, Statement

STATEMENT, CASH = "statement", "cash"
"""Keys of the forms."""


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """The statement of a month (Circular 226/2016 Art. 6); `at` is the moment of the print."""

    profile: str
    agency: Mapping[str, Any]
    number: int
    at: str
    officer: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class CashRecord:
    """The record of cash given by one officer to another, both sign; `amount` in đồng."""

    profile: str
    agency: Mapping[str, Any]
    number: int
    at: str
    amount: int
    giver: str
    receiver: str


def statement_facts(
    statement: Statement, told: Mapping[str, Any], at: str, officer: str
) -> StatementFacts:
    """The facts of a month's statement."""
    return StatementFacts(told["profile"], told["agency"], told["number"], at, officer, statement)


def cash_record(handed: HandedCash, told: Mapping[str, Any]) -> CashRecord:
    """The facts of one hand-over."""
    return CashRecord(
        told["profile"],
        told["agency"],
        told["number"],
        write_moment(handed.at),
        handed.amount,
        handed.by,
        handed.to,
    )


_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu")
_BILLION = 1_000_000_000


def amount_in_words(amount: int) -> str:
    """An amount of đồng, 0 or more, as statements spell it: "Một triệu hai trăm nghìn đồng"."""
    words = _whole(amount) if amount else _DIGITS[0]
    return f"{words[0].upper()}{words[1:]} đồng"


def _whole(number: int) -> str:
    billions, rest = divmod(number, _BILLION)
    parts = [f"{_whole(billions)} tỷ"] if billions else []
    for power in (2, 1, 0):
        group = rest // 1000**power % 1000
        if group:
            words = _hundreds(group, full=bool(parts))
            parts.append(f"{words} {_GROUPS[power]}".rstrip())
    return " ".join(parts)


def _hundreds(number: int, *, full: bool) -> str:
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    words = [f"{_DIGITS[hundreds]} trăm"] if hundreds or full else []
    if tens == 1:
        words.append("mười")
    elif tens:
        words.append(f"{_DIGITS[tens]} mươi")
    elif units and words:
        words.append("linh")
    if units:
        words.append(_unit(units, tens))
    return " ".join(words)


def _unit(units: int, tens: int) -> str:
    """One, four and five sound otherwise after tens: hai mươi mốt, hai mươi tư, mười lăm."""
    if units == 5 and tens:
        return "lăm"
    return {1: "mốt", 4: "tư"}.get(units, _DIGITS[units]) if tens > 1 else _DIGITS[units]
