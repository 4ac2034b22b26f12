"""The accounts, compared with the entries that made them; `doctor` asks."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from onestop_desktop.application.pages import Fault
from onestop_desktop.domain.accounts import kept_digest
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.persistence import journal
from onestop_desktop.persistence.schema import account

_TOLD = ("officer", "role", "disabled", "must_change", "password")


def faults(connection: Connection) -> Iterator[Fault]:
    """Accounts that no entry made, or made otherwise; what is missing is one, too."""
    recorded = _recorded(connection)
    kept = {
        row.name: {
            "officer": row.officer,
            "role": row.role,
            "disabled": bool(row.disabled),
            "must_change": bool(row.must_change),
            "password": kept_digest(row.password),
        }
        for row in connection.execute(select(account))
    }
    for name in sorted({*recorded, *kept}):
        if recorded.get(name) != kept.get(name):
            yield {"account": name, "fault": "account_differs"}


def _recorded(connection: Connection) -> dict[str, dict[str, Any]]:
    entries = [
        each
        for step in (Step.CHANGE_ACCOUNT, Step.SIGN_IN)
        for each in journal.desk_entries(connection, step)
    ]
    recorded: dict[str, dict[str, Any]] = {}
    for each in sorted(entries, key=lambda entry: entry.sequence):
        told = {name: each.facts[name] for name in _TOLD if name in each.facts}
        if told:
            recorded.setdefault(each.facts["account"], {}).update(told)
    return recorded
