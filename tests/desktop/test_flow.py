"""Flows run on real threads: asked, worked, refused, dropped, ended."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from onestop_desktop.desktop.flow import Ask, Flow, FlowRunner, Work


class OutOfPaper(Exception):
    """A refusal made up for these tests."""


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[FlowRunner]:
    made = FlowRunner()
    yield made
    made.stop()


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


class Question(QDialog):
    """A dialog that answers with a reason."""

    def answer(self) -> str:
        return "thiếu bản chính"


def test_work_runs_elsewhere_and_the_flow_goes_on_at_home(
    qtbot: QtBot, runner: FlowRunner, owner: QObject
) -> None:
    seen: list[str] = []

    def receive() -> Flow:
        name = yield Work(lambda: threading.current_thread().name)
        seen.extend([name, threading.current_thread().name])

    with qtbot.waitSignal(runner.idle):
        runner.start(receive(), owner)
    assert seen == ["lane-store", threading.main_thread().name]


def test_the_store_does_one_thing_after_the_other_and_printing_has_its_own_lane(
    qtbot: QtBot, runner: FlowRunner, owner: QObject
) -> None:
    printing, order = threading.Event(), list[str]()

    def printed() -> Flow:
        yield Work(lambda: printing.wait(5), lane="print")
        order.append("printed")

    def stored(name: str) -> Flow:
        yield Work(lambda: order.append(f"{name} stored"))
        if name == "second":
            printing.set()

    with qtbot.waitSignal(runner.idle):
        runner.start(printed(), owner)
        runner.start(stored("first"), owner)
        runner.start(stored("second"), owner)
    assert order == ["first stored", "second stored", "printed"]


def test_a_refusal_is_thrown_into_the_flow(
    qtbot: QtBot, runner: FlowRunner, owner: QObject
) -> None:
    said: list[str] = []

    def refuse() -> None:
        raise OutOfPaper("hết giấy")

    def receive() -> Flow:
        try:
            yield Work(refuse)
        except OutOfPaper as refusal:
            said.append(str(refusal))

    with qtbot.waitSignal(runner.idle):
        runner.start(receive(), owner)
    assert said == ["hết giấy"]


def test_what_no_flow_catches_reaches_failed(
    qtbot: QtBot, runner: FlowRunner, owner: QObject
) -> None:
    def receive() -> Flow:
        yield Work(lambda: 1 // 0)

    with qtbot.waitSignal(runner.failed) as heard:
        runner.start(receive(), owner)
    assert heard.args is not None
    assert isinstance(heard.args[0], ZeroDivisionError)
    assert not runner.busy()


def test_a_result_for_a_closed_screen_is_dropped(qtbot: QtBot, runner: FlowRunner) -> None:
    screen, go, after = QWidget(), threading.Event(), list[str]()

    def receive() -> Flow:
        try:
            yield Work(lambda: go.wait(5))
            after.append("went on")
        finally:
            after.append("closed")

    runner.start(receive(), screen)
    screen.deleteLater()
    with qtbot.waitSignal(screen.destroyed):
        pass
    with qtbot.waitSignal(runner.idle):
        go.set()
    assert after == ["closed"]


def test_a_dialog_answers_the_flow_or_leaves_it_with_none(qtbot: QtBot, runner: FlowRunner) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    answers: list[object] = []
    dialogs: list[Question] = []

    def refuse() -> Flow:
        for _ in range(2):
            dialogs.append(Question(window))
            answers.append((yield Ask(dialogs[-1])))

    runner.start(refuse(), window)
    dialogs[0].accept()
    dialogs[1].reject()
    assert answers == ["thiếu bản chính", None]
    assert not runner.busy()


def test_serial_runs_everything_inline(qtbot: QtBot, owner: QObject) -> None:
    runner, seen = FlowRunner(serial=True), list[str]()

    def receive() -> Flow:
        seen.append((yield Work(lambda: threading.current_thread().name)))

    runner.start(receive(), owner)
    assert seen == [threading.main_thread().name]
    runner.stop()


def test_stopping_finishes_the_stores_work_and_ends_the_threads(
    qtbot: QtBot, owner: QObject
) -> None:
    runner, done = FlowRunner(), list[int]()

    def receive(number: int) -> Flow:
        yield Work(lambda: done.append(number))
        done.append(-1)

    for number in range(20):
        runner.start(receive(number), owner)
    runner.stop()
    assert done == list(range(20))
    assert not [t for t in threading.enumerate() if t.name.startswith("lane-")]


def test_a_screen_closed_under_its_dialog_ends_the_flow(qtbot: QtBot, runner: FlowRunner) -> None:
    screen, after = QWidget(), list[str]()

    def refuse() -> Flow:
        try:
            yield Ask(Question(screen))
        finally:
            after.append("closed")

    runner.start(refuse(), screen)
    with qtbot.waitSignal(runner.idle):
        screen.deleteLater()
    assert after == ["closed"]
