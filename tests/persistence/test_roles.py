"""Who may do what: the grid as it was agreed, tried cell by cell at a real store."""

import pytest

from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import RULES, Role, Step
from onestop_desktop.domain.officers import DESK_ROLES
from onestop_desktop.domain.step_errors import RoleNotAllowed
from tests.support.desk import Desk
from tests.support.staffed import PEOPLE, sign_in, staffed, steps

__all__ = ["staffed"]

LETTERS = {
    Role.DESK: "d",
    Role.SPECIALIST: "s",
    Role.LEADER: "l",
    Role.CLERK: "c",
    Role.ADMINISTRATOR: "a",
    Role.AUDITOR: "u",
}
OF_DOSSIERS = """
print dslc | bind_official_code dslc | take_fee d | refund dl | rate d | erase a | recompute dsla
hand_over dslc | accept dslc | propose ds | settle dsl | stamp dc | send_back l
ask_supplement dsl | supplemented ds | ask_payment dsl | paid ds | lengthen dsl | extend dsl
refuse dl | withdraw d | stop dl | void dl | return_result d | correct dl | undo dslc
"""
OF_DESK = """
change_desk a | import_catalogue a | import_province d
change_calendar a | change_account a | erase a | delegate l
notice dl | spoil_number dlc | open_volume dlc | close_book dlc | hand_cash d | close_day dl
receive d | park dslc | print dslcau | export dslcau | view dslcau
"""
"""Who may do what, as it was agreed; written by hand, so that a cell changed in the program is seen here."""


def read_grid(text: str, dossier: str) -> list[tuple[str, str, str]]:
    cells = (cell.split() for line in text.strip().splitlines() for cell in line.split("|"))
    return [(step, dossier, roles) for step, roles in cells]


GRID = read_grid(OF_DOSSIERS, "X") + read_grid(OF_DESK, "")


@pytest.mark.parametrize("cell", GRID, ids=lambda cell: f"{cell[0]}-{cell[1] or 'desk'}")
@pytest.mark.parametrize("name", PEOPLE)
def test_the_table_of_roles_cell_by_cell(
    staffed: Desk, name: str, cell: tuple[str, str, str]
) -> None:
    """Every recording of every step by every role: allowed by the grid above, or denied and on record."""
    officer, role = PEOPLE[name]
    step, dossier, roles = cell
    sign_in(staffed, name)
    before = len(steps(staffed))
    now = staffed.clock()
    try:
        with staffed.services.unit_of_work(write=True) as uow:
            uow.record(Entry(Step(step), officer, now, now, dossier))
            uow.commit()
        allowed = True
    except RoleNotAllowed:
        allowed = False
    assert allowed == (LETTERS[role] in roles)
    if not allowed:
        assert steps(staffed)[before:] == [("deny", officer)]


def test_the_grid_of_roles_leaves_no_step_out() -> None:
    of_dossiers = {step for step, dossier, _ in GRID if dossier}
    of_desk = {step for step, dossier, _ in GRID if not dossier}
    assert (of_dossiers, of_desk) == ({*map(str, RULES)}, {*map(str, DESK_ROLES)})
