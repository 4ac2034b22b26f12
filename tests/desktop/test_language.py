"""English is complete and holds nothing unused; the source speaks Vietnamese."""

import ast
import json
import re
from pathlib import Path

import pytest

from onestop_desktop.desktop import language
from tests.desktop.conftest import RESOURCES

ROOM = Path(__file__).resolve().parents[2] / "onestop_desktop" / "desktop"
TABLE = RESOURCES / "i18n" / "en.json"


def marked_texts() -> dict[str, str]:
    """Every literal given to `tr` or `later`, with the file it stands in."""
    found: dict[str, str] = {}
    for path in sorted(ROOM.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            if node.func.id not in ("tr", "later") or not node.args:
                continue
            text = node.args[0]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                found[text.value] = path.name
            else:
                assert not isinstance(text, ast.JoinedStr), f"{path.name}: tr(f'…') is never found"
    return found


def english() -> dict[str, str]:
    table = json.loads(TABLE.read_text(encoding="utf-8"))
    assert isinstance(table, dict)
    return table


def test_every_text_has_an_english_one() -> None:
    table = english()
    missing = {text: where for text, where in marked_texts().items() if not table.get(text)}
    assert not missing


def test_no_english_text_is_left_over() -> None:
    assert not set(english()) - set(marked_texts())


def test_places_to_fill_are_the_same_in_both_languages() -> None:
    for source, target in english().items():
        assert sorted(re.findall(r"\{\w*\}", source)) == sorted(re.findall(r"\{\w*\}", target))


def test_a_language_is_chosen_and_left_again() -> None:
    assert language.tr("Hoàn tác") == "Hoàn tác"
    language.speak(language.ENGLISH, RESOURCES / "i18n")
    assert language.spoken() == "en"
    assert language.tr("Hoàn tác") == "Undo"
    assert language.tr("Nguyễn Thị Đường") == "Nguyễn Thị Đường"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        language.speak("fr", RESOURCES / "i18n")
