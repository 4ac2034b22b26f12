"""The guidance sheet of a procedure: what to bring, what it costs, how long, where, what comes out."""

from typing import Any

from reportlab.pdfgen.canvas import Canvas

from onestop_desktop.application.reasons import term_words
from onestop_desktop.domain.slips import Guidance
from onestop_desktop.forms.faces import ITALIC, register_faces
from onestop_desktop.forms.heads import state_head
from onestop_desktop.forms.panel import Panel, gap, paragraph, paragraphs, plain
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.sheets import SHEETS, Sheet, render

_DAYS = ("", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
_CHANNELS = {
    "": "",
    "online_full": " (nộp trực tuyến)",
    "counter": " (tại quầy)",
    "post": " (bưu chính)",
}
_PAPERS = {"required": "", "looked_up": " — tra cứu, không phải nộp", "shown": " — xuất trình"}


@form("guide")
def draw_guidance(sheet: Guidance) -> bytes:
    """One sheet of A4 for the citizen; more pages where the papers need them."""
    register_faces()
    paper = SHEETS["A4"]
    panel = Panel(
        paper.panel_width,
        paper.panel_height - 24,
        lambda _page: [state_head(sheet.agency, paper.panel_width, 1.1), gap(8)],
    )
    panel.add(state_head(sheet.agency, panel.width, 1.1))
    panel.add(gap(10))
    panel.add(paragraph("<b>HƯỚNG DẪN LÀM THỦ TỤC</b>", 15, panel.width, "center"))
    _add(panel, f"<b>{plain(sheet.name)}</b>", 13)
    _add(panel, f"Mã thủ tục: {sheet.code}. {plain(sheet.decision)}")
    for case in sheet.cases:
        _case(panel, case)
    _section(panel, "Phí, lệ phí", [_fee(fee) for fee in sheet.fees] or ["Chưa có thông tin"])
    _section(panel, "Kết quả", [plain(sheet.result) or "…"])
    desk = sheet.agency
    _section(
        panel,
        "Nơi nộp và nhận kết quả",
        [plain(f"{desk['desk_name']}, {desk['address']}. Điện thoại {desk['phone']}.")],
    )
    _section(panel, "Giờ tiếp nhận", _hours(sheet.hours))
    if sheet.to_check:
        panel.add(gap(10))
        _add(panel, "<i>Cần đối chiếu với quyết định công bố của tỉnh.</i>", 10.5)
    return render([panel], paper, sheet.name[:200], lambda *page: _finish(paper, *page))


def _add(panel: Panel, markup: str, size: float = 12) -> None:
    for piece in paragraphs(markup, size, panel.width, panel.height / 2):
        panel.add(piece)


def _section(panel: Panel, title: str, lines: list[str]) -> None:
    panel.add(gap(8))
    panel.add_together([paragraph(f"<b>{title}</b>", 12.5, panel.width)])
    for line in lines:
        _add(panel, line)


def _case(panel: Panel, case: dict[str, Any]) -> None:
    title = plain(case["name"]) if case["name"] else "Giấy tờ cần có"
    papers = [paper for paper in case["papers"] if paper["kind"] in _PAPERS]
    lines = [
        f"{at}. {plain(paper['name'])}{_counts(paper)}{_PAPERS[paper['kind']]}"
        for at, paper in enumerate(papers, start=1)
    ]
    _section(panel, title, lines or ["Không yêu cầu giấy tờ riêng."])
    term = f"Thời hạn: <b>{term_words(case['term'])}</b>"
    if case["verified_term"]:
        term += f"; nếu phải xác minh: {term_words(case['verified_term'])}"
    _add(panel, term)


def _counts(paper: dict[str, Any]) -> str:
    if paper["kind"] != "required":
        return ""
    words = (("originals", "bản chính"), ("certified", "bản chứng thực"), ("copies", "bản chụp"))
    counts = [f"{paper[name]} {word}" for name, word in words if paper[name]]
    return f" ({', '.join(counts)})" if counts else ""


def _fee(fee: dict[str, Any]) -> str:
    channel = _CHANNELS.get(fee["channel"], "")
    note = f". {plain(fee['note'])}" if fee["note"] else ""
    if fee["amount"] is None:
        return f"Theo nghị quyết của Hội đồng nhân dân tỉnh{channel}{note}"
    if fee["amount"] == 0:
        return f"Không thu{channel}{note}"
    unit = {"per_page": "/trang", "per_copy": "/bản", "per_case": "/lần"}.get(fee["kind"], "")
    return f"{fee['amount']:,} đồng".replace(",", ".") + f"{unit}{channel}{note}"


def _hours(hours: tuple[str, ...]) -> list[str]:
    """Days with the same stretches together: "Thứ Hai – Thứ Sáu: 07:30–11:30, 13:00–17:00"."""
    by_day: dict[int, list[str]] = {}
    for row in hours:
        day, opens, closes = row.split()
        by_day.setdefault(int(day), []).append(f"{opens}–{closes}")
    lines: list[tuple[list[int], str]] = []
    for number in sorted(by_day):
        text = ", ".join(by_day[number])
        if lines and lines[-1][1] == text and lines[-1][0][-1] == number - 1:
            lines[-1][0].append(number)
        else:
            lines.append(([number], text))
    return [f"{_span(days)}: {text}" for days, text in lines]


def _span(days: list[int]) -> str:
    return _DAYS[days[0]] if len(days) == 1 else f"{_DAYS[days[0]]} – {_DAYS[days[-1]]}"


def _finish(sheet: Sheet, canvas: Canvas, x: float, top: float, page: str) -> None:
    canvas.setFont(ITALIC, 10)
    canvas.drawString(x, top - sheet.panel_height, page)
