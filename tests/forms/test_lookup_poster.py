"""The desk's sheet on the look-up: its QR leads to the address, the key stands whole, one page of A4."""

from pathlib import Path

from onestop_desktop.domain.lookup_facts import POSTER, LookupPoster
from onestop_desktop.forms.registry import draw_form
from tests.support.golden import Golden
from tests.support.paper import codes, page_count, page_size, picture, printed, texts

GOLDEN = Path(__file__).parent / "golden"
ADDRESS = "https://tra-cuu.hoamau.example/"
KEY = "0123456789abcdef" * 4
SHEET = LookupPoster(
    "Ủy ban nhân dân xã Hòa Mẫu",
    "Trung tâm Phục vụ hành chính công xã Hòa Mẫu",
    "0220 3000 001",
    ADDRESS,
    KEY,
)


def test_the_symbol_is_read_and_the_key_is_whole() -> None:
    pdf = draw_form(POSTER, SHEET)
    assert (page_size(pdf), page_count(pdf)) == ((210, 297), 1)
    for dpi in (203, 300):
        assert codes(printed(pdf, dpi)) == [("QRCode", ADDRESS)]
    (page,) = texts(pdf)
    assert ADDRESS in page
    assert "01234567 89abcdef 01234567 89abcdef" in page
    assert "0220 3000 001" in page


def test_the_page_looks_as_it_did(golden: Golden) -> None:
    golden(GOLDEN / "lookup-poster.png", picture(draw_form(POSTER, SHEET), 80))
