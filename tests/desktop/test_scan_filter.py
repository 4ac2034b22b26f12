"""The scanner filter on real fields: a scan changes none, typing loses nothing."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from onestop_desktop.desktop.scan_filter import ScanFilter, card_or_slip
from tests.support.qt import bring_up, commit_text, press_key, type_text

CARD = "030185004417|030085001234|Nguyen Thi Duong|02031985|Nu|Thon Bui Xa|01072021"
SLIP = "H23.123.08-210715-0012"
RECOGNISE = card_or_slip(re.compile(r"[A-Z]\d\d\.[\d.]+-\d{6}-\d{4}"))


class Clock:
    """Seconds that pass only when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Recorder(QLineEdit):
    """A field that writes down what reached it."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.seen.append(event.text())
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.seen.append(event.commitString() or f"({event.preeditString()})")
        super().inputMethodEvent(event)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(desk_app: object, clock: Clock) -> Iterator[ScanFilter]:
    made = ScanFilter(RECOGNISE, clock=clock)
    made.install()
    yield made
    made.remove()


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.addWidget(Recorder())
    layout.addWidget(Recorder())
    qtbot.addWidget(page)
    bring_up(page)
    fields(page)[0].setFocus()
    return page


def fields(form: QWidget) -> list[Recorder]:
    return form.findChildren(Recorder)


@pytest.mark.parametrize("text", [CARD, SLIP])
@pytest.mark.parametrize("end", ["\n", "\t"])
def test_a_scan_changes_no_field_and_moves_no_focus(
    qtbot: QtBot, watch: ScanFilter, form: QWidget, text: str, end: str
) -> None:
    first, second = fields(form)
    first.setText("Nguyễn")
    with qtbot.waitSignal(watch.scanned) as heard:
        type_text(first, text + end)
    assert heard.args == [text]
    assert (first.text(), second.text()) == ("Nguyễn", "")
    assert first.seen == []
    assert first.hasFocus()


def test_a_scan_fires_no_completer_and_no_signal(
    qtbot: QtBot, watch: ScanFilter, form: QWidget
) -> None:
    first = fields(form)[0]
    first.setCompleter(QCompleter(["030185004417", "H23"], first))
    with qtbot.assertNotEmitted(first.textEdited), qtbot.assertNotEmitted(first.returnPressed):
        type_text(first, CARD + "\n")
    popup = first.completer().popup()
    assert popup is not None
    assert not popup.isVisible()


def test_a_scans_enter_fires_no_shortcut(qtbot: QtBot, watch: ScanFilter, form: QWidget) -> None:
    fired: list[int] = []
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Return), form)
    shortcut.activated.connect(lambda: fired.append(1))
    first = fields(form)[0]
    with qtbot.waitSignal(watch.scanned):
        QTest.keyClicks(first, SLIP)
        QTest.keyClick(first, Qt.Key.Key_Return)
    assert fired == []
    watch.let_go()
    assert first.text() == ""


def test_a_lone_key_is_held_for_a_moment_only(
    qtbot: QtBot, watch: ScanFilter, form: QWidget
) -> None:
    first = fields(form)[0]
    type_text(first, "7")
    assert first.text() == ""
    qtbot.waitUntil(lambda: first.text() == "7", timeout=1000)


def test_keys_input_method_and_enter_keep_their_order(watch: ScanFilter, form: QWidget) -> None:
    first = fields(form)[0]
    type_text(first, "Tran ")
    commit_text(first, "Đỗ", preedit="Đ")
    type_text(first, " Q\n")
    assert first.text() == "Tran Đỗ Q"
    assert first.seen == ["T", "r", "a", "n", " ", "(Đ)", "Đỗ", " ", "Q", "\r"]


def test_keys_held_reach_the_field_they_were_typed_in(watch: ScanFilter, form: QWidget) -> None:
    first, second = fields(form)
    type_text(first, "123")
    second.setFocus()
    assert first.text() == "123"
    type_text(second, "4")
    watch.let_go()
    assert (first.text(), second.text()) == ("123", "4")


def test_a_burst_broken_by_a_focus_change_is_still_one_scan(
    qtbot: QtBot, watch: ScanFilter, form: QWidget
) -> None:
    first, second = fields(form)
    with qtbot.waitSignal(watch.scanned) as heard:
        type_text(first, CARD[:30])
        second.setFocus()
        type_text(second, CARD[30:] + "\n")
    assert heard.args == [CARD]
    assert (first.text(), second.text()) == ("", "")


def test_a_field_closed_in_mid_burst_takes_its_keys_with_it(
    qtbot: QtBot, watch: ScanFilter, form: QWidget
) -> None:
    doomed = Recorder()
    doomed.show()
    type_text(doomed, "12345")
    with qtbot.waitSignal(doomed.destroyed):
        doomed.deleteLater()
    type_text(fields(form)[0], "6")
    watch.let_go()
    assert fields(form)[0].text() == "6"


def test_two_thousand_keys_of_flood_arrive_all(watch: ScanFilter, form: QWidget) -> None:
    first = fields(form)[0]
    flood = "0123456789" * 200
    type_text(first, flood)
    watch.let_go()
    assert first.text() == flood


def test_a_held_down_key_repeats_without_delay(watch: ScanFilter, form: QWidget) -> None:
    first = fields(form)[0]
    for repeat in (False, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_0,
            Qt.KeyboardModifier.NoModifier,
            "0",
            autorep=repeat,
        )
        QCoreApplication.sendEvent(first, event)
    assert first.text() == "000"


def test_slow_typing_of_a_slip_code_is_typing(
    watch: ScanFilter, form: QWidget, clock: Clock
) -> None:
    first = fields(form)[0]
    for letter in SLIP:
        clock.now += 0.2
        type_text(first, letter)
    clock.now += 0.2
    press_key(first, Qt.Key.Key_Return, "\r")
    assert first.text() == SLIP
    assert first.seen[-1] == "\r"


TYPED = st.lists(
    st.one_of(
        st.sampled_from([*"abdeosw0129 .-|"]),
        st.sampled_from(["ễ", "Đ", "ưở", "ỵ"]),
    ),
    max_size=25,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TYPED, st.lists(st.sampled_from([0.0, 0.01, 0.05]), min_size=25, max_size=25))
def test_any_mix_arrives_in_a_real_field(
    watch: ScanFilter, form: QWidget, clock: Clock, typed: list[str], gaps: list[float]
) -> None:
    first = fields(form)[0]
    first.clear()
    for text, gap in zip(typed, gaps, strict=False):
        clock.now += gap
        type_text(first, text)
    watch.let_go()
    assert first.text() == "".join(typed)
