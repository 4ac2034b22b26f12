"""A month of a certification book for binding, and the page that closes its year.

Decree 23/2015 Art. 13-14, Circular 01/2020 Art. 4: printed and bound monthly, closed on 31 December
with totals that the certifying officer signs.
"""

from io import BytesIO

from onestop_desktop.domain.book_facts import BookClosing, BookLine, BookMonth, BookTotals
from onestop_desktop.domain.books import SYMBOLS
from onestop_desktop.domain.moments import day_words, read_moment
from onestop_desktop.domain.money_facts import amount_in_words
from onestop_desktop.domain.register_words import TITLES, period_words
from onestop_desktop.forms.feet import Signer, signatures
from onestop_desktop.forms.letters import SIGN_AND_SEAL
from onestop_desktop.forms.panel import Piece, gap, plain
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.ruled import RuledPages
from onestop_desktop.forms.sheets import SHEETS
from onestop_desktop.forms.tables import grid_row
from onestop_desktop.forms.wide import WidePaper
from onestop_desktop.forms.wording import desk_foot, dong, hour_in_words

_COLUMNS = (
    ("<b>Số chứng thực</b>", 0.06),
    ("<b>Ngày chứng thực</b>", 0.085),
    ("<b>Người yêu cầu chứng thực</b>", 0.165),
    ("<b>Tên giấy tờ, văn bản</b>", 0.25),
    ("<b>Số trang</b>", 0.05),
    ("<b>Số bản</b>", 0.05),
    ("<b>Phí (đồng)</b>", 0.08),
    ("<b>Người ký chứng thực</b>", 0.125),
    ("<b>Ghi chú</b>", 0.135),
)
_ALIGNS = "ccllccrll"
_CLOSING = (0.115, *(0.0645,) * 12, 0.111)
CELL, CLOSING_CELL = 9.5, 8.5


@form("book")
def draw_month(month: BookMonth, *, size: str = "A4", reprint: int = 0) -> bytes:  # noqa: ARG001
    """A line for each number, a spoilt one struck out with its reason; always on A4 landscape."""
    volumes = ", ".join(f"{volume:02d}" for volume in month.volumes)
    number = f"Quyển số: {volumes}/{month.year}-{SYMBOLS[month.book]}"
    title = f"{TITLES[month.book]}\n{period_words(month)}"
    paper = WidePaper(month.agency, month.at, number, title, "", _COLUMNS, reprint, cell=CELL)
    out = BytesIO()
    pages = RuledPages(paper, _ALIGNS, out, desk_foot(month.agency))
    volume = month.volumes[0]
    if len(month.volumes) > 1:
        pages.band(f"Quyển số {volume:02d}/{month.year}-{SYMBOLS[month.book]}")
    for line in month.lines:
        if line.volume != volume:
            volume = line.volume
            pages.band(f"Quyển số {volume:02d}/{month.year}-{SYMBOLS[month.book]}")
        pages.row(_cells(line), struck=bool(line.spoilt))
    if not month.lines:
        pages.band("Không cấp số chứng thực nào.")
    pages.close(_month_end(month, paper))
    return out.getvalue()


def _cells(line: BookLine) -> tuple[str, ...]:
    return (
        f"{line.number:02d}",
        day_words(read_moment(line.at).date()),
        line.applicant,
        line.title,
        str(line.pages or "–"),
        str(line.copies or "–"),
        dong(line.fee),
        line.signed_by,
        f"Số hỏng: {line.spoilt}" if line.spoilt else "",
    )


def _month_end(month: BookMonth, paper: WidePaper) -> list[Piece]:
    so_far = f"<b>Lũy kế từ đầu năm đến hết tháng {month.month:02d}:</b> {_sum(month.so_far)}"
    period = f"tháng {month.month:02d}" if month.month else f"năm {month.year}"
    return [
        gap(3),
        *paper.pieces(f"<b>Cộng {period}:</b> {_sum(month.month_totals)}"),
        *(paper.pieces(so_far) if month.month else ()),
        gap(3),
        signatures(
            Signer("NGƯỜI GHI SỔ", month.officer),
            Signer("NGƯỜI THỰC HIỆN CHỨNG THỰC", "", how=SIGN_AND_SEAL),
            SHEETS["A4W"].panel_width,
            SHEETS["A4W"].scale,
        ),
    ]


def _sum(totals: BookTotals) -> str:
    if not totals.numbers:
        return "không có số nào."
    return (
        f"{totals.numbers:02d} số, từ số {totals.first:02d} đến số {totals.last:02d}, trong đó "
        f"{totals.spoilt:02d} số hỏng; {totals.copies:02d} bản; phí {dong(totals.fee)} đồng."
    )


@form("book_closing")
def draw_closing(closing: BookClosing, *, size: str = "A4", reprint: int = 0) -> bytes:  # noqa: ARG001
    """The year's totals month by month, what they come to in words, the certifying officer's name."""
    symbol = SYMBOLS[closing.book]
    title = f"{TITLES[closing.book]}\nKhóa sổ năm {closing.year}"
    names = ("", *(f"<b>Th. {month}</b>" for month in range(1, 13)), "<b>Cả năm</b>")
    columns = tuple(zip(names, _CLOSING, strict=True))
    number = f"Sổ: {closing.year}-{symbol}"
    paper = WidePaper(
        closing.agency, closing.closed_at, number, title, "", columns, reprint, cell=CLOSING_CELL
    )
    panel = paper.begin()
    paper.line(
        panel,
        f"Hôm nay, {hour_in_words(closing.closed_at)}, khóa {TITLES[closing.book].lower()} "
        f"năm {closing.year} (ký hiệu {symbol}) với số liệu như sau:",
    )
    panel.add(gap(4))
    panel.add(paper.table_head())
    for row in _closing_rows(closing):
        panel.add(grid_row(paper.widths(), row, CLOSING_CELL, align="center", middle=True))
    total = closing.year_totals
    panel.add_together(
        [
            gap(4),
            *paper.pieces(f"<b>Tổng cộng:</b> {_sum(total)}"),
            *paper.pieces(f"Bằng chữ: {amount_in_words(total.fee)}."),
            *paper.pieces(f"Số quyển của năm: {closing.volumes:02d}."),
            gap(4),
            signatures(
                Signer("NGƯỜI GHI SỔ", ""),
                Signer("NGƯỜI THỰC HIỆN CHỨNG THỰC", closing.signed_by, how=SIGN_AND_SEAL),
                SHEETS["A4W"].panel_width,
                SHEETS["A4W"].scale,
            ),
        ]
    )
    return paper.render(panel, desk_foot(closing.agency))


def _closing_rows(closing: BookClosing) -> list[tuple[str, ...]]:
    every = (*closing.months, closing.year_totals)
    rows = {
        "Từ số": [f"{each.first:02d}" if each.numbers else "–" for each in every],
        "Đến số": [f"{each.last:02d}" if each.numbers else "–" for each in every],
        "Số đã cấp": [dong(each.numbers) for each in every],
        "Trong đó số hỏng": [dong(each.spoilt) for each in every],
        "Số bản": [dong(each.copies) for each in every],
        "Phí (đồng)": [dong(each.fee) for each in every],
    }
    return [(f"<b>{plain(name)}</b>", *cells) for name, cells in rows.items()]
