"""A dossier is the fold of its entries: a frozen value in, a frozen value out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from operator import attrgetter
from typing import Any

from onestop_desktop.domain.applicant import (
    Applicant,
    Proxy,
)
from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.deadline import Appointment, ClockRules, Pause, Reason, appoint
from onestop_desktop.domain.dossier_changes import (
    CHANGES,
    Proposal,
    Settlement,
    clock,
    longer_term,
    nothing,
    told,
)
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import NOTES, PAUSED, RULES, State, Step, after
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.procedure import Channel, Procedure
from onestop_desktop.domain.terms import Term, TermKind, read_term
from onestop_desktop.domain.timeliness import Verdict

_MOVE_THE_CLOCK = (
    *(Step.SUPPLEMENTED, Step.PAID, Step.LENGTHEN),
    *(Step.SEND_BACK, Step.RECOMPUTE),
)
"""Steps whose entry may carry a new due time; the promise stays as the slip has it."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """State, due times and people of one dossier, as its entries tell them.

    `holder` has the papers, `handed_to` is to have them next; `settled_at` and the verdicts are
    those of the first settlement (convention 13), `handled_by` worked it out; `ended_at` is when it
    ended another way (withdrawn, refused, stopped, voided); `rating` the citizen's, 1 to 3, 0 for
    none. `entries` are those that stand: what was taken
    back is not among them.
    """

    code: str
    official_code: str
    procedure: str
    procedure_name: str
    procedure_version: int
    channel: Channel
    applicant: Applicant
    proxy: Proxy | None
    state: State
    holder: str
    received_at: datetime
    validly_received_at: datetime
    due_at: datetime
    promised_at: datetime
    provisional: bool
    why: tuple[Reason, ...]
    facts: Mapping[str, Any]
    received_by: str = ""
    pauses: tuple[Pause, ...] = ()
    paused_since: datetime | None = None
    lengthened: bool = False
    official_due_at: datetime | None = None
    handed_to: str = ""
    shelf: str = ""
    supplements: int = 0
    apologies: int = 0
    proposal: Proposal | None = None
    settlement: Settlement | None = None
    settled_at: datetime | None = None
    handled_by: str = ""
    ended_at: datetime | None = None
    rating: int = 0
    verdict: Verdict | None = None
    official_verdict: Verdict | None = None
    returned_at: datetime | None = None
    entries: tuple[Entry, ...] = field(default=(), compare=False, repr=False)

    @property
    def term(self) -> Term:
        """The legal term that counts: the procedure's longer one where it was lengthened."""
        return read_term(longer_term(self.why) or self.facts["term"])

    @classmethod
    def received(cls, entry: Entry) -> "Dossier":
        """The dossier as its first entry, the reception, makes it."""
        facts = entry.facts
        return cls(
            code=entry.dossier,
            official_code=facts["official_code"],
            state=State.RECEIVED,
            holder=entry.officer,
            received_by=entry.officer,
            received_at=entry.recorded_at,
            promised_at=read_moment(facts["promised_at"]),
            entries=(entry,),
            **told(facts),
        )

    def after(self, entry: Entry) -> "Dossier":
        """The dossier after one more entry (StepImpossible where the table forbids the step)."""
        state = after(self.state, entry.step)
        if entry.step is Step.UNDO:
            return fold(_without(self.entries, entry.facts["undoes"]))
        changes = CHANGES.get(entry.step, nothing)(self, entry)
        if entry.step in _MOVE_THE_CLOCK and "due_at" in entry.facts:
            changes |= clock(entry.facts)
        entries = (*self.entries, entry)
        return self._with(self._in_state(state, entry) | changes | {"entries": entries})

    def _with(self, changes: Mapping[str, Any]) -> "Dossier":
        """`dataclasses.replace`, several times quicker: a store of years is folded by `verify`."""
        values = list(_VALUES(self))
        for name, value in changes.items():
            values[_PLACES[name]] = value
        return Dossier(*values)

    def _in_state(self, state: State, entry: Entry) -> dict[str, Any]:
        """What another state changes; entering and leaving a waiting state begins and ends a pause."""
        since, pauses = self.paused_since, self.pauses
        if state in PAUSED and since is None:
            since = entry.happened_at
        elif state not in PAUSED and since is not None:
            # A clock set back a little must not make a pause that ends before it begins.
            pauses, since = (*pauses, Pause(since, max(since, entry.happened_at))), None
        return {"state": state, "pauses": pauses, "paused_since": since}

    def appointed(
        self, procedure: Procedure, calendar: WorkingCalendar, clock: ClockRules
    ) -> Appointment:
        """The appointment reckoned anew from the journal: its pauses and its longer term kept."""
        return appoint(
            procedure.rules(self.facts["case"], self.channel),
            self.validly_received_at,
            calendar,
            clock,
            pauses=self.pauses,
            lengthened=self.lengthened,
        )

    @property
    def by_minute(self) -> bool:
        """Whether the term is judged by the minute (convention 13): one in working hours."""
        return self.term.kind is TermKind.WORKING_HOURS

    def last_act(self) -> Entry:
        """The last entry of its way that stands."""
        return next(each for each in reversed(self.entries) if each.step not in NOTES)

    def last_step(self) -> Entry | None:
        """The last entry that may be taken back: none after a reception or a recomputed due time."""
        last = self.last_act()
        return last if last.step in RULES and RULES[last.step].undoable else None


_NAMES = tuple(each.name for each in fields(Dossier))
_VALUES = attrgetter(*_NAMES)
_PLACES = {name: at for at, name in enumerate(_NAMES)}


def _without(entries: tuple[Entry, ...], undone: int) -> Iterator[Entry]:
    """The entries without the one taken back; an answer about a return goes with that return."""
    returned = any(each.sequence == undone and each.step is Step.RETURN_RESULT for each in entries)
    for each in entries:
        if each.sequence != undone and not (returned and each.step is Step.RATE):
            yield each


def fold(entries: Iterable[Entry]) -> Dossier:
    """The dossier behind all its entries, in their order."""
    first, *rest = entries
    dossier = Dossier.received(first)
    for entry in rest:
        dossier = dossier.after(entry)
    return dossier
