"""What was backed up, tried or restored, in lines for people: Vietnamese and English."""

from onestop_desktop.application.back_up import BackedUp
from onestop_desktop.application.reasons import moment_words
from onestop_desktop.application.restore_store import CopyTried, Restored
from onestop_desktop.domain.moments import day_words, write_moment
from onestop_desktop.domain.store_copy import CopyFacts, LastDay

_LANGUAGES = ("vi", "en")
_HOLDS = (
    "{desk}: {dossiers} hồ sơ, {entries} bản ghi, mới nhất lúc {at}.",
    "{desk}: {dossiers} dossiers, {entries} entries, the newest at {at}.",
)
_BACKED_UP = ("Đã sao lưu và kiểm tra: {file}", "Backed up and verified: {file}")
_SEALED = ("Bản này đã mã hóa.", "This copy is encrypted.")
_TRIED = (
    "Bản sao lưu mở được và nguyên vẹn; sổ không bị đụng tới.",
    "The backup opens and holds; no store was touched.",
)
_DAY = (
    "Ngày cuối {day}: nhận {received}, giải quyết {settled}, trả {returned}, đang mở {open}.",
    "Last day {day}: {received} received, {settled} settled, {returned} returned, {open} open.",
)
_RESTORED = ("Đã khôi phục vào {store}.", "Restored to {store}.")
_SAFE = ("Sổ cũ giữ ở {file}.", "The old store is kept at {file}.")
_LOST = (
    "{count} bản ghi sau bản sao lưu không còn trong sổ này.",
    "{count} entries after the backup are no longer in this store.",
)


def backed_up_words(done: BackedUp, language: str) -> str:
    """What a copy holds and where it is."""
    lines = [_say(_BACKED_UP, language, file=done.file), holds_words(done.facts, language)]
    return "\n".join([*lines, *([_say(_SEALED, language)] if done.facts.encrypted else [])])


def tried_words(tried: CopyTried, language: str) -> str:
    """That a copy holds, how far it reaches, its last day."""
    lines = [_say(_TRIED, language), holds_words(tried.facts, language)]
    if tried.last_day:
        lines += last_day_words(tried.last_day, language)
    return "\n".join(lines)


def restored_words(done: Restored, language: str) -> str:
    """Where the copy stands now, what is lost, where the old store is."""
    lines = [_say(_RESTORED, language, store=done.store), holds_words(done.facts, language)]
    if done.entries_lost:
        lines.append(_say(_LOST, language, count=done.entries_lost))
    if done.safety_copy:
        lines.append(_say(_SAFE, language, file=done.safety_copy))
    return "\n".join(lines)


def holds_words(facts: CopyFacts, language: str) -> str:
    """Whose copy it is and how far it reaches."""
    return _say(
        _HOLDS,
        language,
        desk=facts.desk,
        dossiers=facts.dossiers,
        entries=facts.entries,
        at=newest_words(facts, language),
    )


def newest_words(facts: CopyFacts, language: str) -> str:
    """When the newest entry of a copy was recorded, – for none."""
    return moment_words(write_moment(facts.last_at), language) if facts.last_at else "–"


def last_day_words(day: LastDay, language: str) -> list[str]:
    """The figures of a copy's last day, and its dossiers by code."""
    figures = _say(
        _DAY,
        language,
        day=day_words(day.day),
        received=day.received,
        settled=day.settled,
        returned=day.returned,
        open=day.open,
    )
    return [figures, *([", ".join(day.codes)] if day.codes else [])]


def _say(words: tuple[str, str], language: str, **facts: object) -> str:
    return words[_LANGUAGES.index(language)].format(**facts)
