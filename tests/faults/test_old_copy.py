"""An old copy of the whole store put back: the chain holds, the seal of a signed day sheet does not."""

from onestop_desktop.application.close_day import CloseDay
from tests.faults.acts import copy_store
from tests.support.desk import OFFICER, Desk, plain_order


def test_the_seal_of_a_signed_sheet_finds_an_older_copy(
    sqlite_desk: Desk, tmp_path: object
) -> None:
    services, kept = sqlite_desk.services, f"{tmp_path}/cũ.sqlite"
    sqlite_desk.receive(plain_order())
    sqlite_desk.store.close()
    copy_store(sqlite_desk.address, kept)
    sqlite_desk.receive(plain_order())
    closed = services.counter.close_day(CloseDay(OFFICER, "Hết giờ"))
    assert services.counter.check_seal(closed.sealed.seal.code).kind == "same"
    sqlite_desk.store.close()
    copy_store(kept, sqlite_desk.address)
    assert services.verify().ok
    check = services.counter.check_seal(closed.sealed.seal.code)
    assert (check.kind, check.good) == ("older_store", False)


def test_a_copy_that_went_its_own_way_is_found_by_the_same_seal(
    sqlite_desk: Desk, tmp_path: object
) -> None:
    services, kept = sqlite_desk.services, f"{tmp_path}/cũ.sqlite"
    sqlite_desk.store.close()
    copy_store(sqlite_desk.address, kept)
    sqlite_desk.receive(plain_order())
    closed = services.counter.close_day(CloseDay(OFFICER, "Hết giờ"))
    sqlite_desk.store.close()
    copy_store(kept, sqlite_desk.address)
    for _ in range(5):
        sqlite_desk.receive(plain_order())
    assert services.verify().ok
    assert services.counter.check_seal(closed.sealed.seal.code).kind == "differs"


def test_another_desks_store_is_told_from_an_older_one(sqlite_desk: Desk, tmp_path: object) -> None:
    from tests.support.desk import make_desk

    closed = sqlite_desk.services.counter.close_day(CloseDay(OFFICER, "Hết giờ"))
    other = make_desk(f"{tmp_path}/khác.sqlite")
    for _ in range(3):
        other.receive(plain_order())
    check = other.services.counter.check_seal(closed.sealed.seal.code)
    other.store.close()
    assert (check.kind, check.good) == ("other_desk", False)
