"""A slip through a real CUPS queue: nothing is lost between the form and the paper."""

import pytest

from onestop_desktop.application.print_form import PrintForm
from onestop_desktop.devices.cups_printer import CupsPrinter, cups_queues
from onestop_desktop.devices.pixels import page_size
from onestop_desktop.domain.errors import PrinterFailed
from tests.devices.paper import codes, words
from tests.support.cups import CupsQueue
from tests.support.desk import OFFICER, Desk

pytestmark = pytest.mark.cups


@pytest.fixture
def private_server(cups_queue: CupsQueue, monkeypatch: pytest.MonkeyPatch) -> CupsQueue:
    """The queue, with this process asking its server."""
    monkeypatch.setenv("CUPS_SERVER", cups_queue.server)
    return cups_queue


def test_the_queue_is_found(private_server: CupsQueue) -> None:
    assert private_server.name in cups_queues()


@pytest.mark.parametrize("size", ["A4L", "A4", "A5", "K80"])
def test_a_slip_comes_out_with_its_words_and_codes(
    private_server: CupsQueue, sqlite_desk: Desk, size: str
) -> None:
    code = sqlite_desk.receive().dossier.code
    printer = CupsPrinter(private_server.name)
    printed = sqlite_desk.services.print_form(PrintForm(code, OFFICER, size=size), printer)
    paper = private_server.printed()
    text = words(paper)
    for said in ("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN", "NGUYỄN THỊ ĐƯỜNG", code):
        assert said in text
    # The queue's own size is another one; shrunk to it, the bar code reads as another code.
    sizes = zip(page_size(paper), page_size(printed.pdf), strict=True)
    assert all(abs(is_now - was) < 1 for is_now, was in sizes)
    for dots_per_inch in (203, 300):
        found = codes(paper, dots_per_inch)
        assert {kind for kind, _ in found} == {"Code 128", "QR Code"}
        assert {text for _, text in found} == {code, *(["2611250001"] if size == "K80" else [])}


def test_a_queue_that_is_not_there_is_a_fault_with_its_reason(
    private_server: CupsQueue, sqlite_desk: Desk
) -> None:
    pdf = sqlite_desk.services.preview_form(PrintForm(sqlite_desk.receive().dossier.code, OFFICER))
    with pytest.raises(PrinterFailed) as caught:
        CupsPrinter("khong-co-may-nay").send(pdf, "thử")
    assert caught.value.facts["printer"] == "khong-co-may-nay"
    assert caught.value.facts["reason"]


def test_no_cups_at_all_is_a_fault_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert cups_queues() == ()
    with pytest.raises(PrinterFailed):
        CupsPrinter("x").send(b"%PDF-1.4", "thử")
