"""Registers as tables: every column, texts that stay texts, one style of moments, nothing left behind."""

import gc
import tempfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from onestop_desktop.reports.registry import write_report
from onestop_desktop.reports.sheets import MOST_TEXT
from tests.forms import register_facts as facts
from tests.support.spreadsheet import frozen_rows, rows, texts

COLUMNS = (
    *("STT", "Quyển số", "Mã hồ sơ", "Tên TTHC", "Tên tổ chức, cá nhân", "Địa chỉ, số điện thoại"),
    *("Cơ quan chủ trì giải quyết", "Nhận hồ sơ", "Hẹn trả kết quả", "Trả kết quả"),
    *("Phương thức nhận kết quả", "Ký nhận"),
)
HEAD = 5
"""Four lines of titles and the columns' names."""


def tracking(*lines: object) -> bytes:
    into = BytesIO()
    write_report("07", facts.tracking_head(), iter(lines), into)
    return into.getvalue()


def test_the_tracking_book_has_every_column_and_a_row_for_each_dossier() -> None:
    xlsx = tracking(facts.tracked(1), facts.tracked(2, returned_at="", receiver="", state="voided"))
    found = rows(xlsx)
    assert texts(found[2]) == ["SỔ THEO DÕI HỒ SƠ NĂM 2026"]
    assert texts(found[3]) == ["Lĩnh vực: Hộ tịch. Số: 0003/STD-TTPVHCC, lập 16:45 30/11/2026."]
    assert tuple(texts(found[4])) == COLUMNS
    assert frozen_rows(xlsx) == HEAD == len(found) - 2
    first, second = found[5:]
    assert first["A"] == ("number", "1")
    assert first["C"] == ("text", "H99.99.99-261125-0001")
    assert first["F"] == ("text", "Thôn Bùi Xá, xã Đoàn Kết; 0912345678")
    assert [first[column][0] for column in "HIJ"] == ["number"] * 3
    assert float(first["H"][1]) == pytest.approx(46351 + 9 / 24)  # 25/11/2026 09:00
    assert second["J"] == ("text", "Tiếp nhận nhầm, đã hủy")
    assert "L" not in second


@pytest.mark.parametrize(
    "name", ["=1+1", "+84912345678", "-1", "@SUM(A1)", "0912", "https://x.vn", "{=1}", "\u202e=1"]
)
def test_a_name_is_a_text_whatever_it_looks_like(name: str) -> None:
    (row,) = rows(tracking(facts.tracked(1, applicant=name, address="", phone="0912345678")))[HEAD:]
    assert row["E"] == ("text", name)
    assert row["F"] == ("text", "0912345678")


def test_a_text_no_cell_can_hold_ends_in_an_ellipsis() -> None:
    (row,) = rows(tracking(facts.tracked(1, procedure="Đ" * (MOST_TEXT + 5))))[HEAD:]
    assert len(row["D"][1]) == MOST_TEXT
    assert row["D"][1].endswith("…")


def test_equal_facts_give_equal_bytes() -> None:
    lines = [facts.tracked(number) for number in range(1, 50)]
    assert tracking(*lines) == tracking(*lines)


def test_a_certification_book_is_a_table_too() -> None:
    month = facts.month(3, spoilt=1)
    lines = (*month.lines, replace(month.lines[0], number=104, pages=0, fee=0))
    into = BytesIO()
    write_report("book", month, lines, into)
    found = rows(into.getvalue())
    assert texts(found[2]) == ["SỔ CHỨNG THỰC BẢN SAO TỪ BẢN CHÍNH THÁNG 11 NĂM 2026"]
    assert [row["A"] for row in found[HEAD:]] == [("number", str(n)) for n in range(101, 105)]
    assert found[HEAD + 1]["J"] == ("text", "Đóng dấu nhòe, cấp lại số khác")
    assert "J" not in found[HEAD]
    assert ("F" in found[HEAD + 3], found[HEAD + 3]["H"]) == (False, ("number", "0"))


def test_called_off_half_way_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def half() -> object:
        yield facts.tracked(1)
        assert list(tmp_path.iterdir())  # the rows wait in a private folder
        raise KeyboardInterrupt

    into = BytesIO()
    with pytest.raises(KeyboardInterrupt):
        write_report("07", facts.tracking_head(), half(), into)  # type: ignore[arg-type]
    gc.collect()
    assert list(tmp_path.iterdir()) == []
    assert into.getvalue() == b""
