"""The clock back, forward, in 1970, in 2038, in another zone: codes unique and rising, the chain good."""

import re

import pytest

from tests.end_to_end.command import run_process
from tests.support.desk import MORNING, OFFICER, dump, plain_order

MOMENTS = (
    ("1970-01-01T07:00:00", 3),
    (MORNING, 0),
    ("2026-11-25T08:59:10", 0),  # a minute back: tolerated, recorded times do not fall
    ("2026-11-25T08:30:00", 3),
    ("2026-11-25T03:15:00Z", 0),  # the same morning told in another zone
    ("2026-11-26T09:00:00", 0),
    ("2026-11-25T09:00:00", 3),
)


def test_whatever_the_clock_does_codes_rise_and_the_chain_is_good(store: str) -> None:
    codes = []
    for at, code in MOMENTS:
        words = ("--store", store, "--at", at, "--as", OFFICER, "--json", "receive", "-")
        done = run_process(*words, stdin=dump(plain_order()))
        if at.startswith("1970"):  # an empty desk cannot know better: the law's calendar does
            assert done.code == 3
            continue
        assert done.code == code, done.err
        if code:
            assert done.json["refused"] == "clock_behind"
        else:
            codes.append(done.json["code"])
    assert codes == sorted(set(codes))
    assert len(codes) == 4
    assert run_process("--store", store, "--json", "verify").json["ok"] is True


def test_2038_is_a_year_as_any_other_but_its_calendar_is_unknown(store: str) -> None:
    words = ("--store", store, "--at", "2038-01-19T10:14:08", "--as", OFFICER, "--json")
    done = run_process(*words, "receive", "-", stdin=dump(plain_order()))
    assert done.code == 3
    assert re.search("20[23][0-9]", done.err)  # it says until which year the calendar reaches
    assert run_process("--store", store, "verify").code == 0


@pytest.mark.parametrize("zone", ["UTC", "America/Los_Angeles", "Pacific/Kiritimati"])
def test_the_zone_of_the_pc_changes_neither_code_nor_moment(store: str, zone: str) -> None:
    words = ("--store", store, "--at", "2026-11-25T23:30:00", "--as", OFFICER, "--json")
    done = run_process(*words, "receive", "-", stdin=dump(plain_order()), TZ=zone)
    assert done.json["received_at"] == "2026-11-25T23:30:00+07:00"
    assert "-261125-" in done.json["code"]
