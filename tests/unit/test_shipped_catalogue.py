"""The catalogue in resources/: complete, readable, and true in the facts typed here by hand."""

import csv
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest

CATALOGUE = Path(__file__).resolve().parents[2] / "resources" / "catalogue"
# Public data beside the clone on some machines; the shipped rows are compared where it is.
NATIONAL = CATALOGUE.parents[2] / "shared" / "data" / "procedures.csv"
FILES = ["procedures", "terms", "fees", "papers", "exemptions"]
CODE = re.compile(r"[1-3]\.0\d{5}")
TERM = re.compile(
    r"at once|same day|[1-9]\d* working hours|(?:[1-9]\d*|\d+\.5) working days"
    r"|[1-9]\d* calendar days|[1-9]\d* months"
)
FEE_KINDS = {"free", "per_case", "per_copy", "per_page", "set_by_province"}
CHANNELS = {"", "counter", "post", "proxy", "online_full", "online_partial"}


def _rows(name: str) -> list[dict[str, str]]:
    with (CATALOGUE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _of(name: str, code: str) -> list[dict[str, str]]:
    return [row for row in _rows(name) if row["code"] == code]


def _codes() -> list[str]:
    return [row["code"] for row in _rows("procedures")]


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_nfc_rectangular_and_about_shipped_procedures(name: str) -> None:
    text = (CATALOGUE / f"{name}.csv").read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    rows = _rows(name)
    assert all(None not in row and None not in row.values() for row in rows)
    assert {row["code"] for row in rows} <= set(_codes())


def test_codes_are_national_and_stand_once() -> None:
    codes = _codes()
    assert 55 <= len(codes) <= 75
    assert len(codes) == len(set(codes))
    assert all(CODE.fullmatch(code) for code in codes)


def test_each_procedure_is_named_and_marked_to_be_checked() -> None:
    for row in _rows("procedures"):
        assert row["name"]
        assert row["field"]
        assert row["agency"]
        assert row["result"]
        assert row["to_check"] == "yes"
        assert row["kind"] in {"ordinary", "certification"}
        assert row["clock_start_cutoff"] in {"yes", "no"}


def test_each_procedure_has_a_term_row_a_fee_and_a_paper() -> None:
    for name in ("terms", "fees", "papers"):
        assert {row["code"] for row in _rows(name)} == set(_codes()), name


@pytest.mark.parametrize("name", ["procedures", "fees", "exemptions"])
def test_dates_can_be_read(name: str) -> None:
    for row in _rows(name):
        for column in {"from", "to", "in_force_from", "in_force_to"} & set(row):
            assert not row[column] or date.fromisoformat(row[column])


def test_terms_are_worded_as_the_command_line_words_them() -> None:
    for row in _rows("terms"):
        for column in ("term", "verified_term", "target"):
            assert not row[column] or TERM.fullmatch(row[column]), row
        assert row["channel"] in CHANNELS
        assert (row["cutoff"] == "yes") is (row["term"] == "same day")


def test_cases_count_from_one_and_have_a_name_where_there_are_several() -> None:
    for code in _codes():
        rows = _of("terms", code)
        assert [int(row["case"]) for row in rows] == list(range(1, len(rows) + 1))
        assert len(rows) == 1 or len({row["case_name"] for row in rows} - {""}) == len(rows)


def test_terms_that_are_not_certain_are_few_and_known() -> None:
    open_terms = {row["code"] for row in _rows("terms") if not row["term"]}
    assert open_terms == {
        "2.002913",
        "2.001263",
        "1.011606",
        "1.011607",
        "1.004946",
        "1.012818",
        "1.013978",
        "1.013979",
    }


def test_fees_have_the_amounts_of_their_kind() -> None:
    for row in _rows("fees"):
        assert row["kind"] in FEE_KINDS
        assert row["channel"] in CHANNELS
        assert (row["amount"] == "") is (row["kind"] == "set_by_province"), row
        assert bool(row["next_amount"]) is bool(row["cap"]) is (row["kind"] == "per_page"), row


def test_papers_are_short_counted_and_numbered() -> None:
    for code in _codes():
        papers = _of("papers", code)
        assert [int(paper["no"]) for paper in papers] == list(range(1, len(papers) + 1))
        assert len(papers) <= 9, "the digits of the list"
        cases = {row["case"] for row in _of("terms", code)} | {"0"}
        for paper in papers:
            assert 0 < len(paper["name"]) <= 80
            assert paper["kind"] in {"required", "looked_up", "shown"}
            assert sum(int(paper[count]) for count in ("originals", "certified", "copies")) >= 1
            assert paper["case"] in cases


def test_initials_find_the_certified_copy_alone() -> None:
    def initials(name: str) -> str:
        plain = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
        return "".join(
            word[0] for word in re.findall(r"[a-z0-9]+", re.sub(r"[^\x00-\x7f]", "", plain))
        )

    found = [row["code"] for row in _rows("procedures") if initials(row["name"]).startswith("ctbs")]
    assert found == ["2.000815"]


def test_the_certified_copy_is_as_circular_226_of_2016_says() -> None:
    (procedure,) = _of("procedures", "2.000815")
    assert (procedure["kind"], procedure["decision"]) == ("certification", "3152/QĐ-BTP")
    (fee,) = _of("fees", "2.000815")
    amounts = (fee["kind"], fee["amount"], fee["next_amount"], fee["cap"])
    assert amounts == ("per_page", "2000", "1000", "200000")
    papers = [(paper["name"], paper["kind"]) for paper in _of("papers", "2.000815")]
    assert papers[:2] == [("Bản chính giấy tờ", "required"), ("Bản sao cần chứng thực", "required")]
    assert papers[2][1] == "shown"


@pytest.mark.parametrize(
    ("code", "case", "term", "longer"),
    [
        ("2.000815", "1", "same day", "2 working days"),
        ("2.000908", "1", "same day", ""),  # "15 giờ" is three o'clock, not 15 hours
        ("1.000894", "1", "at once", "5 working days"),
        ("1.001022", "1", "3 working days", "8 working days"),
        ("1.004222", "1", "7 working days", ""),
        ("1.010038", "1", "5 working days", ""),
        ("1.010041", "1", "0.5 working days", "3 working days"),
        ("1.001699", "1", "25 working days", ""),
        ("1.001731", "1", "3 working days", ""),
        ("2.000806", "1", "5 working days", "10 working days"),
        ("3.000722", "1", "3 working days", "5 working days"),
        ("2.000286", "2", "15 working days", ""),
    ],
)
def test_terms_typed_by_hand(code: str, case: str, term: str, longer: str) -> None:
    (row,) = [row for row in _of("terms", code) if row["case"] == case]
    assert (row["term"], row["verified_term"]) == (term, longer)


@pytest.mark.parametrize(
    ("code", "channel", "kind", "amount"),
    [
        ("2.000884", "", "per_case", "10000"),
        ("2.001035", "", "per_case", "50000"),
        ("2.000913", "", "per_case", "30000"),
        ("2.000927", "", "per_case", "25000"),
        ("2.000635", "", "per_copy", "8000"),
        ("1.004222", "", "per_case", "20000"),
        ("1.004222", "online_full", "per_case", "10000"),
        ("1.004194", "online_partial", "per_case", "7000"),
        ("1.000894", "", "free", "0"),
        ("1.004873", "", "set_by_province", ""),
    ],
)
def test_fees_typed_by_hand(code: str, channel: str, kind: str, amount: str) -> None:
    (row,) = [row for row in _of("fees", code) if row["channel"] == channel]
    assert (row["kind"], row["amount"]) == (kind, amount)


def test_only_the_linked_procedures_start_the_clock_after_three_on_the_next_day() -> None:
    late = {row["code"] for row in _rows("procedures") if row["clock_start_cutoff"] == "yes"}
    assert late == {"3.000722", "2.002913"}


def test_certification_knows_one_exemption() -> None:
    # Circular 226/2016 Art. 5: no general exemption for the poor, the old, the disabled.
    certification = {row["code"] for row in _rows("procedures") if row["kind"] == "certification"}
    granted = [row for row in _rows("exemptions") if row["code"] in certification]
    assert [(row["code"], row["exemption"]) for row in granted] == [("2.001035", "farm_mortgage")]
    pairs = [(row["code"], row["exemption"]) for row in _rows("exemptions")]
    assert len(pairs) == len(set(pairs))
    assert all(0 < int(row["percent"]) <= 100 for row in _rows("exemptions"))


@pytest.mark.skipif(not NATIONAL.exists(), reason="the national list is not beside this clone")
def test_decisions_are_those_of_the_national_list() -> None:
    with NATIONAL.open(encoding="utf-8", newline="") as file:
        national = {row["code"]: row["decision_no"] for row in csv.DictReader(file)}
    unknown = {row["code"] for row in _rows("procedures")} - set(national)
    assert unknown == {"3.000722", "2.002913", "1.014137"}
    differing = [
        row["code"]
        for row in _rows("procedures")
        if row["code"] in national and row["decision"] not in national[row["code"]]
    ]
    assert not differing
