"""Form 01 on a roll of 80 mm: every field below the other, a short key in Code 128 on whole dots, QR."""

from reportlab.pdfgen.canvas import Canvas

from onestop_desktop.domain.codes import short_key
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.slips import Receipt, SlipDossier, SlipPaper
from onestop_desktop.forms.codes import (
    DOT_203,
    bar_modules,
    draw_bars,
    draw_qr,
    qr_module,
    qr_side,
)
from onestop_desktop.forms.faces import BOLD, REGULAR, register_faces
from onestop_desktop.forms.heads import MOTTO, NATION
from onestop_desktop.forms.panel import Piece, centred, fitted, gap, paragraph, plain
from onestop_desktop.forms.receipt_lines import (
    COPIES,
    TITLE,
    applicant_lines,
    content_lines,
    foot_lines,
    number_line,
    qr_target,
    signature_piece,
    term_lines,
)
from onestop_desktop.forms.roll import BREADTH, render_roll
from onestop_desktop.forms.wording import day_in_words

SIZE = 9.0
SCALE = 0.8
BARS = 12 * 72 / 25.4
BAR_DOTS = 3
QUIET = 52 * DOT_203
"""6.5 mm: hand scanners want 6.35 mm or ten modules beside the bars."""
QR_ROOM = 170 * DOT_203


def draw_receipt_roll(receipt: Receipt, *, reprint: int = 0) -> bytes:
    """Both copies, one after the other."""
    register_faces()
    pages = [_copy(receipt, words, reprint) for words in COPIES]
    return render_roll(pages, f"{TITLE} {receipt.dossiers[0].code}".strip())


def _copy(receipt: Receipt, words: str, reprint: int) -> list[Piece]:
    pieces = [*_head(receipt), *_title(receipt, words, reprint), _codes(receipt)]
    pieces += [_text(line) for line in applicant_lines(receipt)]
    for at, dossier in enumerate(receipt.dossiers, start=1):
        pieces += _dossier(receipt, dossier, at)
    pieces += [gap(4), signature_piece(receipt, BREADTH, SCALE), gap(4), _rule()]
    return pieces + [_text(f"<i>{plain(line)}</i>", size=8.0) for line in foot_lines(receipt)]


def _head(receipt: Receipt) -> list[Piece]:
    agency = receipt.agency
    received = read_moment(receipt.dossiers[0].received_at)
    when = f"{agency['place']}, ngày {day_in_words(received.date())}"
    return [
        _text(plain(agency["parent"].upper()), align="center"),
        _text(f"<b>{plain(agency['unit'].upper())}</b>", align="center"),
        gap(3),
        _line(NATION, BOLD, SIZE),
        _line(MOTTO, BOLD, SIZE),
        _text(f"<i>{plain(when)}</i>", align="center"),
        gap(5),
    ]


def _title(receipt: Receipt, words: str, reprint: int) -> list[Piece]:
    code = receipt.dossiers[0].code or "…………………"
    more = len(receipt.dossiers) - 1
    mark = f" – Bản in lại {reprint}" if reprint else ""
    copy = f"({words.format(desk=receipt.agency['desk_name'])}){mark}"
    return [
        _text(f"<b>{TITLE}</b>", size=11.5, align="center"),
        _line(f"Mã hồ sơ: {code}", BOLD, 10.5),
        *([_text(f"(và {more} hồ sơ kèm theo)", align="center")] if more else []),
        _text(f"<i>{plain(copy)}</i>", align="center"),
        gap(4),
    ]


def _codes(receipt: Receipt) -> Piece:
    """The short key in bars with its digits left, the QR right, the receipt's number between."""
    code = receipt.dossiers[0].code
    target, key = qr_target(receipt), short_key(code)
    if not code:
        return _text(number_line(receipt) if receipt.number else "Số: …")
    module = qr_module(target, QR_ROOM)
    side = qr_side(target, module)
    wide = len(bar_modules(key)) * BAR_DOTS * DOT_203
    height = max(side, BARS + 26) + 6

    def draw(canvas: Canvas, x: float, y: float) -> None:
        draw_bars(canvas, key, x + QUIET, y - BARS, BARS, dots=BAR_DOTS)
        centred(canvas, key, x + QUIET + wide / 2, y - BARS - 10, REGULAR, SIZE)
        centred(canvas, number_line(receipt), x + QUIET + wide / 2, y - BARS - 21, REGULAR, SIZE)
        draw_qr(canvas, target, x + BREADTH - side, y, module)

    return Piece(height, draw)


def _dossier(receipt: Receipt, dossier: SlipDossier, at: int) -> list[Piece]:
    several = len(receipt.dossiers) > 1
    lines = [
        *([f"<b>{at}. Mã hồ sơ: {plain(dossier.code)}</b>"] if several else []),
        *content_lines(dossier),
        *(_paper(number, paper) for number, paper in enumerate(dossier.papers, start=1)),
        *term_lines(receipt, dossier),
    ]
    return [_text(line) for line in lines]


def _paper(at: int, paper: SlipPaper) -> str:
    kinds = (
        ("bản chính", paper.originals),
        ("bản chứng thực", paper.certified),
        ("bản chụp", paper.copies),
    )
    counts = ", ".join(f"{count} {kind}" for kind, count in kinds if count)
    return f"{at}. {plain(paper.name)}" + (f": {counts}" if counts else "")


def _text(markup: str, *, size: float = SIZE, align: str = "left") -> Piece:
    return paragraph(markup, size, BREADTH, align)


def _line(text: str, face: str, size: float) -> Piece:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        fits = fitted(text, face, size, BREADTH)
        centred(canvas, text, x + BREADTH / 2, y - size, face, fits)

    return Piece(size * 1.28, draw)


def _rule() -> Piece:
    def draw(canvas: Canvas, x: float, y: float) -> None:
        canvas.setLineWidth(0.5)
        canvas.line(x, y, x + BREADTH, y)

    return Piece(3, draw)
