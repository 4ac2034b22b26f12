"""The extract's query on both databases: what is read of a dossier, and what counts as a change."""

from dataclasses import replace

from onestop_desktop.domain.lookup_facts import typed_key
from tests.support.desk import Desk, plain_order


def test_the_store_is_read_for_a_citizen(desk: Desk) -> None:
    code = desk.receive(plain_order(agency="Sở Tư pháp")).dossier.code
    desk.step(code, "ask_supplement", papers=["Giấy chứng sinh"], reason="thiếu")
    other = desk.receive().dossier.code
    with desk.services.unit_of_work() as uow:
        first, second = uow.lookup.dossiers(None, procedures=False)
        assert (*uow.lookup.dossiers((code,), procedures=False),) == (first,)
        (named,) = uow.lookup.dossiers((other,), procedures=True)
    assert (first.code, first.state, first.bring, first.agency) == (
        *(code, "awaiting_papers", ("Giấy chứng sinh",), "Sở Tư pháp"),
    )
    assert first.keys == (f"{1:032x}", typed_key(code, "AAAAAAAB"))
    assert (second.code, second.agency, second.procedure) == (other, "", "")
    assert named == replace(second, procedure=named.procedure)
    assert named.procedure


def test_only_what_a_citizen_sees_moves_the_mark(desk: Desk) -> None:
    code = desk.receive(plain_order()).dossier.code
    with desk.services.unit_of_work() as uow:
        before = uow.lookup.mark()
        assert uow.lookup.digest(before.sequence) == before.digest
    desk.services.view_dossier(code, "Quầy 1")
    with desk.services.unit_of_work() as uow:
        assert uow.lookup.mark() == before
        assert uow.lookup.touched(before.sequence) == ()
    desk.step(code, "withdraw", reason="đổi ý")
    with desk.services.unit_of_work() as uow:
        assert uow.lookup.mark().sequence > before.sequence
        assert uow.lookup.touched(before.sequence) == (code,)
    desk.services.change_agency({"phone": "0200 111 2222"}, "Quản trị")
    with desk.services.unit_of_work() as uow:
        assert uow.lookup.touched(before.sequence) is None
