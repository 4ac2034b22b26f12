"""Every refusal, fault, warning, reason and state has words in both languages, and no words stand idle."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from onestop_desktop.application.messages import error_sentence, field_label, state_label
from onestop_desktop.application.reasons import _REASONS, reason_words
from onestop_desktop.application.sentences import SENTENCES
from onestop_desktop.application.words import FIELDS, STATES
from onestop_desktop.domain import (
    account_errors,
    backup_errors,
    calendar_errors,
    errors,
    hall_errors,
    lookup_errors,
    step_errors,
)
from onestop_desktop.domain.deadline import ClockRules, Reason, TermRules, appoint
from onestop_desktop.domain.lifecycle import State
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.terms import read_term
from tests.unit.shipped import calendar

MODULES = tuple(
    each.__name__
    for each in (
        *(errors, account_errors, backup_errors, calendar_errors),
        *(hall_errors, lookup_errors, step_errors),
    )
)
DOMAIN = Path(errors.__file__).parent
VIETNAMESE = re.compile(
    r"[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]", re.I
)


def _classes(base: type[errors.CodedError]) -> Iterator[type[errors.CodedError]]:
    for kind in base.__subclasses__():
        yield kind
        yield from _classes(kind)


def _codes() -> set[str]:
    kinds = {*_classes(errors.DeskError), *_classes(errors.WorldFault)}
    return {kind.code for kind in kinds if kind.__module__ in MODULES}


def _warnings() -> set[str]:
    text = (DOMAIN / "applicant.py").read_text("utf-8")
    return set(re.findall(r'Warning\(\s*"(\w+)"', text))


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert _warnings() >= {"identity_old_card", "phone_odd", "identity_odd_sex"}
    assert set(SENTENCES) == _codes() | _warnings()


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_says_the_same_facts_in_both_languages(code: str) -> None:
    vietnamese, english = SENTENCES[code]
    names = [
        {name for _, name, _, _ in Formatter().parse(text) if name}
        for text in (vietnamese, english)
    ]
    assert names[0] == names[1]
    assert VIETNAMESE.search(vietnamese)
    assert not VIETNAMESE.search(english)
    for text in (vietnamese, english):
        assert text.endswith((".", "!", "?"))
        assert len(text) < 160


def test_each_reason_of_the_clock_has_words() -> None:
    text = (DOMAIN / "deadline.py").read_text("utf-8")
    raised = set(re.findall(r'Reason\(\s*"(\w+)"', text)) | set(re.findall(r'return "(\w+)"', text))
    raised |= {"same_day_after_cutoff", "received_before_opening", "received_at_lunch"}
    assert raised <= set(_REASONS)


def test_each_state_has_its_national_word_and_an_english_one() -> None:
    assert set(STATES) == set(State)
    assert state_label("received") == "Được tiếp nhận"
    assert state_label("returned") == "Đã trả kết quả"
    assert len({state_label(state, "en") for state in State}) == len(State)


@pytest.mark.parametrize(
    ("field", "vietnamese", "english"),
    [
        ("applicant.identity", "số định danh", "identity number"),
        ("papers.2.no", "số thứ tự giấy tờ (dòng 2)", "paper number (line 2)"),
        ("proxy.name", "họ tên người nộp thay", "name of the proxy"),
        ("applicant.mystery", "applicant.mystery", "applicant.mystery"),
        ("", "", ""),
    ],
)
def test_fields_are_called_as_people_call_them(field: str, vietnamese: str, english: str) -> None:
    assert (field_label(field), field_label(field, "en")) == (vietnamese, english)


def test_every_label_has_both_languages() -> None:
    assert all(vietnamese and english for vietnamese, english in FIELDS.values())


def test_a_fact_with_braces_is_shown_as_it_is() -> None:
    refused = errors.PhoneInvalid(field="applicant.phone", value="{field} {0} %s <b>")
    assert error_sentence(refused).startswith("“{field} {0} %s <b>”")


def test_a_fact_that_was_not_given_leaves_a_gap_not_a_crash() -> None:
    for code in SENTENCES:
        kind = next((kind for kind in _classes(errors.CodedError) if kind.code == code), None)
        if kind:
            assert error_sentence(kind())


@pytest.mark.parametrize(
    ("term", "language", "words"),
    [
        ("0.5 working days", "vi", "0,5 ngày làm việc là 4 giờ làm việc, đến"),
        ("0.5 working days", "en", "0.5 working days are 4 working hours, until"),
        ("1.5 working days", "vi", "1,5 ngày làm việc, không tính ngày nhận, đến"),
        ("1 working days", "en", "1 working day, the day of reception not counted, until"),
        ("1 months", "en", "1 month, until"),
    ],
)
def test_counts_are_worded_as_each_language_writes_them(
    term: str, language: str, words: str
) -> None:
    received = read_moment("2026-11-25T09:00:00")
    found = appoint(TermRules(read_term(term)), received, calendar(), ClockRules())
    assert reason_words(found.why, language)[0].startswith(words)


def test_free_weekdays_are_no_weekend_and_days_off_at_the_end_are_told_apart() -> None:
    days = [{"on": "2026-11-28", "name": ""}, {"on": "2026-11-30", "name": ""}]
    told = [Reason(code, {"days": days}) for code in ("days_skipped", "last_day_off")]
    skipped, moved = reason_words(told)
    assert skipped == "Bỏ qua 1 ngày cuối tuần, 1 ngày không làm việc"
    assert moved.startswith("Ngày cuối là ngày nghỉ, lùi sang ngày làm việc kế tiếp")
