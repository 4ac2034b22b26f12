"""*Danh sách hồ sơ đã giải quyết*: done here, open in the provincial system; evidence of who is behind."""

from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.province_facts import BehindFacts, BehindLine, state_words
from onestop_desktop.forms.feet import Signer, signatures
from onestop_desktop.forms.letters import SIGN_AND_SEAL
from onestop_desktop.forms.panel import Piece, gap, plain
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.sheets import SHEETS
from onestop_desktop.forms.wide import WidePaper
from onestop_desktop.forms.wording import desk_foot, hour_in_words, labelled, numbered

TITLE = "DANH SÁCH HỒ SƠ ĐÃ GIẢI QUYẾT\nHỆ THỐNG CỦA TỈNH CHƯA GHI HOÀN THÀNH"
_COLUMNS = (
    ("<b>TT</b>", 0.05),
    ("<b>Mã của tỉnh</b>", 0.18),
    ("<b>Mã tại đơn vị</b>", 0.18),
    ("<b>Tên thủ tục hành chính</b>", 0.21),
    ("<b>Hạn tại đơn vị</b>", 0.09),
    ("<b>Giải quyết xong</b>", 0.1),
    ("<b>Hạn trên hệ thống</b>", 0.09),
    ("<b>Hệ thống ghi</b>", 0.1),
)
_VERDICTS = {"early": "trước hạn", "on_time": "đúng hạn", "late": "quá hạn"}


@form("province_behind")
def draw_behind(facts: BehindFacts, *, size: str = "A4", reprint: int = 0) -> bytes:  # noqa: ARG001
    """A row for each dossier; names nobody. Always on A4 landscape, whatever `size` says."""
    number = numbered(facts.number, "DSĐC", facts.agency["number_suffix"])
    paper = WidePaper(facts.agency, facts.at, number, TITLE, "", _COLUMNS, reprint)
    panel = paper.begin()
    told = (
        labelled("Theo danh sách lấy từ hệ thống lúc", hour_in_words(facts.taken_at)),
        labelled("Tệp", facts.file or "–"),
    )
    paper.line(panel, f" {'&nbsp;' * 6} ".join(told))
    panel.add(gap(4))
    lines = (_cells(at, line) for at, line in enumerate(facts.lines, start=1))
    paper.table(panel, lines, _end(facts, paper, panel.width))
    return paper.render(panel, desk_foot(facts.agency))


def _cells(at: int, line: BehindLine) -> tuple[str, ...]:
    state = plain(state_words(line.state_there, late=line.late_there))
    verdict = _VERDICTS.get(line.verdict, "")
    return (
        f'<para align="center">{at}</para>',
        plain(line.official_code),
        plain(line.code),
        plain(line.procedure),
        _moment(line.due_at),
        f"{_moment(line.settled_at)} {verdict}".strip(),
        _moment(line.due_there),
        f"<b>{state}</b>" if line.late_there else state,
    )


def _moment(text: str) -> str:
    return f"{read_moment(text):%H:%M %d/%m/%Y}" if text else "–"


def _end(facts: BehindFacts, paper: WidePaper, breadth: float) -> list[Piece]:
    late = sum(line.late_there for line in facts.lines)
    total = (
        f"Tổng số: {len(facts.lines):02d} hồ sơ, trong đó hệ thống đang tính quá hạn "
        f"{late:02d} hồ sơ. Đề nghị cập nhật theo kết quả đã giải quyết."
    )
    ends = signatures(
        Signer("NGƯỜI LẬP", facts.officer),
        Signer("THỦ TRƯỞNG ĐƠN VỊ", "", how=SIGN_AND_SEAL),
        breadth,
        SHEETS["A4W"].scale,
    )
    return [gap(2), *paper.pieces(total), gap(2), ends]
