"""The extract: nothing of a person in it, the same bytes from the same store, signed, old or new."""

import json
import os
from pathlib import Path

import pytest

from onestop_desktop.application.messages import error_sentence
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.lookup_facts import read_code, read_secret, typed_key
from onestop_desktop.lookup.format import DATA, LIST, read_listing
from onestop_desktop.lookup.reading import Reader
from tests.lookup.conftest import PRIVATE, SECRET, TOKEN, export, files, work_on
from tests.support.desk import LEADER, Desk, make_desk, plain_order


def test_the_two_ways_open_the_slip_and_nothing_else_does(target: Path, code: str) -> None:
    reader = Reader(target)
    (shown,) = reader.slip(TOKEN)
    assert (shown.code, shown.state, shown.stage, shown.role) == (
        *(code, "received", "to_hand_over", "desk"),
    )
    assert shown.received_at == "2026-11-25T09:00:00+07:00"
    assert reader.slip(typed_key(code, SECRET)) == (shown,)
    assert reader.slip(typed_key(code, "AAAAAAAC")) == ()
    assert reader.slip(typed_key("H99.99.99-261125-9999", SECRET)) == ()
    assert reader.slip("0" * 31) == reader.slip("../" + TOKEN) == ()


def test_a_secret_in_small_letters_or_with_look_alikes_is_read_as_meant() -> None:
    assert read_secret(" ablq-sbzz ") == read_secret("AB10 58ZZ") == "ABLQSBZZ"
    assert read_code("h29.154.07\u2013261125-0001 ") == "H29.154.07-261125-0001"


def test_no_person_stands_in_any_file(sqlite_desk: Desk, target: Path, code: str) -> None:
    work_on(sqlite_desk, code)
    export(sqlite_desk, target)
    whole = b"\n".join(files(target).values()).decode()
    assert code in whole
    assert "Đang giải quyết" in whole
    assert [word for word in PRIVATE if word in whole] == []
    assert SECRET not in whole
    assert sqlite_desk.services.show_dossier(code).dossier.procedure_name not in whole


def test_the_procedure_is_named_only_where_the_commune_allows_it(
    sqlite_desk: Desk, target: Path, code: str
) -> None:
    sqlite_desk.services.change_agency({"lookup_procedures": "yes"}, "Quản trị")
    export(sqlite_desk, target)
    name = sqlite_desk.services.show_dossier(code).dossier.procedure_name
    assert Reader(target).slip(TOKEN)[0].procedure == name
    assert name in (target / "trang" / TOKEN / "index.html").read_text("utf-8")


def test_papers_asked_for_are_named_until_they_are_brought(
    sqlite_desk: Desk, target: Path, code: str
) -> None:
    papers = ["Giấy chứng sinh", "<b>Đơn & tờ khai</b>"]
    sqlite_desk.step(code, "ask_supplement", papers=papers, reason="thiếu, gọi chị Đường")
    export(sqlite_desk, target)
    (shown,) = Reader(target).slip(TOKEN)
    assert (shown.state, list(shown.bring)) == ("awaiting_papers", papers)
    page = (target / "trang" / TOKEN / "index.html").read_text("utf-8")
    assert "&lt;b&gt;Đơn &amp; tờ khai&lt;/b&gt;" in page
    assert "<b>Đơn" not in page
    assert "chị Đường" not in page
    sqlite_desk.step(code, "supplemented", papers=papers)
    export(sqlite_desk, target)
    assert Reader(target).slip(TOKEN)[0].bring == ()


def test_step_by_step_or_anew_the_bytes_are_the_same(
    sqlite_desk: Desk, target: Path, code: str, tmp_path: Path
) -> None:
    work_on(sqlite_desk, code)
    assert export(sqlite_desk, target).changed == 1
    sqlite_desk.receive(plain_order(visit="chung"))
    sqlite_desk.receive(plain_order(visit="chung"))
    assert export(sqlite_desk, target).changed == 2
    before = files(target)
    assert export(sqlite_desk, target).changed == 0
    assert files(target) == before
    export(sqlite_desk, tmp_path / "moi")
    sqlite_desk.clock.set("2027-03-01T08:00:00")
    export(sqlite_desk, target, anew=True)
    assert files(target) == files(tmp_path / "moi") == before


def test_a_visit_opens_by_the_token_of_its_one_slip(sqlite_desk: Desk, tmp_path: Path) -> None:
    first = sqlite_desk.receive(plain_order(visit="chung")).dossier.code
    export(sqlite_desk, tmp_path / "x")
    second = sqlite_desk.receive(plain_order(visit="chung")).dossier.code
    export(sqlite_desk, tmp_path / "x")
    reader = Reader(tmp_path / "x")
    assert [each.code for each in reader.slip(TOKEN)] == [first, second]
    assert reader.slip(typed_key(second, SECRET)) == reader.slip(TOKEN)


def test_the_list_is_signed_and_a_changed_byte_is_found(sqlite_desk: Desk, target: Path) -> None:
    lookup = sqlite_desk.services.lookup
    assert lookup.check(str(target)) == lookup.check(str(target), lookup.public_key()) == 2
    with pytest.raises(CodedError, match="lookup_key_wrong"):
        lookup.check(str(target), "0" * 64)
    shard = next(file for file in (target / DATA).iterdir() if file.name.startswith("d"))
    shard.write_bytes(shard.read_bytes().replace(b"received", b"returned"))
    with pytest.raises(CodedError, match="lookup_damaged"):
        lookup.check(str(target))
    listing = target / DATA / LIST
    listing.write_bytes(listing.read_bytes().replace(b'"dossiers": 2', b'"dossiers": 3'))
    with pytest.raises(CodedError, match="lookup_damaged"):
        read_listing(target)
    export(sqlite_desk, target)  # what is damaged is made anew
    assert lookup.check(str(target)) == 2


def test_the_key_is_for_its_owner_alone(sqlite_desk: Desk, target: Path) -> None:
    key = Path(f"{sqlite_desk.address}.khoa-tra-cuu")
    assert key.stat().st_mode & 0o777 == 0o600
    assert target.is_dir()
    assert sqlite_desk.again().services.lookup.public_key() == read_listing(target).public


def test_a_damaged_key_is_named_and_no_folder_is_to_be_removed(
    sqlite_desk: Desk, target: Path
) -> None:
    key, before = Path(f"{sqlite_desk.address}.khoa-tra-cuu"), files(target)
    key.write_text("không phải khóa", "utf-8")
    with pytest.raises(CodedError) as refused:
        export(sqlite_desk.again(), target)
    assert refused.value.code == "lookup_key_damaged"
    assert refused.value.facts == {"file": str(key)}
    assert files(target) == before


def test_papers_are_told_without_numbers_and_without_the_parties(
    sqlite_desk: Desk, target: Path, code: str
) -> None:
    paper = "Giấy khai sinh của Nguyễn Thị Đường, ĐT 0912 345 678, số 030185001234, 2 bản"
    sqlite_desk.step(code, "ask_supplement", papers=[paper], reason="thiếu")
    export(sqlite_desk, target)
    assert Reader(target).slip(TOKEN)[0].bring == ("Giấy khai sinh của …, ĐT …, số …, 2 bản",)


@pytest.mark.parametrize("same_key", [True, False])
def test_another_desks_extract_is_left_alone(
    sqlite_desk: Desk, target: Path, tmp_path: Path, same_key: bool
) -> None:
    other = make_desk(str(tmp_path / "khac.sqlite"))
    if same_key:
        Path(f"{other.address}.khoa-tra-cuu").write_bytes(
            Path(f"{sqlite_desk.address}.khoa-tra-cuu").read_bytes()
        )
    before = files(target)
    with pytest.raises(CodedError) as refused:
        export(other, target)
    assert refused.value.code == "lookup_of_another_desk"
    assert files(target) == before
    assert export(other, target, anew=True).dossiers == 0
    other.store.close()
    assert not [each for each in (target / "trang").iterdir() if each.is_dir() and each.name != "k"]


def test_one_entry_each_time_and_of_the_automatic_one_a_day(
    sqlite_desk: Desk, target: Path
) -> None:
    def told() -> int:
        found = sqlite_desk.sql("SELECT count(*) FROM entry WHERE step = 'export'")
        return int(found[0][0])

    assert told() == 1
    export(sqlite_desk, target, automatic=True)
    assert told() == 1
    export(sqlite_desk, target)
    assert told() == 2
    sqlite_desk.clock.set("2026-11-26T08:00:00")
    export(sqlite_desk, target, automatic=True)
    export(sqlite_desk, target, automatic=True)
    assert told() == 3
    facts = sqlite_desk.sql("SELECT facts FROM entry_facts ORDER BY sequence DESC LIMIT 1")
    assert json.loads(facts[0][0])["kind"] == "lookup"


@pytest.mark.parametrize("full", [True, False], ids=["full", "gone"])
def test_a_full_or_vanished_target_is_a_sentence_and_the_old_extract_stays(
    sqlite_desk: Desk, target: Path, code: str, full: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Reader(target).slip(TOKEN)
    work_on(sqlite_desk, code)

    def fails(_descriptor: int) -> None:
        raise OSError(28 if full else 5, "made up")

    monkeypatch.setattr("onestop_desktop.lookup.files.os.fsync", fails)
    with pytest.raises(CodedError) as fault:
        export(sqlite_desk, target)
    monkeypatch.undo()
    assert fault.value.code == ("lookup_target_full" if full else "lookup_target_gone")
    assert str(target) in error_sentence(fault.value)
    assert Reader(target).slip(TOKEN) == before
    export(sqlite_desk, target)
    assert Reader(target).slip(TOKEN)[0].state == "in_process"


def test_stopped_at_any_write_the_old_extract_stands_or_the_new(
    sqlite_desk: Desk, target: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each renaming in turn is the last thing that happens; the next export makes everything good."""
    seen, at = set(), 0
    states = {"received", "in_process", "settled"}
    while True:
        left = at

        def replace(part: Path, file: Path) -> Path:
            nonlocal left
            if left == 0:
                raise KeyboardInterrupt
            left -= 1
            os.rename(part, file)
            return Path(file)

        if at == 0:
            work_on(sqlite_desk, code)
        if at == 2:
            sqlite_desk.step(code, "settle", LEADER)
        monkeypatch.setattr(Path, "replace", replace)
        try:
            export(sqlite_desk, target)
        except KeyboardInterrupt:
            pass
        else:
            break
        finally:
            monkeypatch.undo()
        assert sqlite_desk.services.lookup.check(str(target)) == 2
        (shown,) = Reader(target).slip(TOKEN)
        seen.add(shown.state)
        at += 1
    assert at > 2
    assert seen <= states
    assert Reader(target).slip(TOKEN)[0].state == "settled"
    assert "Đã có kết quả" in (target / "trang" / TOKEN / "index.html").read_text("utf-8")
    assert not list(target.rglob("*.part"))


@pytest.mark.parametrize("beside", ["nothing", "the desk renamed", "the note lost"])
def test_what_was_erased_is_gone_from_extract_and_pages(
    sqlite_desk: Desk, target: Path, code: str, beside: str
) -> None:
    work_on(sqlite_desk, code)
    if beside == "the desk renamed":
        sqlite_desk.services.change_agency({"phone": "0220 111 222"}, "Quản trị")
    if beside == "the note lost":
        (target / "du-lieu" / "trang-da-lam.json").unlink()
    sqlite_desk.sql("UPDATE dossier SET applicant = '' WHERE code = ?", code)
    export(sqlite_desk, target)
    assert Reader(target).slip(TOKEN) == Reader(target).slip(typed_key(code, SECRET)) == ()
    assert not (target / "trang" / TOKEN).exists()
    assert not (target / "trang" / "k" / f"{typed_key(code, SECRET)}.html").exists()
