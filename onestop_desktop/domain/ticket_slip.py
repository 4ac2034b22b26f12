"""The facts of a printed ticket: whose desk, which number, how many wait before it; nobody's name."""

from dataclasses import dataclass

TICKET = "ticket"
"""The form's name."""


@dataclass(frozen=True, slots=True)
class TicketSlip:
    """`kind` in words, `taken_at` as ISO 8601, `ahead` how many are called before."""

    desk: str
    number: str
    kind: str
    taken_at: str
    ahead: int
