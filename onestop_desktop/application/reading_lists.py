"""The provincial system's list that was taken in last, inside somebody's transaction."""

from onestop_desktop.application.ports import UnitOfWork
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.province_facts import Behind, TakenList


def last_list(uow: UnitOfWork) -> TakenList | None:
    """What its entry keeps, None before the first."""
    entry = uow.last_desk_entry(Step.IMPORT_PROVINCE)
    if entry is None:
        return None
    facts = entry.facts
    return TakenList(
        entry.sequence,
        write_moment(entry.recorded_at),
        entry.officer,
        facts["file"],
        facts["counts"],
        facts["mapped"],
        tuple(Behind(**each) for each in facts["behind"]),
    )
