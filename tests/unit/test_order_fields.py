"""An order's fields: what is refused, with the field named; what comes back exactly as it was typed."""

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desktop.domain import errors
from onestop_desktop.domain.reception import check_against, missing_papers, read_order
from tests.support.desk import make_order, plain_order
from tests.unit.shipped import procedures

TODAY = date(2026, 11, 25)
RLO = "\u202e"


def refused(order: Any) -> errors.DeskError:
    with pytest.raises(errors.DeskError) as caught:
        read_order(order, TODAY)
    return caught.value


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"name": None}, "field_missing", "applicant.name"),
        ({"name": ""}, "field_missing", "applicant.name"),
        ({"name": "  \t "}, "field_missing", "applicant.name"),
        ({"procedure": None}, "field_missing", "procedure"),
        ({"channel": None}, "field_missing", "channel"),
        ({"kind": None}, "field_missing", "applicant.kind"),
        ({"applicant": None}, "field_missing", "applicant.kind"),
        ({"applicant": "Nguyễn Thị Đường"}, "field_invalid", "applicant"),
        ({"name": 5}, "field_invalid", "applicant.name"),
        ({"name": ["a"]}, "field_invalid", "applicant.name"),
        ({"channel": "fax"}, "choice_unknown", "channel"),
        ({"channel": ["counter"]}, "choice_unknown", "channel"),
        ({"return_by": "bồ câu"}, "choice_unknown", "return_by"),
        ({"sex": "nam"}, "choice_unknown", "applicant.sex"),
        ({"born_on": "1985-02-31"}, "date_impossible", "applicant.born_on"),
        ({"born_on": "31/02/1985"}, "date_impossible", "applicant.born_on"),
        ({"born_on": "hôm qua"}, "date_impossible", "applicant.born_on"),
        ({"born_on": "1066-10-14"}, "date_impossible", "applicant.born_on"),
        ({"born_on": "2026-11-26"}, "date_in_future", "applicant.born_on"),
        ({"validly_received_at": "2026-11-31T09:00"}, "date_impossible", "validly_received_at"),
        ({"identity": "0301850012345"}, "identity_wrong_length", "applicant.identity"),
        ({"identity": "03018500123"}, "identity_wrong_length", "applicant.identity"),
        ({"identity": "٠٣٠١٨٥٠٠١٢٣٤"}, "character_unprintable", "applicant.identity"),
        ({"name": "😀 Hoa"}, "character_unprintable", "applicant.name"),
        ({"name": "नाम"}, "character_unprintable", "applicant.name"),
        ({"name": "漢字"}, "character_unprintable", "applicant.name"),
        ({"name": "Zㅤ"}, "character_unprintable", "applicant.name"),
        ({"name": "..."}, "field_missing", "applicant.name"),
        ({"name": "\u0301"}, "field_missing", "applicant.name"),
        ({"identity": "²²²²²²²²²"}, "identity_invalid", "applicant.identity"),
        ({"identity": "không có"}, "identity_invalid", "applicant.identity"),
        ({"phone": "gọi sau"}, "phone_invalid", "applicant.phone"),
        ({"phone": "0912\n345678"}, "hidden_character", "applicant.phone"),
        ({"email": "hoa"}, "email_invalid", "applicant.email"),
        ({"email": "hoa@xa"}, "email_invalid", "applicant.email"),
        ({"name": "a" * 201}, "field_too_long", "applicant.name"),
        ({"name": "Đ" * 10_000}, "field_too_long", "applicant.name"),
        ({"note": "a" * 1001}, "field_too_long", "note"),
        ({"request_id": "a" * 81}, "field_too_long", "request_id"),
        ({"address": "a" * 301}, "field_too_long", "applicant.address"),
        ({"name": f"Nguyễn {RLO}Đường"}, "hidden_character", "applicant.name"),
        ({"name": "Nguyễn\x00Đường"}, "hidden_character", "applicant.name"),
        ({"name": "Nguyễn\u200bĐường"}, "hidden_character", "applicant.name"),
        ({"name": "Nguyễn\u2064Đường"}, "hidden_character", "applicant.name"),
        ({"name": "Nguyễn\U000e0041"}, "hidden_character", "applicant.name"),
        ({"name": "Nguyễn\ud800"}, "hidden_character", "applicant.name"),
        ({"name": "Nguyễn\nĐường"}, "hidden_character", "applicant.name"),
        ({"name": "Nguyễn\u2028Đường"}, "hidden_character", "applicant.name"),
        ({"request_id": "a\x7fb"}, "hidden_character", "request_id"),
        ({"mystery": 1}, "field_unknown", "mystery"),
        ({"case": 0}, "number_out_of_range", "case"),
        ({"case": "1"}, "field_invalid", "case"),
        ({"case": True}, "field_invalid", "case"),
        ({"sets": 100}, "number_out_of_range", "sets"),
        ({"sets": 1.5}, "field_invalid", "sets"),
        ({"papers": {"no": 1}}, "field_invalid", "papers"),
        ({"papers": [5]}, "field_invalid", "papers.1"),
        ({"papers": [{"no": 1}, {"no": 1}]}, "paper_twice", "papers.2.no"),
        ({"papers": [{"no": 1, "originals": -1}]}, "number_out_of_range", "papers.1.originals"),
        ({"papers": [{"no": 1, "bản": 1}]}, "field_unknown", "papers.1.bản"),
        ({"papers": [{"no": 1}] * 201}, "number_out_of_range", "papers"),
        ({"items": [{"pages": 1, "copies": 1}]}, "field_missing", "items.1.title"),
        ({"items": [{"title": "Bằng", "copies": 1}]}, "number_out_of_range", "items.1.pages"),
        (
            {"items": [{"title": "Bằng", "pages": 1, "copies": 501}]},
            "number_out_of_range",
            "items.1.copies",
        ),
        ({"channel": "proxy"}, "proxy_missing", "proxy.name"),
        ({"proxy": {"name": "Vũ Quốc Anh"}}, "proxy_unexpected", "proxy"),
        ({"channel": "proxy", "proxy": {}}, "field_missing", "proxy.name"),
        (
            {"channel": "proxy", "proxy": {"name": "A", "identity": "12"}},
            "identity_wrong_length",
            "proxy.identity",
        ),
        ({"official_code": "mã 5"}, "official_code_invalid", "official_code"),
        ({"official_code": "H23.45-260231-0001"}, "official_code_invalid", "official_code"),
    ],
)
def test_a_bad_field_is_refused_by_its_name(changes: Any, code: str, field: str) -> None:
    fault = refused(make_order(**changes))
    assert (fault.code, fault.field) == (code, field)


def test_an_unknown_field_of_the_applicant_is_named() -> None:
    order = make_order()
    order["applicant"]["nickname"] = "Đ"
    assert refused(order).field == "applicant.nickname"


def test_all_faults_are_told_at_once() -> None:
    fault = refused(make_order(name=None, born_on="31/02/1985", mystery=1, phone="x"))
    fields = {fault.field, *(other.field for other in fault.others)}
    assert fields == {"applicant.name", "applicant.born_on", "mystery", "applicant.phone"}


@pytest.mark.parametrize("order", [None, [], "x", 5])
def test_what_is_no_order_is_refused(order: Any) -> None:
    assert refused(order).code == "field_invalid"


@pytest.mark.parametrize(
    "name",
    [
        "Ch'Nưr Êban",
        "<b>Nguyễn</b>",
        "=1+1",
        "Nguyễn & Con",
        "../../etc/passwd",
        "%s {0} %",
        "Robert'); DROP TABLE dossier;--",
        "Y Bhiăt H’Môk",
        "Đ" * 200,
        "Nguyễn  Hai Cách",
    ],
)
def test_odd_names_come_back_exactly(name: str) -> None:
    assert read_order(make_order(name=name), TODAY).applicant.name == name


def test_letters_in_parts_are_kept_whole_and_outer_blanks_go() -> None:
    parts = unicodedata.normalize("NFD", "Nguyễn Thị Đường")
    assert read_order(make_order(name=f" {parts} "), TODAY).applicant.name == "Nguyễn Thị Đường"


def test_a_note_may_have_lines() -> None:
    assert read_order(make_order(note="một\nhai"), TODAY).note == "một\nhai"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("030185001234", "030185001234"),
        ("030 185 001 234", "030185001234"),
        ("142345678", "142345678"),
        ("b1234567", "B1234567"),
        ("", ""),
    ],
)
def test_numbers_a_person_may_show(typed: str, kept: str) -> None:
    assert read_order(make_order(identity=typed), TODAY).applicant.identity == kept


def test_an_organisation_shows_its_tax_number() -> None:
    for number in ("0801234567", "0801234567-001", "0801234567001"):
        order = make_order(kind="organisation", identity=number, sex=None, born_on=None)
        assert read_order(order, TODAY).applicant.identity == number
    assert refused(make_order(kind="organisation", identity="080123")).code == "identity_invalid"


@pytest.mark.parametrize("typed", ["02/03/1985", "2-3-1985", "02.03.1985", "1985-03-02"])
def test_days_as_people_type_them(typed: str) -> None:
    assert read_order(make_order(born_on=typed), TODAY).applicant.born_on == date(1985, 3, 2)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = [*make_order(), *make_order()["applicant"], "papers", "proxy", "case", "note", "visit"]


@given(st.dictionaries(st.sampled_from(KEYS), JSON, max_size=5))
def test_any_values_are_an_order_or_a_refusal(changes: dict[str, Any]) -> None:
    order = make_order(**{name: value for name, value in changes.items() if name != "applicant"})
    try:
        read_order(order, TODAY)
    except errors.DeskError as fault:
        assert fault.field  # noqa: PT017


# -- against the procedure
def test_a_paper_of_another_procedure_is_refused() -> None:
    order = read_order(plain_order(papers=[{"no": 77, "originals": 1}]), TODAY)
    with pytest.raises(errors.PaperUnknown) as fault:
        check_against(procedures()["1.004873"], order)
    assert fault.value.field == "papers.1.no"


def test_originals_to_certify_belong_to_certification() -> None:
    order = read_order(make_order(procedure="1.004873"), TODAY)
    with pytest.raises(errors.ItemsUnexpected):
        check_against(procedures()["1.004873"], order)


def test_papers_are_as_asked_unless_the_order_says_otherwise() -> None:
    procedure = procedures()["1.001193"]
    asked = check_against(procedure, read_order(plain_order("1.001193"), TODAY))
    assert asked
    assert missing_papers(procedure, 1, asked) == ()
    none = check_against(procedure, read_order(plain_order("1.001193", papers=[]), TODAY))
    assert none == ()
    assert [paper.no for paper in missing_papers(procedure, 1, none)] == [
        paper.no for paper in asked
    ]
