"""What forms 02 to 05 share: a letter of the desk, from its head to its signatures, on one copy."""

from typing import Any

from reportlab.pdfgen.canvas import Canvas

from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.notices import NoticeHead
from onestop_desktop.forms.faces import BOLD, ITALIC, register_faces
from onestop_desktop.forms.feet import FOOT, Signer, draw_foot, signatures
from onestop_desktop.forms.heads import (
    document_head,
    draw_number,
    further_head,
    number_and_codes,
)
from onestop_desktop.forms.panel import (
    LEADING,
    Panel,
    Piece,
    below,
    centred,
    fitted,
    gap,
    paragraphs,
    plain,
)
from onestop_desktop.forms.sheets import SHEETS, render
from onestop_desktop.forms.wording import desk_foot, labelled, numbered, owner

BODY = 11.0
_SHEETS = {"A4": "A4P", "A4L": "A4P", "A5": "A5"}
_LINES_TOGETHER = 6
"""A longer text may be parted by a page's end after that many lines."""
HEAD_OF_AGENCY = "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ"
SIGN_AND_SEAL = "(Ký, ghi rõ họ tên và đóng dấu)"


def code_line(head: NoticeHead) -> str:
    """The dossier's code; dots where there is no dossier."""
    return labelled("Mã hồ sơ" if head.code else "Mã hồ sơ (nếu có)", head.code)


def desk_head(facts: Any, officer: str) -> NoticeHead:
    """The head of a letter that is about no dossier, from the facts that every desk paper has."""
    return NoticeHead(
        profile=facts.profile,
        agency=facts.agency,
        number=facts.number,
        on=facts.at,
        applicant={},
        procedure="",
        code="",
        officer=officer,
    )


class Letter:
    """A letter while it is written: lines go below each other, `close` gives the PDF.

    `title` may have two lines, `kind` is the number's sign and its suffix. The signatures never
    stand alone on a page.
    """

    def __init__(self, head: NoticeHead, title: str, *kind: str, size: str, reprint: int) -> None:
        register_faces()
        self._head, self._title = head, title
        self._number = numbered(head.number, *kind)
        self._sheet = sheet = SHEETS[_SHEETS[size]]
        self._scale = sheet.scale
        self._air = sheet.scale * (1.0 if sheet.binding else 0.5)  # A5 has none to spare
        self._panel = Panel(
            sheet.panel_width, sheet.panel_height - FOOT * sheet.scale, self._head_again
        )
        self._held: list[Piece] = []
        on = read_moment(head.on).date()
        self._panel.add(document_head(head.agency, on, self._panel.width, self._scale))
        self._panel.add(self._codes())
        self._panel.add(self._heading(f"(Bản in lại {reprint})" if reprint else ""))

    def address(self) -> None:
        """To whom the letter goes."""
        self._put(f"Kính gửi: {owner(self._head.applicant)}", 0, "center", 0)
        self._held.append(gap(6 * self._air))

    def line(self, markup: str) -> None:
        """A line such as "label: value"; a long one wraps and flows on."""
        self._put(markup, 3, "left", 0)

    def prose(self, markup: str) -> None:
        """A paragraph of a letter: justified, its first line indented (Decree 30/2020)."""
        self._put(markup, 6, "justify", 28)

    def close(self, left: Signer | None, right: Signer) -> bytes:
        """Sign below the last line and give the pages."""
        end = signatures(left, right, self._panel.width, self._scale)
        self._panel.add_together([*self._held, gap(14 * self._air), end])
        agency, sheet = self._head.agency, self._sheet
        foot = desk_foot(agency)
        title = f"{self._flat_title()} {self._head.code}".strip()
        return render([self._panel], sheet, title, lambda *page: draw_foot(foot, sheet, *page))

    def _put(self, markup: str, space: float, align: str, indent: float) -> None:
        size = BODY * self._scale
        most = _LINES_TOGETHER * size * LEADING
        first, *rest = paragraphs(
            markup, size, self._panel.width, most, align, indent * self._scale
        )
        for piece in (below(space * self._air, first), *rest):
            for held in self._held:
                self._panel.add(held)
            self._held = [piece]

    def _codes(self) -> Piece:
        code = self._head.code
        if code:
            return number_and_codes(self._number, code, code, self._panel.width, self._scale)

        def draw(canvas: Canvas, x: float, y: float) -> None:
            draw_number(canvas, self._number, x, y + 24 * self._scale, self._scale)

        return Piece(26 * self._scale, draw)

    def _heading(self, mark: str) -> Piece:
        """The title and, kept free on a first print, the line that marks a reprint."""
        lines = [(line, BOLD, 12.0) for line in self._title.split("\n")]
        lines.append((mark, ITALIC, 10.5))
        height = sum(size * 1.28 for _, _, size in lines) * self._scale + 6

        def draw(canvas: Canvas, x: float, y: float) -> None:
            y -= 4
            for text, face, size in lines:
                y -= size * 1.28 * self._scale
                fits = fitted(text, face, size * self._scale, self._panel.width)
                centred(canvas, text, x + self._panel.width / 2, y + 2, face, fits)

        return Piece(height, draw)

    def _head_again(self, page: int) -> list[Piece]:
        code = self._head.code
        what = f"Mã hồ sơ: <b>{plain(code)}</b>" if code else plain(self._number)
        title = self._flat_title()
        return further_head(self._head.agency, title, what, page, self._panel.width, self._scale)

    def _flat_title(self) -> str:
        return self._title.replace("\n", " ")
