"""From copies and second place to lines of the page; words only, no widget."""

from collections.abc import Sequence
from datetime import datetime

from onestop_desktop.application.board_words import number_words
from onestop_desktop.application.keeping_words import holds_words, last_day_words, newest_words
from onestop_desktop.application.restore_store import CopyTried
from onestop_desktop.desktop.language import spoken, tr
from onestop_desktop.desktop.widgets.rows import Cell, Row
from onestop_desktop.domain.store_copy import CopyKind, KeptCopy, SecondPlace


def copy_lines(copies: Sequence[KeptCopy]) -> list[Row]:
    """The copies of the store's folder, newest first."""
    return [_line(each) for each in copies]


def _line(copy: KeptCopy) -> Row:
    when, why = f"{copy.made_at:%d/%m/%Y %H:%M}", kind_words(copy.kind)
    size = size_words(copy.bytes)
    good = tr("Nguyên vẹn") if copy.good else tr("Hỏng, không rõ")
    cells = (
        Cell(when, strong=True),
        Cell(why, tone="text2"),
        Cell(number_words(copy.dossiers) if copy.good else "–"),
        Cell(size, tone="text2"),
        Cell(good, "check" if copy.good else "late", "text" if copy.good else "late"),
    )
    return Row(copy.path, cells, f"{when}, {why}, {size}, {good}")


def kind_words(kind: CopyKind) -> str:
    """Why a copy was made."""
    return {
        CopyKind.CLOSING: tr("Kết thúc ngày"),
        CopyKind.ASKED: tr("Theo yêu cầu"),
        CopyKind.MIGRATION: tr("Trước khi nâng cấp"),
        CopyKind.RESTORE: tr("Sổ trước khi khôi phục"),
    }[kind]


def size_words(size: int) -> str:
    """3,2 MB, as people write it."""
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def place_words(place: SecondPlace | None, now: datetime) -> tuple[str, str, str]:
    """The second place in a sentence, with its mark and tone; a quiet hint where none is set."""
    if place is None:
        words = tr("Chưa đặt nơi sao lưu thứ hai (USB, ổ mạng): ổ cứng hỏng thì mất cả bản sao.")
        return words, "none", "text2"
    told = tr("Nơi thứ hai: {folder} · {age}").format(
        folder=place.folder, age=age_words(place, now)
    )
    if not place.reachable:
        told += " · " + tr("hiện không thấy")
    late = place.is_old(now)
    return told, "late" if late else "check", "late" if late else "text2"


def age_words(place: SecondPlace, now: datetime) -> str:
    """How old the newest copy there is."""
    days = place.days_old(now)
    if days is None:
        return tr("chưa có bản nào")
    return tr("{n} ngày trước").format(n=days) if days else tr("mới trong ngày")


def tried_lines(tried: CopyTried, language: str) -> list[str]:
    """What a tried copy holds, its last day, and what would be lost."""
    lines = [holds_words(tried.facts, language)]
    if tried.last_day:
        lines += last_day_words(tried.last_day, language)
    if tried.is_of_another_desk:
        lines.append(tr("Đây là bản sao lưu của bàn khác: không thay sổ này được."))
    elif tried.standing is not None:
        lines.append(lost_words(tried))
    return lines


def lost_words(tried: CopyTried) -> str:
    """What the standing store has that the copy has not, as far as anybody can know."""
    if tried.standing is None:
        return tr("Ở đây không còn sổ nào để thay; sổ hỏng đã cất riêng vẫn còn.")
    if not tried.standing.identity:
        return tr("Sổ hiện nay không đọc được: không biết bản này thiếu bao nhiêu.")
    count = tried.entries_lost
    if not count:
        return tr("Sổ hiện nay không có gì mới hơn bản này.")
    words = tr("Khôi phục thì mất {n} bản ghi có sau {at}.")
    return words.format(n=number_words(count), at=newest_words(tried.facts, spoken()))


def replacing_lines(tried: CopyTried) -> tuple[str, ...]:
    """What is asked before a copy takes the store's place."""
    kept = tr("Mọi cửa sổ khác phải đóng. Sổ hiện nay được giữ lại thành một bản trong danh sách.")
    return (kept, lost_words(tried)) if tried.standing else (lost_words(tried),)
