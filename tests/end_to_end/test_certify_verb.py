"""The verb `certify` as scripts are written for: its answer, its numbers; what is refused stores nothing."""

from typing import Any

import pytest

from onestop_desktop.application.keep_books import CloseBook
from tests.end_to_end.command import Run, certify, entries, refused
from tests.support.desk import LEADER, OFFICER, Desk, dump, make_order


def test_a_certification_answers_as_receive_does_with_its_numbers(run: Run) -> None:
    answer = certify(run)
    assert (answer.code, answer.err) == (0, "")
    told = answer.json
    assert (told["code"], told["state"]) == ("H99.99.99-261125-0001", "returned")
    (number,) = told["numbers"]
    assert (number["book"], number["year"], number["number"]) == ("copies", 2026, 1)
    assert number["written"] == "01 quyển số 01/2026-SCT/BS"
    words = run("certify", "-", stdin=dump(make_order(signed_by=LEADER)))
    assert words.out == "H99.99.99-261125-0002\n02 quyển số 01/2026-SCT/BS\n"


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"items": [{"title": "Bằng", "pages": 0, "copies": 1}]}, "number_out_of_range", "pages"),
        (
            {"items": [{"title": "Bằng", "pages": 10_000, "copies": 1}]},
            "number_out_of_range",
            "pages",
        ),
        ({"items": [{"title": "Bằng", "copies": 3}]}, "number_out_of_range", "pages"),
        ({"items": [{"title": "Bằng", "pages": 2}]}, "number_out_of_range", "copies"),
        ({"items": [{"title": "Bằng", "pages": "2", "copies": 1}]}, "field_invalid", "pages"),
        ({"items": [{"title": "", "pages": 2, "copies": 1}]}, "field_missing", "title"),
        ({"payment": {"method": "cash", "amount": 5000}}, "fee_reason_missing", "reason"),
        ({"payment": {"method": "gold"}}, "choice_unknown", "method"),
        ({"signed_by": ""}, "signer_missing", "signed_by"),
        ({"signed_by": 5}, "field_invalid", "signed_by"),
        ({"signed_by": OFFICER}, "signer_received_it", "signed_by"),
        ({"items": []}, "field_missing", "items"),
        ({"procedure": "1.004873", "items": None}, "not_certification", ""),
        ({"procedure": "9.999999", "items": None}, "procedure_unknown", "procedure"),
    ],
)
def test_what_a_certification_is_refused_for_stores_nothing(
    desk: Desk, run: Run, changes: dict[str, Any], code: str, field: str
) -> None:
    before = entries(desk)
    answer = certify(run, **changes)
    assert refused(answer) == code
    assert str(answer.json["facts"].get("field", "")).endswith(field)
    assert entries(desk) == before
    assert certify(run).json["numbers"][0]["number"] == 1


def test_no_number_is_given_in_a_year_that_was_closed(desk: Desk, run: Run) -> None:
    certify(run)
    desk.clock.set("2026-12-31T10:00")
    desk.services.counter.close_book(CloseBook("copies", 2026, OFFICER, LEADER))
    before = entries(desk)
    answer = certify(run, at="2026-12-31T11:00")
    assert refused(answer) == "book_closed"
    assert "đã khóa" in answer.err
    assert entries(desk) == before
    following = certify(run, at="2027-01-04T08:00").json["numbers"][0]
    assert (following["year"], following["number"]) == (2027, 1)
