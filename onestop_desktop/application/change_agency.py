"""Change what the desk is: its names on paper, identifier, hours of the clock; before and after on record."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from onestop_desktop.application.changes import Changes
from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.domain import errors, officers
from onestop_desktop.domain.agency import write_agency
from onestop_desktop.domain.entry import Entry, check_clock
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.text import hidden_character, nfc

LONGEST = 300
TEXTS = (
    "identifier",
    "parent",
    "unit",
    "desk_name",
    "short_name",
    "place",
    "address",
    "phone",
    "web",
    "number_suffix",
    "register_volume",
    "lookup_address",
    "lookup_procedures",
    "cutoff",
    "collect_by",
    "day_rule",
    "on_time_goal",
)


def change_agency(
    texts: Mapping[str, str], officer: str, *, unit_of_work: OpenUnitOfWork
) -> Changes:
    """Keep other texts of the agency (FieldUnknown, FieldTooLong, HiddenCharacter, shapes,
    AgencyIncomplete where a legal form could no longer be printed).
    """
    officer = officers.may(officer, Step.CHANGE_DESK)
    clean: dict[str, Any] = {name: _clean(name, text) for name, text in texts.items()}
    with unit_of_work(write=True) as uow:
        before = uow.desk.agency()
        after = replace(before, **clean, sample=False).check()
        after.require_complete()
        old, new = write_agency(before), write_agency(after)
        changed = {name: [old[name], new[name]] for name in new if old[name] != new[name]}
        if not changed:
            return Changes.NONE
        uow.desk.keep_agency(after)
        now = uow.now()
        check_clock(now, uow.last_recorded())
        uow.record(Entry(Step.CHANGE_DESK, officer, now, now, facts={"changed": changed}))
        uow.commit()
    return Changes.AGENCY


def _clean(name: str, text: str) -> str:
    if name not in TEXTS:
        raise errors.FieldUnknown(field=name)
    text = nfc(text)
    if len(text) > LONGEST:
        raise errors.FieldTooLong(field=name, most=LONGEST, length=len(text))
    if hidden := hidden_character(text.replace("\n", "")):
        raise errors.HiddenCharacter(field=name, character=hidden)
    return text
