"""The two sounds of the desk: told apart by ear, made without a file, silent where there is no player."""

import io
import math
import struct
import wave
from pathlib import Path

import pytest

from onestop_desktop.devices import sounds


def samples(tones: sounds.Tones) -> list[int]:
    with wave.open(io.BytesIO(sounds.tones(tones))) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert file.getframerate() == sounds.RATE
        count = file.getnframes()
        return list(struct.unpack(f"<{count}h", file.readframes(count)))


def strength(wanted: list[int], hertz: float) -> float:
    """How much of a frequency is in the samples (Goertzel)."""
    step = 2 * math.cos(2 * math.pi * hertz / sounds.RATE)
    before, last = 0.0, 0.0
    for sample in wanted:
        before, last = last, sample + step * last - before
    return math.sqrt(max(0.0, before**2 + last**2 - step * before * last)) / len(wanted)


def test_good_is_one_high_tone_and_bad_two_low_ones() -> None:
    good, bad = samples(sounds.GOOD), samples(sounds.BAD)
    assert strength(good, 1760) > 20 * strength(good, 330)
    assert strength(bad, 330) > 20 * strength(bad, 1760)
    assert len(good) < len(bad)
    middle = bad[len(bad) * 45 // 100 : len(bad) * 55 // 100]
    assert set(middle) == {0}
    assert max(good) <= 32767 * 0.41


def test_no_player_is_told_so_that_the_window_can_beep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not sounds.play(sounds.GOOD)


def test_a_player_is_started_and_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = tmp_path / "aplay"
    told = tmp_path / "told"
    player.write_text(f'#!/bin/sh\ncp "$1" {told}.part && mv {told}.part {told}\n')
    player.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    assert sounds.play(sounds.BAD)
    for child in list(sounds.PLAYING):
        child.wait(10)
    assert told.read_bytes() == sounds.tones(sounds.BAD)
