"""Numbers of forms, one series a form and year, taken inside the transaction that makes the form."""

from typing import Any

from onestop_desktop.application.ports import UnitOfWork
from onestop_desktop.domain.agency import write_agency


def numbered(form: str, uow: UnitOfWork, *, take: bool = True) -> dict[str, Any]:
    """A new number of that form (0 for a look that takes none) and the desk as it is today
    (AgencyIncomplete).
    """
    agency = uow.desk.agency()
    agency.require_complete()
    series = f"form-{form}:{uow.now().year}"
    number = uow.desk.next_numbers(series)[0] if take else 0
    return {"number": number, "profile": uow.desk.profile(), "agency": write_agency(agency)}
