"""A national list: what is certain is read, what is not waits for someone to say it, nothing is guessed."""

import csv
from pathlib import Path
from typing import Any

import pytest

from onestop_desktop.application.import_catalogue import ImportCatalogue, read_list
from onestop_desktop.domain import errors
from onestop_desktop.domain.national_list import certain_term, read_national_row
from onestop_desktop.domain.procedure import PaperKind
from tests.support.desk import Desk, plain_order

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
with_data = pytest.mark.skipif(
    not (DATA / "procedures.csv").exists(), reason="the national list is not beside this clone"
)


def text(name: str) -> str:
    return (DATA / name).read_text("utf-8")


def row(**changes: str) -> dict[str, str]:
    return {"code": "1.999001", "name": "Thủ tục thử"} | changes


@pytest.mark.parametrize(
    ("facts", "term"),
    [
        ({"time_n": "5", "time_unit": "working_days"}, "5 working days"),
        ({"time_n": "0.5", "time_unit": "working_days"}, "0.5 working days"),
        ({"time_n": "20.0", "time_unit": "days"}, "20 calendar days"),
        ({"time_n": "2", "time_unit": "months"}, "2 months"),
        ({"time_n": "8", "time_unit": "hours"}, "8 working hours"),
        ({"time_n": "15", "time_unit": "hours", "time_text": "15 Giờ"}, ""),  # an hour of the day
        ({"time_n": "0", "time_unit": "hours"}, ""),
        ({"time_n": "0", "time_unit": "working_days"}, ""),
        ({"time_n": "1.5", "time_unit": "days"}, ""),
        ({"time_n": "5", "time_unit": "unit_lost_in_source"}, ""),
        ({"time_n": "5", "time_unit": ""}, ""),
        ({"time_n": "5", "time_unit": "working_days", "time_variants": "2"}, ""),
        ({"time_n": "", "time_unit": "working_days"}, ""),
        ({"same_day_15h": "yes", "time_text": "Trong ngày làm việc"}, "same day"),
        ({"same_day_15h": "yes", "time_text": "15 Giờ"}, ""),
        ({"term": "3 working days", "time_n": "5", "time_unit": "days"}, "3 working days"),
        ({}, ""),
    ],
)
def test_only_a_certain_term_is_read(facts: dict[str, str], term: str) -> None:
    assert certain_term(row(**facts)) == term


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"code": ""}, errors.FieldMissing),
        ({"name": " "}, errors.FieldMissing),
        ({"code": "thủ tục 1"}, errors.FieldInvalid),
        ({"name": "a" * 2001}, errors.FieldTooLong),
        ({"name": "Thủ\x00 tục"}, errors.HiddenCharacter),
        ({"in_force_from": "31/02/2026"}, errors.DateImpossible),
        ({"term": "3 quarters"}, errors.TermInvalid),
    ],
)
def test_a_bad_row_is_refused(facts: dict[str, str], refusal: type[errors.DeskError]) -> None:
    with pytest.raises(refusal):
        read_national_row(row(**facts), ())


def test_papers_are_told_apart_from_notes_and_what_is_only_shown() -> None:
    papers = [
        {"paper_name": "Tờ khai", "originals": "1", "case_name": "Giấy tờ phải nộp"},
        {"paper_name": "Thẻ căn cước", "case_name": "Giấy tờ phải xuất trình"},
        {"paper_name": "Người yêu cầu …", "note_only": "yes"},
        {"paper_name": "Giấy ủy quyền", "copies": "1", "case_name": "Trường hợp ủy quyền"},
    ]
    procedure = read_national_row(row(time_n="5", time_unit="working_days"), papers)
    assert [paper.kind for paper in procedure.papers] == [
        PaperKind.REQUIRED,
        PaperKind.SHOWN,
        PaperKind.NOTE,
        PaperKind.REQUIRED,
    ]
    assert procedure.cases == ((1, "Trường hợp ủy quyền"),)


@with_data
def test_all_511_procedures_and_2747_papers_are_taken_and_none_refused() -> None:
    found, refused = read_list(text("procedures.csv"), text("procedure_papers.csv"))
    assert refused == []
    assert len(found) == 511
    assert sum(len(procedure.papers) for _, procedure in found) == 2747
    assert max(len(procedure.name) for _, procedure in found) == 919
    assert max(len(procedure.papers) for _, procedure in found) >= 55


@with_data
def test_terms_of_the_list_are_those_of_the_corrections() -> None:
    found, _ = read_list(text("procedures.csv"), "")
    terms = {procedure.code: procedure.terms[0].term for _, procedure in found}
    certain = {
        "2.000908": "",  # "15 giờ" is three in the afternoon
        "2.001159": "",  # "0 giờ"
        "1.001731": "3 working days",
        "1.014028": "",  # a bare "3": days of what?
        "1.001699": "25 working days",
        "2.002189": "",  # its unit was lost in the source
        "1.010038": "5 working days",
    }
    assert {code: terms[code] for code in certain} == certain
    lost = {
        line["code"]
        for line in csv.DictReader(text("procedures.csv").splitlines())
        if line["time_unit"] not in {"working_days", "days", "months", "hours"}
    }
    assert len(lost) > 150
    assert {code for code in lost if terms[code] not in {"", "same day"}} == set()


@with_data
def test_the_list_goes_through_the_store_and_an_uncertain_term_waits(desk: Desk) -> None:
    order = ImportCatalogue(text("procedures.csv"), text("procedure_papers.csv"), "Hoa")
    imported = desk.services.import_catalogue(order)
    assert (imported.imported, imported.refused) == (511, ())
    assert 150 < imported.without_term < 300
    with pytest.raises(errors.TermNotSet):
        desk.receive(plain_order("2.001159"))
    assert desk.receive(plain_order("1.001731")).dossier.procedure_version > 65
    assert desk.services.import_catalogue(order).unchanged == 511


def lines(*facts: dict[str, Any]) -> str:
    from tests.support.desk import dump

    return "".join(dump(fact) + "\n" for fact in facts)


GOOD = {
    "code": "1.999001",
    "name": "Thủ tục thử",
    "field": "",
    "agency": "",
    "decision": "",
    "result": "",
    "in_force_from": None,
    "in_force_to": None,
    "is_certification": False,
    "start_cutoff": False,
    "to_check": True,
    "terms": [
        {
            "case": 1,
            "case_name": "",
            "channel": "",
            "term": "5 working days",
            "verified_term": "",
            "target": "",
            "cutoff": True,
        }
    ],
    "fees": [],
    "papers": [],
    "exemptions": [],
}


@pytest.mark.parametrize(
    "changes",
    [
        {"code": 5},
        {"code": "x"},
        {"name": None},
        {"name": ""},
        {"mystery": 1},
        {"terms": None},
        {"terms": [{"case": "một"}]},
        {"terms": [{"case": 1, "term": 5}]},
        {"terms": [{"case": 1, "channel": "fax", "term": "same day"}]},
        {"terms": [{"case": 1, "term": "same day", "target": "1 working days"}]},
        {"fees": [{"kind": "per_case", "amount": "10", "from_on": None, "to_on": None}]},
        {"fees": [{"kind": "lạ", "amount": 10, "from_on": None, "to_on": None}]},
        {"papers": [{"no": 1, "name": "a", "kind": "lạ"}]},
        {"papers": [{"no": "1", "name": "a", "kind": "required"}]},
        {"in_force_from": "hôm nay"},
        {"is_certification": "yes"},
    ],
)
def test_a_bad_line_of_an_export_is_refused_and_the_good_one_taken(
    sqlite_desk: Desk, changes: dict[str, Any]
) -> None:
    good = GOOD | {"code": "1.999002"}
    order = ImportCatalogue(lines(GOOD | changes, good), officer="Hoa")
    imported = sqlite_desk.services.import_catalogue(order)
    assert [line for line, _ in imported.refused] == [1]
    assert imported.imported == 1
