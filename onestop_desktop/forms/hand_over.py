"""The hand-over list, *Phiếu bàn giao hồ sơ*, and *Danh sách bàn giao kết quả* back to the desk."""

from onestop_desktop.domain.notices import HandOverList, ListedDossier
from onestop_desktop.forms.feet import Signer, signatures
from onestop_desktop.forms.panel import Piece, gap, plain
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.sheets import SHEETS
from onestop_desktop.forms.wide import WidePaper
from onestop_desktop.forms.wording import desk_foot, hour_in_words, labelled, numbered

TITLE, TITLE_RESULTS = "PHIẾU BÀN GIAO HỒ SƠ", "DANH SÁCH BÀN GIAO KẾT QUẢ"
_COLUMNS = (
    ("<b>TT</b>", 0.05),
    ("<b>Mã hồ sơ</b>", 0.18),
    ("<b>Chủ hồ sơ</b>", 0.17),
    ("<b>Địa chỉ</b>", 0.17),
    ("<b>Tên thủ tục hành chính</b>", 0.22),
    ("<b>Số giấy tờ</b>", 0.08),
)


@form("hand_over")
def draw_hand_over(pile: HandOverList, *, size: str = "A4", reprint: int = 0) -> bytes:  # noqa: ARG001
    """A row for each dossier handed over; always on A4 landscape, whatever `size` says."""
    kind, title = ("DSKQ", TITLE_RESULTS) if pile.results else ("PBG", TITLE)
    number = numbered(pile.number, kind, pile.agency["number_suffix"])
    note = "<b>Kết quả, ghi chú</b>" if pile.results else "<b>Ghi chú</b>"
    columns = (*_COLUMNS, (note, 0.13))
    paper = WidePaper(pile.agency, pile.on, number, title, "", columns, reprint)
    panel = paper.begin()
    facts = (
        labelled("Thời gian bàn giao", hour_in_words(pile.on)),
        labelled("Người giao", pile.giver),
        labelled("Người nhận", pile.receiver),
    )
    paper.line(panel, f" {'&nbsp;' * 6} ".join(facts))
    panel.add(gap(4))
    lines = (_cells(at, dossier) for at, dossier in enumerate(pile.dossiers, start=1))
    paper.table(panel, lines, _end(pile, paper, panel.width))
    return paper.render(panel, desk_foot(pile.agency))


def _cells(at: int, dossier: ListedDossier) -> tuple[str, ...]:
    return (
        f'<para align="center">{at}</para>',
        plain(dossier.code),
        plain(dossier.applicant),
        plain(dossier.address),
        plain(dossier.procedure),
        f'<para align="center">{dossier.papers}</para>',
        plain(dossier.note),
    )


def _end(pile: HandOverList, paper: WidePaper, breadth: float) -> list[Piece]:
    total = f"Tổng số: {len(pile.dossiers):02d} hồ sơ."
    ends = signatures(
        Signer("NGƯỜI GIAO", pile.giver),
        Signer("NGƯỜI NHẬN", pile.receiver),
        breadth,
        SHEETS["A4W"].scale,
    )
    return [gap(2), *paper.pieces(total), gap(2), ends]
