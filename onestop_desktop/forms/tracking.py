"""Form 07, *Sổ theo dõi hồ sơ*: every column of the form, a line for each dossier of a field and year."""

from collections.abc import Iterable
from io import BytesIO
from typing import BinaryIO

from onestop_desktop.domain.book_facts import TrackingHead, TrackingLine
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.register_words import ENDED, RETURN_BY, TRACKING_TITLE
from onestop_desktop.forms.feet import Signer, signatures
from onestop_desktop.forms.letters import SIGN_AND_SEAL
from onestop_desktop.forms.panel import gap
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.ruled import RuledPages
from onestop_desktop.forms.sheets import SHEETS
from onestop_desktop.forms.wide import WidePaper
from onestop_desktop.forms.wording import desk_foot, numbered

_COLUMNS = (
    ("<b>STT</b>", 0.04),
    ("<b>Mã hồ sơ</b>", 0.095),
    ("<b>Tên TTHC</b>", 0.165),
    ("<b>Tên tổ chức, cá nhân</b>", 0.11),
    ("<b>Địa chỉ, số điện thoại</b>", 0.13),
    ("<b>Cơ quan chủ trì giải quyết</b>", 0.1),
    ("<b>Nhận hồ sơ</b>", 0.072),
    ("<b>Hẹn trả kết quả</b>", 0.072),
    ("<b>Trả kết quả</b>", 0.072),
    ("<b>Phương thức nhận kết quả</b>", 0.072),
    ("<b>Ký nhận</b>", 0.072),
)
_GROUP = ("<b>Nhận và trả kết quả</b>", 6, 11)
_ALIGNS = "cllllllllll"
CELL = 8.5


@form("07")
def draw_tracking(
    head: TrackingHead,
    *,
    lines: Iterable[TrackingLine] = (),
    into: BinaryIO | None = None,
    size: str = "A4",  # noqa: ARG001 - always on A4 landscape
    reprint: int = 0,
) -> bytes:
    """The register; its pages go `into` a file as they are drawn, else they are the answer."""
    out = into or BytesIO()
    number = numbered(head.number, "STD", head.agency["number_suffix"])
    title = f"{TRACKING_TITLE}\nLĩnh vực {head.field}, năm {head.year}"
    paper = WidePaper(
        head.agency, head.at, number, title, "", _COLUMNS, reprint, group=_GROUP, cell=CELL
    )
    pages = RuledPages(paper, _ALIGNS, out, desk_foot(head.agency))
    volume, count = "", 0
    for line in lines:
        if line.volume != volume:
            volume = line.volume
            pages.band(f"Quyển số {volume}")
        pages.row(_cells(line))
        count += 1
    if not count:
        pages.band("Chưa có hồ sơ nào.")
    total = paper.pieces(f"Tổng số: {count:02d} hồ sơ.")
    right = Signer("THỦ TRƯỞNG ĐƠN VỊ", "", how=SIGN_AND_SEAL)
    sheet = SHEETS["A4W"]
    ends = signatures(Signer("NGƯỜI GHI SỔ", ""), right, sheet.panel_width, sheet.scale)
    pages.close([gap(3), *total, ends])
    return b"" if into or not isinstance(out, BytesIO) else out.getvalue()


def _cells(line: TrackingLine) -> tuple[str, ...]:
    return (
        str(line.number),
        line.code,
        line.procedure,
        line.applicant,
        "\n".join(part for part in (line.address, line.phone) if part),
        line.agency,
        _moment(line.received_at),
        _moment(line.promised_at),
        _moment(line.returned_at) or ENDED.get(line.state, ""),
        RETURN_BY[line.return_by],
        line.receiver,
    )


def _moment(text: str) -> str:
    return f"{read_moment(text):%H:%M %d/%m/%Y}" if text else ""
