"""An entry of the journal as a line of any list: when, what in a few words, by whom."""

from collections.abc import Callable, Sequence
from typing import Any

from onestop_desktop.application.board_words import number_words
from onestop_desktop.application.messages import step_label
from onestop_desktop.application.reasons import moment_words
from onestop_desktop.desktop.language import spoken, tr
from onestop_desktop.desktop.widgets.rows import Cell, Row
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.money import receipt_words


def entry_lines(entries: Sequence[Entry]) -> list[Row]:
    """Every entry, newest at the bottom: when; what, and below it by whom."""
    return [_line(entry, Cell(*_act(entry), below=(entry.officer,))) for entry in entries]


def way_lines(entries: Sequence[Entry]) -> list[Row]:
    """The steps in three columns, the printing left out."""
    steps = [entry for entry in entries if entry.step is not Step.PRINT]
    return [_line(each, Cell(*_act(each)), Cell(each.officer, tone="text2")) for each in steps]


def _line(entry: Entry, *cells: Cell) -> Row:
    when = f"{local(entry.recorded_at):%d/%m %H:%M}"
    sentence = f"{when}, {entry_words(entry)}, {entry.officer}"
    return Row(str(entry.sequence), (Cell(when, tone="text2"), *cells), sentence)


def _act(entry: Entry) -> tuple[str, str]:
    return entry_words(entry), "received" if entry.step is Step.RECEIVE else "check"


def entry_words(entry: Entry) -> str:
    """What happened, in a few words."""
    if told := _TOLD.get(entry.step):
        return told(entry.facts)
    words = step_label(entry.step, spoken())
    said = next((entry.facts[name] for name in _SAID if entry.facts.get(name)), "")
    return f"{words}: {said}" if said else words


_SAID = ("to", "reason", "decision", "result_no")
"""What a step says first, in this order."""


def _printed(facts: Any) -> str:
    form, copy = facts.get("form", ""), facts.get("reprint", 0)
    if copy:
        return tr("In lại mẫu {form}, bản {n}").format(form=form, n=copy)
    return tr("In mẫu {form}").format(form=form)


def _recomputed(facts: Any) -> str:
    due = moment_words(str(facts.get("due_at", "")), spoken())
    return tr("Tính lại hạn: {when}").format(when=due)


def _money(facts: Any) -> str:
    step = Step.REFUND if facts.get("amount", 0) < 0 else Step.TAKE_FEE
    amount = number_words(abs(facts.get("amount", 0)))
    receipt = receipt_words(facts.get("number", 0), facts.get("year", 0))
    return tr("{step}: {n} đ, biên lai {receipt}").format(
        step=step_label(step, spoken()), n=amount, receipt=receipt
    )


_TOLD: dict[Step, Callable[[Any], str]] = {
    Step.RECEIVE: lambda _facts: tr("Tiếp nhận, cấp mã"),
    Step.PRINT: _printed,
    Step.BIND_OFFICIAL_CODE: lambda facts: tr("Gắn mã của tỉnh {code}").format(
        code=facts.get("official_code", "")
    ),
    Step.RECOMPUTE: _recomputed,
    **dict.fromkeys((Step.TAKE_FEE, Step.REFUND), _money),
    Step.RATE: lambda facts: f"{step_label(Step.RATE, spoken())}: {facts.get('rating', '')}/3",
    Step.RETURN_RESULT: lambda facts: (
        f"{step_label(Step.RETURN_RESULT, spoken())}: {facts['receiver']['name']}"
    ),
    Step.UNDO: lambda facts: (
        f"{step_label(Step.UNDO, spoken())}: {step_label(facts['step'], spoken())}"
    ),
}
