"""Retention at a real store: nothing goes before its day, what went leaves the chain whole; the package."""

import csv
import hashlib
import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from onestop_desktop.application.archive_dossier import ArchiveDossier
from onestop_desktop.application.erase_facts import EraseFacts
from onestop_desktop.devices.folder_printer import new_file
from onestop_desktop.domain import errors, step_errors
from tests.support.desk import LEADER, OFFICER, SPECIALIST, Desk, plain_order
from tests.support.paper import texts

SIGNATURE, CIVIL, UNSET = "2.000884", "1.004873", "1.001699"
CITIZEN = "Nguyễn Thị Đường"
OTHER = "Lò Văn Ếch"


def ended(desk: Desk, procedure: str, **changes: str) -> str:
    """A dossier of November 2026 whose result was returned."""
    code = desk.receive(plain_order(procedure, **changes)).dossier.code
    desk.step(code, "propose", SPECIALIST, decision="Đồng ý")
    desk.step(code, "settle", LEADER)
    desk.step(code, "return_result", receiver=changes.get("name", CITIZEN))
    return code


def erase(desk: Desk, code: str, approval: str = "15/QĐ-UBND") -> None:
    desk.services.care.erase_facts(EraseFacts(code, approval, "Hết hạn lưu", OFFICER))


@pytest.mark.parametrize(
    ("procedure", "day", "refusal"),
    [
        (SIGNATURE, "2028-12-31T16:00", step_errors.RetentionRuns),
        (CIVIL, "2099-01-04T09:00", step_errors.RetentionPermanent),
        (UNSET, "2099-01-04T09:00", step_errors.RetentionPermanent),
    ],
)
def test_nothing_goes_before_its_day(
    desk: Desk, procedure: str, day: str, refusal: type[Exception]
) -> None:
    code = ended(desk, procedure)
    desk.clock.set(day)
    assert desk.services.care.erasable(desk.clock().date()) == ()
    with pytest.raises(refusal):
        erase(desk, code)
    assert desk.services.show_dossier(code).dossier.applicant.name == CITIZEN


def test_one_under_way_or_without_a_decision_is_refused(desk: Desk) -> None:
    open_one = desk.receive(plain_order(SIGNATURE)).dossier.code
    code = ended(desk, SIGNATURE)
    desk.clock.set("2029-01-02T09:00")
    with pytest.raises(errors.StepImpossible):
        erase(desk, open_one)
    with pytest.raises(errors.FieldMissing):
        erase(desk, code, "")
    with pytest.raises(errors.DossierUnknown):
        erase(desk, "H99.99.99-261125-9999")


def test_after_its_day_the_facts_are_gone_everywhere_and_the_chain_still_verifies(
    desk: Desk,
) -> None:
    code, kept = ended(desk, SIGNATURE, name=OTHER), ended(desk, SIGNATURE)
    desk.clock.set("2029-01-02T09:00")
    rows = desk.services.care.erasable(desk.clock().date())
    assert {row.code for row in rows} == {code, kept}
    erase(desk, code)
    everything = json.dumps(
        [desk.sql(f"SELECT * FROM {table}") for table in ("dossier", "slip", "request")]
        + [desk.sql("SELECT facts FROM entry_facts")],
        ensure_ascii=False,
        default=str,
    )
    assert OTHER not in everything
    assert "lo van ech" not in everything
    assert CITIZEN in everything
    assert desk.services.verify().ok
    with pytest.raises(step_errors.DossierErased):
        desk.services.show_dossier(code)
    with pytest.raises(step_errors.DossierErased):
        erase(desk, code)
    assert desk.services.find_dossiers("Ếch") == ()
    assert [row.code for row in desk.services.find_dossiers(code)] == [code]
    ((step, officer),) = desk.sql("SELECT step, officer FROM entry WHERE step = 'erase'")
    assert (step, officer) == ("erase", OFFICER)


def test_nothing_is_left_in_the_index_over_words(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    codes = [
        ended(desk, SIGNATURE, identity=f"0301850{at:05d}", phone=f"09123450{at:02d}")
        for at in range(20)
    ]
    desk.clock.set("2029-01-02T09:00")
    for code in codes:
        erase(desk, code)
    blocks = b"".join(block for (block,) in desk.sql("SELECT block FROM dossier_words_data"))
    for at in range(20):
        for number in (f"0301850{at:05d}", f"09123450{at:02d}"):
            assert number[3:].encode() not in blocks


def test_a_slip_of_two_dossiers_goes_with_the_last_of_them(desk: Desk) -> None:
    first = desk.receive(plain_order(SIGNATURE, visit="chung")).dossier.code
    second = desk.receive(plain_order(SIGNATURE, visit="chung")).dossier.code
    for code in (first, second):
        desk.step(code, "propose", SPECIALIST, decision="Đồng ý")
        desk.step(code, "settle", LEADER)
        desk.step(code, "return_result", receiver=CITIZEN)
    desk.clock.set("2029-01-02T09:00")
    erase(desk, first)
    assert desk.services.verify().ok
    slips = "SELECT facts FROM slip WHERE id IN (SELECT slip_id FROM dossier)"
    assert CITIZEN in desk.sql(slips)[0][0]
    erase(desk, second)
    assert desk.sql(slips) == [("{}",)]
    assert desk.services.verify().ok


def test_the_package_has_every_part_and_proves_it_whole(desk: Desk, tmp_path: Path) -> None:
    code = ended(desk, CIVIL)
    with pytest.raises(errors.StepImpossible):
        desk.services.care.archive_dossier(
            ArchiveDossier(desk.receive(plain_order()).dossier.code, OFFICER),
            lambda: new_file(tmp_path / "open.zip"),
        )
    packages = []
    for name in ("a.zip", "b.zip"):
        file = tmp_path / name
        desk.services.care.archive_dossier(
            ArchiveDossier(code, OFFICER), lambda file=file: new_file(file)
        )
        packages.append(file.read_bytes())
    assert packages[0] == packages[1]
    with ZipFile(io.BytesIO(packages[0])) as package:
        parts = {name.partition("/")[2]: package.read(name) for name in package.namelist()}
    assert list(parts) == [
        "giay-to/mau-01.pdf",
        "giay-to/mau-06.pdf",
        "ban-ghi.json",
        "muc-luc.csv",
        "SHA256SUMS",
    ]
    lines = [line.split("  ") for line in parts["SHA256SUMS"].decode().splitlines()]
    sums = {name: digest for digest, name in lines}
    whole = {name: part for name, part in parts.items() if name != "SHA256SUMS"}
    assert sums == {name: hashlib.sha256(part).hexdigest() for name, part in whole.items()}
    index = list(csv.DictReader(io.StringIO(parts["muc-luc.csv"].decode())))
    assert [(row["file"], int(row["bytes"])) for row in index] == [
        (name, len(part)) for name, part in whole.items() if name != "muc-luc.csv"
    ]
    record = json.loads(parts["ban-ghi.json"])
    assert [each["step"] for each in record["entries"]] == [
        "receive",
        "propose",
        "settle",
        "return_result",
    ]
    assert CITIZEN in " ".join(texts(parts["giay-to/mau-01.pdf"]))
    exported = desk.sql("SELECT count(*) FROM entry WHERE step = 'export'")
    assert exported == [(2,)]
    assert not (tmp_path / "open.zip").exists()
