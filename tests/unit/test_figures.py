"""Shares in percent are rounded down: 100 only where all are in time."""

import pytest

from onestop_desktop.domain.figures import Figures, percent


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        (1591, 1591, 100.0),
        (1590, 1591, 99.9),
        (9999, 10_000, 99.9),
        (2, 3, 66.6),
        (1, 3, 33.3),
        (0, 7, 0.0),
        (0, 0, None),
    ],
)
def test_a_share_is_rounded_down_to_a_tenth(part: int, whole: int, share: float | None) -> None:
    assert percent(part, whole) == share


def test_only_what_was_settled_and_who_answered_count_in_a_share() -> None:
    figures = Figures(received=9, early=1, on_time=4, late=1, not_counted=3, pleased=2, neutral=1)
    assert (figures.settled, figures.in_time, figures.share) == (6, 5, 83.3)
    assert (figures.rated, figures.satisfaction) == (3, 66.6)
    assert Figures(received=3).share is None
    assert Figures(received=3).satisfaction is None
