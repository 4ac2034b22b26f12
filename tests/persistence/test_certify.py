"""The certification lane on both databases: one transaction, a number for each kind of paper, none twice."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from onestop_desktop.application.certify import CertifiedNow, Certify
from onestop_desktop.application.keep_books import SpoilNumber
from onestop_desktop.domain import errors, step_errors
from onestop_desktop.domain.books import Book
from tests.persistence.step_rows import contents
from tests.support.desk import LEADER, OFFICER, Desk, make_order, open_desk, plain_order

TWO = [
    {"title": "Bằng tốt nghiệp THPT", "pages": 2, "copies": 3},
    {"title": "Học bạ", "pages": 8, "copies": 1},
]


def certify(
    desk: Desk, signed_by: str = LEADER, delegation: str = "", **order: Any
) -> CertifiedNow:
    facts = make_order(**{"items": TWO, **order})
    return desk.services.counter.certify(Certify(facts, OFFICER, signed_by, delegation))


def numbers(desk: Desk, book: str = "copies", year: int = 2026) -> list[tuple[int, str, str]]:
    return [
        (each.certificate.number, each.certificate.paper.title, each.spoilt)
        for each in desk.services.counter.read_book(book, year).lines
    ]


def test_received_settled_and_returned_at_once_with_a_number_for_each_paper(desk: Desk) -> None:
    done = certify(desk)
    assert done.dossier.state.value == "returned"
    assert [each.written for each in done.certificates] == [
        "01 quyển số 01/2026-SCT/BS",
        "02 quyển số 01/2026-SCT/BS",
    ]
    assert [each.paper.fee for each in done.certificates] == [12_000, 10_000]
    entries = desk.services.show_dossier(done.dossier.code).entries
    steps = [entry.step.value for entry in entries]
    assert steps == ["receive", "take_fee", "settle", "return_result"]
    assert [entry.officer for entry in entries] == [OFFICER, OFFICER, LEADER, OFFICER]
    assert entries[2].facts["recorded_by"] == OFFICER
    assert [(each.amount, each.number) for each in done.payments] == [(22_000, 1)]
    assert done.dossier.verdict == "on_time"
    assert numbers(desk) == [(1, "Bằng tốt nghiệp THPT", ""), (2, "Học bạ", "")]
    assert desk.services.verify().ok


def test_each_book_and_each_year_begins_at_01(desk: Desk) -> None:
    certify(desk)
    signature = plain_order("2.000884")
    done = desk.services.counter.certify(Certify(signature, OFFICER, LEADER))
    assert done.certificates[0].written == "01 quyển số 01/2026-SCT/CK,ĐC"
    deed = desk.services.counter.certify(Certify(plain_order("2.001019"), OFFICER, LEADER))
    assert deed.certificates[0].book is Book.DEEDS
    desk.clock.set("2027-01-04T08:00")
    assert certify(desk).certificates[0].written == "01 quyển số 01/2027-SCT/BS"
    assert len(numbers(desk)) == 2


@pytest.mark.parametrize(
    ("order", "signed_by", "delegation", "refusal"),
    [
        ({}, "", "", step_errors.SignerMissing),
        ({}, OFFICER, "", step_errors.SignerReceivedIt),
        ({"items": []}, LEADER, "", errors.FieldMissing),
        ({}, "", "12/UQ", step_errors.DelegationNotCovering),
        ({"items": [{"title": "Bằng", "pages": 0, "copies": 1}]}, LEADER, "", errors.DeskError),
        (
            {"items": [{"title": "Bằng", "pages": 10_000, "copies": 1}]},
            LEADER,
            "",
            errors.DeskError,
        ),
        ({"procedure": "1.004873", "items": None}, LEADER, "", step_errors.NotCertification),
    ],
)
def test_what_is_refused_takes_no_number(
    desk: Desk,
    order: dict[str, Any],
    signed_by: str,
    delegation: str,
    refusal: type[errors.DeskError],
) -> None:
    before = contents(desk)
    with pytest.raises(refusal):
        certify(desk, signed_by, delegation, **order)
    assert contents(desk) == before
    assert certify(desk).certificates[0].number == 1


def test_an_officer_signs_under_his_delegation(desk: Desk) -> None:
    given = {"number": "12/UQ", "officer": OFFICER, "signed_by": LEADER}
    days = {"from_on": "2026-11-01", "to_on": "2026-12-31", "procedures": ["2.000815"]}
    desk.services.record_delegation({**given, **days}, LEADER)
    done = certify(desk, "", "12/UQ")
    settled = desk.services.show_dossier(done.dossier.code).entries[2]
    assert (settled.officer, settled.facts["delegation"]) == (OFFICER, "12/UQ")


def test_the_same_request_again_gives_the_same_numbers(desk: Desk) -> None:
    first, second = (certify(desk, request_id="lan-1") for _ in range(2))
    assert second.dossier.code == first.dossier.code
    assert second.certificates == first.certificates
    assert len(numbers(desk)) == 2


def test_a_spoilt_number_keeps_its_place_with_its_reason(desk: Desk) -> None:
    certify(desk)
    desk.services.counter.spoil_number(SpoilNumber("copies", 2026, 1, "Đóng dấu nhòe", OFFICER))
    assert numbers(desk)[0] == (1, "Bằng tốt nghiệp THPT", "Đóng dấu nhòe")
    with pytest.raises(step_errors.NumberSpoilt):
        desk.services.counter.spoil_number(SpoilNumber("copies", 2026, 1, "Lần nữa", OFFICER))
    with pytest.raises(step_errors.NumberUnknown):
        desk.services.counter.spoil_number(SpoilNumber("copies", 2026, 9, "Không có", OFFICER))
    with pytest.raises(errors.FieldMissing):
        desk.services.counter.spoil_number(SpoilNumber("copies", 2026, 2, " ", OFFICER))
    assert certify(desk).certificates[0].number == 3
    assert desk.services.verify().ok


def test_a_settlement_taken_back_spoils_its_numbers(desk: Desk) -> None:
    code = certify(desk).dossier.code
    desk.step(code, "undo", OFFICER)
    assert [spoilt for _, _, spoilt in numbers(desk)] == ["", ""]
    desk.step(code, "undo", LEADER, reason="Ký nhầm")
    assert [spoilt for _, _, spoilt in numbers(desk)] == ["Ký nhầm", "Ký nhầm"]
    assert desk.services.verify().ok


def test_two_counters_at_once_never_get_the_same_number(desk: Desk) -> None:
    others = [desk, open_desk(desk.address, desk.clock)]

    def some(on: Desk) -> list[int]:
        return [each.number for _ in range(8) for each in certify(on).certificates]

    with ThreadPoolExecutor(2) as pool:
        given = [number for found in pool.map(some, others) for number in found]
    assert sorted(given) == list(range(1, 33))
    others[1].store.close()
