"""A burst is a scan or nothing at all: typing comes through unchanged, in content and order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desktop.desktop.burst import GAP_MS, LONGEST_SCAN, Burst, Verdict

CARD = "030185004417|030085001234|Nguyen Thi Duong|02031985|Nu|Thon Bui Xa|01072021"


def is_card(text: str) -> bool:
    return text.count("|") >= 6


class Desk:
    """Drives a burst as the filter does, with its own clock; keeps what came through."""

    def __init__(self) -> None:
        self.burst: Burst[str] = Burst(is_card)
        self.now = 0.0
        self.arrived: list[str] = []
        self.scans: list[str] = []

    def wait(self, gap: float) -> None:
        self.now += gap
        if gap > GAP_MS:
            self.arrived += self.burst.release()

    def send(self, kind: str, text: str) -> None:
        if kind == "key":
            ruling = self.burst.character(text, text, self.now)
        elif kind == "end":
            ruling = self.burst.terminator(self.now)
        elif kind == "release":
            ruling = self.burst.companion(text)
        else:
            ruling = self.burst.anything_else()
        self.arrived += ruling.released
        if ruling.verdict is Verdict.PASS:
            self.arrived.append(text)
        if ruling.scan is not None:
            self.scans.append(ruling.scan)

    def scan(self, text: str, gap: float = 4.0) -> None:
        for letter in text:
            self.wait(gap)
            self.send("key", letter)
        self.wait(gap)
        self.send("end", "\r")


EVENTS = st.lists(
    st.tuples(
        st.sampled_from([0.0, 1.0, 5.0, 29.0, 30.0, 31.0, 80.0]),
        st.one_of(
            st.tuples(st.just("key"), st.characters(codec="ascii", categories=["L", "N", "P"])),
            st.tuples(st.just("end"), st.sampled_from(["\r", "\t"])),
            st.tuples(st.just("release"), st.just("^")),
            st.tuples(st.just("input method"), st.sampled_from(["ễ", "Đường", "ư", "ờ"])),
            st.tuples(st.just("other"), st.sampled_from(["<left>", "<backspace>", "<ctrl+enter>"])),
        ),
    ),
    max_size=60,
)


@given(EVENTS)
def test_any_mix_of_typing_and_input_method_arrives_unchanged(
    events: list[tuple[float, tuple[str, str]]],
) -> None:
    desk, sent = Desk(), list[str]()
    for gap, (kind, text) in events:
        desk.wait(gap)
        desk.send(kind, "" if text == "|" else text)
        sent.append("" if text == "|" else text)
    desk.wait(GAP_MS + 1)
    assert desk.arrived == sent
    assert desk.scans == []


@given(EVENTS, EVENTS)
def test_a_scan_in_the_midst_of_typing_is_taken_whole_and_alone(
    before: list[tuple[float, tuple[str, str]]], after: list[tuple[float, tuple[str, str]]]
) -> None:
    desk, sent = Desk(), list[str]()
    for part in (before, after):
        for gap, (kind, text) in part:
            desk.wait(gap)
            desk.send(kind, "" if text == "|" else text)
            sent.append("" if text == "|" else text)
        desk.wait(GAP_MS + 1)
        if part is before:
            desk.scan(CARD)
            desk.wait(GAP_MS + 1)
    assert desk.scans == [CARD]
    assert desk.arrived == sent


@pytest.mark.parametrize("gap", [0.0, 1.0, 16.0, 29.0])
def test_scanners_of_any_speed_are_recognised(gap: float) -> None:
    desk = Desk()
    desk.scan(CARD, gap)
    assert desk.scans == [CARD]
    assert desk.arrived == []


def test_a_card_text_typed_by_hand_is_typing() -> None:
    desk = Desk()
    desk.scan(CARD, GAP_MS + 1)
    assert desk.scans == []
    assert "".join(desk.arrived) == CARD + "\r"


def test_the_second_terminator_of_a_scanner_presses_nothing() -> None:
    desk = Desk()
    desk.scan(CARD)
    desk.send("end", "\r")
    assert desk.arrived == []
    desk.wait(200)
    desk.send("end", "\r")
    assert desk.arrived == ["\r"]


def test_two_scans_at_once_are_two() -> None:
    desk = Desk()
    desk.scan(CARD)
    desk.scan(CARD)
    assert desk.scans == [CARD, CARD]
    assert desk.arrived == []


def test_a_flood_without_end_comes_through_and_is_not_kept() -> None:
    desk, flood = Desk(), "x|" * 1000
    for letter in flood:
        desk.wait(1)
        desk.send("key", letter)
        assert desk.burst.length <= LONGEST_SCAN
    desk.send("end", "\r")
    assert "".join(desk.arrived) == flood + "\r"
    assert desk.scans == []


def test_time_itself_breaks_a_burst_even_if_no_timer_rang() -> None:
    """A window that is busy gets its keys late and its timer later still."""
    desk = Desk()
    for letter in CARD:
        desk.now += GAP_MS + 1
        desk.send("key", letter)
    assert "".join(desk.arrived) == CARD[:-1]
    desk.now += GAP_MS + 1
    desk.send("end", "\r")
    assert desk.scans == []
    assert "".join(desk.arrived) == CARD + "\r"


def test_a_late_terminator_proves_nothing() -> None:
    desk = Desk()
    for letter in CARD:
        desk.now += 1
        desk.send("key", letter)
    desk.now += GAP_MS + 1
    desk.send("end", "\r")
    assert desk.scans == []
    assert "".join(desk.arrived) == CARD + "\r"
