"""Every refusal, fault, warning and state in words, Vietnamese and English: a plain table and no Qt."""

from collections.abc import Callable, Mapping
from typing import Any

from onestop_desktop.application.sentences import SENTENCES
from onestop_desktop.application.step_sentences import ROLES, STEPS
from onestop_desktop.application.words import FIELDS, STATES
from onestop_desktop.domain.applicant import Warning
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.lifecycle import Role, State, Step
from onestop_desktop.domain.moments import read_moment

LANGUAGES = ("vi", "en")


_KINDS = {
    "number": ("số", "a number"),
    "text": ("chữ", "text"),
    "list": ("danh sách", "a list"),
    "object": ("nhóm ô", "a group of fields"),
}
_ON_A_CARD = {
    "too_long": ("quá dài", "too long"),
    "not_a_card": ("không phải mã của thẻ", "not a card's code"),
    "number": ("sai số định danh", "a wrong identity number"),
    "name": ("thiếu họ tên", "no name"),
    "born_on": ("sai ngày sinh", "a wrong date of birth"),
    "issued_on": ("sai ngày cấp", "a wrong date of issue"),
}
_CHOICES = {"male": ("nam", "male"), "female": ("nữ", "female")}
_TIMES = ("now", "last", "promised", "moment", "when")
_MONEY = ("amount", "fee", "held", "left")
_WORDS = {"expected": _KINDS, "reason": _ON_A_CARD, "choices": _CHOICES}


class _Facts(dict[str, str]):
    """Facts of a sentence; one that was not given is left out instead of failing."""

    def __missing__(self, key: str) -> str:
        return ""


def sentence(code: str, facts: Mapping[str, Any], language: str = "vi") -> str:
    """The sentence for a code with its facts put in (KeyError for an unknown code)."""
    words = SENTENCES[code][LANGUAGES.index(language)]
    shown = {name: _shown(name, value, language) for name, value in facts.items()}
    return words.format_map(_Facts(shown))


def error_sentence(error: CodedError, language: str = "vi") -> str:
    """What happened, what was kept, what to do: one sentence for people."""
    return sentence(error.code, error.facts, language)


def warning_sentence(warning: Warning, language: str = "vi") -> str:
    """What is odd about a value that passes all the same."""
    return sentence(warning.code, warning.facts, language)


def step_label(step: str, language: str = "vi") -> str:
    """What a step is called."""
    return STEPS[Step(step)][LANGUAGES.index(language)]


def state_label(state: str, language: str = "vi") -> str:
    """The state's word as the national system writes it."""
    return STATES[State(state)][LANGUAGES.index(language)]


def field_label(field: str, language: str = "vi") -> str:
    """A field's name as people call it: "applicant.identity", "papers.2.no"."""
    at = LANGUAGES.index(language)
    parts = [part for part in field.split(".") if not part.isdigit()]
    numbers = [part for part in field.split(".") if part.isdigit()]
    name = ".".join(parts)
    words = FIELDS.get(name) or FIELDS.get(parts[-1] if parts else "")
    label = words[at] if words else field
    if not numbers:
        return label
    return f"{label} ({('dòng', 'line')[at]} {numbers[0]})"


def _shown(name: str, value: Any, language: str) -> str:
    at = LANGUAGES.index(language)
    items = value if isinstance(value, list) else [value]
    if name in _TIMES and "T" in str(value):
        return f"{read_moment(str(value)):%H:%M %d/%m/%Y}"
    if name in _MONEY and isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    if word := _OF_NAMES.get(name):
        return ", ".join(word(str(item), language) for item in items) or "–"
    table = _WORDS.get(name, {})
    return ", ".join(table.get(str(item), (str(item),) * 2)[at] for item in items)


def role_words(role: Role, language: str = "vi") -> str:
    """A role as people call it."""
    return ROLES[role][LANGUAGES.index(language)]


def _role_label(role: str, language: str) -> str:
    return role_words(Role(role), language)


_OF_NAMES: dict[str, Callable[[str, str], str]] = {
    **dict.fromkeys(("field", "fields"), field_label),
    **dict.fromkeys(("step", "possible"), step_label),
    **dict.fromkeys(("role", "roles"), _role_label),
    "state": state_label,
}
