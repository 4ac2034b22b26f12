"""Fees: pages per original, the cap, channel and date, and exemptions only as rows of the version."""

from dataclasses import replace
from datetime import date

import pytest

from onestop_desktop.domain.errors import ExemptionUnknown
from onestop_desktop.domain.fees import CertifiedItem, Fee, fee_for
from onestop_desktop.domain.procedure import Channel, ExemptionRow, FeeRow, Procedure
from tests.unit.shipped import procedures

DAY = date(2026, 11, 25)
COPY = procedures()["2.000815"]


def certified(*items: tuple[int, int]) -> int | None:
    rows = tuple(
        CertifiedItem(f"giấy {n}", pages, copies) for n, (pages, copies) in enumerate(items)
    )
    return fee_for(COPY, Channel.COUNTER, DAY, rows).amount


@pytest.mark.parametrize(
    ("items", "amount"),
    [
        ([(1, 1)], 2_000),
        ([(2, 1)], 4_000),
        ([(3, 1)], 5_000),  # the third page at the lower fee
        ([(2, 3)], 12_000),
        ([(10, 2)], 24_000),
        ([(198, 1)], 200_000),
        ([(199, 1)], 200_000),  # the cap is of one copy
        ([(2000, 3)], 600_000),
        ([(2, 1), (2, 1)], 8_000),  # each original begins anew
        ([(1, 1), (1, 1), (1, 1), (1, 1)], 8_000),
    ],
)
def test_certified_copies_are_priced_per_original(
    items: list[tuple[int, int]], amount: int
) -> None:
    assert certified(*items) == amount


def test_without_originals_the_fee_is_not_known_yet() -> None:
    fee = fee_for(COPY, Channel.COUNTER, DAY)
    assert (fee.amount, fee.kind, fee.lines) == (None, "per_page", ())


def test_each_original_has_its_line() -> None:
    items = (CertifiedItem("Bằng", 2, 3), CertifiedItem("Học bạ", 12, 1))
    assert fee_for(COPY, Channel.COUNTER, DAY, items).lines == ((2, 3, 12_000), (12, 1, 14_000))


@pytest.mark.parametrize(
    ("code", "channel", "copies", "amount", "kind"),
    [
        ("2.000884", Channel.COUNTER, 1, 10_000, "per_case"),
        ("2.001035", Channel.COUNTER, 1, 50_000, "per_case"),
        ("2.000635", Channel.COUNTER, 1, 8_000, "per_copy"),
        ("2.000635", Channel.COUNTER, 4, 32_000, "per_copy"),
        ("1.004222", Channel.COUNTER, 1, 20_000, "per_case"),
        ("1.004222", Channel.ONLINE_FULL, 1, 10_000, "per_case"),
        ("1.004222", Channel.POST, 1, 20_000, "per_case"),
        ("1.000894", Channel.COUNTER, 1, 0, "free"),
        ("1.004873", Channel.COUNTER, 1, None, "set_by_province"),
    ],
)
def test_shipped_fees(
    code: str, channel: Channel, copies: int, amount: int | None, kind: str
) -> None:
    fee = fee_for(procedures()[code], channel, DAY, copies=copies)
    assert (fee.amount, fee.kind) == (amount, kind)


def test_a_fee_holds_from_its_first_to_its_last_day() -> None:
    old = FeeRow("per_case", 10_000, to_on=date(2026, 11, 24))
    new = FeeRow("per_case", 15_000, from_on=date(2026, 11, 25))
    procedure = Procedure("1.000001", "Thử", fees=(old, new))
    for day, amount in ((24, 10_000), (25, 15_000)):
        assert fee_for(procedure, Channel.COUNTER, date(2026, 11, day)).amount == amount
    ended = replace(procedure, fees=(old,))
    assert fee_for(ended, Channel.COUNTER, DAY) == Fee(None, "unknown")


def test_exemptions_are_rows_of_the_version_and_nothing_else() -> None:
    for wish in ("nghèo", "poor", "elderly"):
        with pytest.raises(ExemptionUnknown) as refused:
            fee_for(COPY, Channel.COUNTER, DAY, exemption=wish)
        assert refused.value.field == "exemption"
    farm = fee_for(procedures()["2.001035"], Channel.COUNTER, DAY, exemption="farm_mortgage")
    assert farm.amount == 0
    assert farm.exemption


def test_half_an_exemption_rounds_down_and_holds_for_its_channel_and_days_only() -> None:
    half = ExemptionRow("half", "Giảm nửa", 50, "online_full", to_on=DAY)
    procedure = Procedure("1.000001", "Thử", fees=(FeeRow("per_case", 7_501),), exemptions=(half,))
    assert fee_for(procedure, Channel.ONLINE_FULL, DAY, exemption="half").amount == 3_750
    for channel, day in ((Channel.COUNTER, DAY), (Channel.ONLINE_FULL, date(2026, 11, 26))):
        with pytest.raises(ExemptionUnknown):
            fee_for(procedure, channel, day, exemption="half")
