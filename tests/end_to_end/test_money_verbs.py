"""`pay`, `refund`, `cash`, `statement` as scripts outside are written for them."""

from pathlib import Path

import pytest

from tests.end_to_end.command import Run
from tests.support.desk import CLERK, OFFICER, Desk, make_order
from tests.support.paper import texts

CODE = "H99.99.99-261125-0001"
FEE = 12_000


@pytest.fixture
def run(desk: Desk, run: Run) -> Run:
    """The command line over a desk that has received one dossier with a fee."""
    desk.receive(make_order())
    return run


def test_a_fee_is_paid_given_back_and_told(run: Run) -> None:
    paid = run("--json", "pay", CODE.lower(), "--method", "transfer")
    assert (paid.code, paid.err) == (0, "")
    assert paid.json == {
        "receipt": "000001/2026",
        "code": CODE,
        "procedure": "2.000815",
        "amount": FEE,
        "method": "transfer",
        "officer": OFFICER,
        "at": "2026-11-25T09:00:00+07:00",
        "reason": "",
        "owed": 0,
    }
    back = run(
        "--json", "refund", CODE, "--receipt", "1/2026", "--reason", "Thu nhầm", "--amount", "2000"
    )
    assert (back.json["amount"], back.json["owed"]) == (-2_000, 2_000)
    again = run("refund", CODE, "--receipt", "000001/2026", "--reason", "Thu nhầm")
    assert again.out.strip() == f"000001/2026  {CODE}  -10000"
    assert run("--json", "verify").json["ok"]


def test_a_days_cash_is_told_handed_over_and_recorded_on_paper(run: Run, tmp_path: Path) -> None:
    run("pay", CODE)
    paper = tmp_path / "biên bản.pdf"
    given = run("--json", "cash", "--hand", "5000", "--to", CLERK, "--out", str(paper)).json
    told = run("--json", "cash", "--on", "25/11/2026").json
    assert given == told
    assert {name: told[name] for name in ("day", "before", "cash", "transfer", "held")} == {
        **{"day": "2026-11-25", "before": 0, "cash": FEE, "transfer": 0, "held": 7_000}
    }
    assert [row["receipt"] for row in told["payments"]] == ["000001/2026"]
    assert told["handed"] == [
        {"amount": 5_000, "by": OFFICER, "to": CLERK, "at": "2026-11-25T09:00:00+07:00"}
    ]
    assert "Năm nghìn đồng" in texts(paper.read_bytes())[0]
    assert run("--json", "cash", "--on", "2026-11-26").json["before"] == 7_000
    assert run("cash", "--on", "2026-11-25").out.splitlines() == [
        "Tiền mặt: đầu ngày 0 + thu 12.000 − hoàn 0 − bàn giao 5.000 = còn trong két 7.000 đồng",
        "Chuyển khoản, đã trừ hoàn: 0 đồng",
        f"000001/2026  {CODE}  12.000",
        f"{OFFICER} → {CLERK}  5.000",
    ]
    again = tmp_path / "lần nữa.pdf"
    assert run("cash", "--on", "2026-11-25", "--out", str(again)).code == 0
    assert "(Bản in lại 1)" in texts(again.read_bytes())[0]
    nothing = run("--json", "cash", "--on", "2026-11-24", "--out", str(tmp_path / "không.pdf"))
    assert (nothing.code, nothing.json["refused"]) == (3, "cash_unknown")


def test_a_statement_is_told_and_printed(run: Run, tmp_path: Path) -> None:
    run("pay", CODE)
    paper = tmp_path / "bảng kê.pdf"
    told = run("--json", "statement", "--month", "2026-11").json
    printed = run("--json", "statement", "--month", "2026-11", "--out", str(paper)).json
    assert printed == {**told, "file": str(paper), "number": 1, "copy": 0}
    assert (told["month"], told["total"], told["receipts"]) == ("2026-11", FEE, ["000001/2026"] * 2)
    assert [(line["procedure"], line["total"]) for line in told["lines"]] == [("2.000815", FEE)]
    assert "BẢNG KÊ" in texts(paper.read_bytes())[0]
    empty = run("--json", "statement", "--month", "2026-10").json
    assert (empty["lines"], empty["total"], empty["receipts"]) == ([], 0, ["", ""])


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (("pay", "H99.99.99-261125-0099"), "dossier_unknown"),
        (("pay", CODE, "--method", "gold"), "choice_unknown"),
        (("pay", CODE, "--amount", "5000"), "fee_reason_missing"),
        (("pay", CODE, "--amount", "0", "--reason", "x"), "number_out_of_range"),
        (("pay", CODE, "--amount", "-1", "--reason", "x"), "number_out_of_range"),
        (("pay", CODE, "--amount", "9" * 30, "--reason", "x"), "number_out_of_range"),
        (("refund", CODE, "--receipt", "1/2026", "--reason", "x"), "receipt_unknown"),
        (("refund", CODE, "--receipt", "biên lai", "--reason", "x"), "receipt_unknown"),
        (("refund", CODE, "--receipt", "1/2026"), "field_missing"),
        (
            ("refund", CODE, "--receipt", "1/2026", "--reason", "x", "--method", "gold"),
            "choice_unknown",
        ),
        (("cash", "--on", "31/02/2026"), "date_impossible"),
        (("cash", "--on", "9999-12-31"), "number_out_of_range"),
        (("cash", "--hand", "1", "--to", CLERK), "cash_too_much"),
        (("cash", "--hand", "1", "--to", OFFICER), "cash_signed_by_one"),
        (("cash", "--hand", "1"), "field_missing"),
        (("statement", "--month", "2026-13"), "number_out_of_range"),
        (("statement", "--month", "2026-00"), "number_out_of_range"),
        (("statement", "--month", "11/2026"), "date_impossible"),
        (("statement", "--month", "9999-12"), "number_out_of_range"),
        (("statement", "--month", "2026-12", "--out", "{x}.pdf"), "day_in_future"),
    ],
)
def test_a_refusal_is_one_sentence_and_exit_3(
    run: Run, tmp_path: Path, words: tuple[str, ...], refused: str
) -> None:
    answer = run("--json", *(word.format(x=tmp_path / "ra") for word in words))
    assert (answer.code, answer.json["refused"]) == (3, refused)
    assert answer.json["message"] == answer.err.strip()
    assert list(tmp_path.glob("ra*")) == []
    assert run("--json", "verify").json["entries"] == 2


def test_wrong_usage_and_files_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    assert run("cash").code == 2
    assert run("cash", "--on", "2026-11-25", "--hand", "1").code == 2
    assert run("pay", CODE, "--amount", "mười").code == 2
    assert run("refund", CODE, "--reason", "x").code == 2
    assert run("statement").code == 2
    (tmp_path / "tệp").write_text("")
    out = ("--out", str(tmp_path / "tệp" / "x.pdf"))
    answer = run("--json", "statement", "--month", "2026-11", *out)
    assert (answer.code, answer.json["refused"]) == (4, "file_unwritable")
