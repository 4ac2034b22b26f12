"""Every refusal, fault, warning, reason and state has words in both languages, and no words stand idle."""

import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from onestop_desktop.application.messages import error_sentence, field_label, state_label
from onestop_desktop.application.reasons import _REASONS
from onestop_desktop.application.sentences import SENTENCES
from onestop_desktop.application.words import FIELDS, STATES
from onestop_desktop.domain import calendar_errors, errors, step_errors
from onestop_desktop.domain.lifecycle import State

MODULES = (errors.__name__, calendar_errors.__name__, step_errors.__name__)
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
