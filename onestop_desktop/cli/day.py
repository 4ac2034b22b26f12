"""The verbs of the day: the board's head figures, the closing, the day sheet, its seal, a rating."""

from datetime import date
from pathlib import Path
from typing import Any

from onestop_desktop.application.back_up import KeepCopy
from onestop_desktop.application.board_words import period_words, rating_words
from onestop_desktop.application.close_day import CloseDay
from onestop_desktop.application.messages import error_sentence
from onestop_desktop.application.rate_dossier import RateDossier
from onestop_desktop.application.read_board import PeriodFigures
from onestop_desktop.application.seal_words import closed_words, seal_check_words, seal_lines
from onestop_desktop.cli.call import Call, read_asked_day, write_error
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.seal import Seal
from onestop_desktop.domain.store_copy import CopyKind

NOT_THE_STORE = 3


def board(call: Call) -> int:
    """The head figures of a period, by default the year so far; with --out the board as PDF."""
    asked = call.arguments
    today = local(call.services.clock()).date()
    last = read_asked_day(asked.to, "to_day") or today
    first = read_asked_day(asked.since, "from_day") or last.replace(month=1, day=1)
    period = call.services.counter.read_period(first, last)
    facts = board_answer(period)
    if asked.out:
        call.write_file(Path(asked.out), call.services.counter.draw_board(call.language))
        facts["file"] = asked.out
    words = [*period_words(period, call.language), *([asked.out] if asked.out else [])]
    call.answer(facts, "\n".join(words))
    return 0


def board_answer(period: PeriodFigures) -> dict[str, Any]:
    """The head figures as the contract names them, and what makes them add up."""
    figures = period.figures
    return {
        "received": figures.received,
        "settled": figures.settled,
        "early": figures.early,
        "on_time": figures.on_time,
        "late": figures.late,
        "open": period.open,
        "overdue": period.overdue,
        "on_time_share": figures.share,
        "carried_over": period.carried,
        "not_counted": figures.not_counted,
        "late_with_apology": figures.late_apologised,
        "appointments_missed": figures.missed,
        "returned": figures.returned,
        "satisfaction": figures.satisfaction,
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
    }


def close_day(call: Call) -> int:
    """Close today on record, then keep a copy of the store; the sheet's seal."""
    order = CloseDay(call.officer, call.arguments.reason, "cli")
    seal = call.services.counter.close_day(order).sealed.seal
    kept = call.services.keeping.keep_copy(
        KeepCopy(CopyKind.CLOSING, call.officer, call.backup_to, "cli")
    )
    for trouble in kept.troubles:  # the closing stands
        write_error(error_sentence(trouble, call.language))
    copied = kept.copy.path if kept.copy else ""
    _seal(call, seal, closed_words(seal, call.language), backup=copied)
    return 0


def day_sheet(call: Call) -> int:
    """A day's sheet as PDF."""
    day = _day(call)
    sealed = call.services.counter.read_sheet(day)
    call.write_file(Path(call.arguments.out), call.services.counter.draw_sheet(sealed))
    _seal(call, sealed.seal, call.arguments.out, file=call.arguments.out)
    return 0


def seal(call: Call) -> int:
    """A day's seal; with --check whether a scanned one is this store's."""
    if call.arguments.check is None:
        _seal(call, call.services.counter.read_day_seal(_day(call)))
        return 0
    found = call.services.counter.check_seal(call.arguments.check)
    facts = {
        **seal_answer(found.seal),
        "kind": found.kind,
        "ok": found.good,
        "message": seal_check_words(found, call.language),
    }
    call.answer(facts, str(facts["message"]))
    return 0 if found.good else NOT_THE_STORE


def seal_answer(seal: Seal) -> dict[str, Any]:
    """The seal as data: its words, what is scanned."""
    day = seal.day.isoformat()
    return {"day": day, "entries": seal.entries, "seal": seal.words, "code": seal.code}


def rate(call: Call) -> int:
    """A citizen's answer: 1 displeased, 2 neutral, 3 pleased."""
    asked = call.arguments
    call.services.counter.rate_dossier(RateDossier(asked.code, asked.rating, call.officer, "cli"))
    words = f"{asked.code}: {rating_words(asked.rating, call.language)}"
    call.answer({"code": asked.code, "rating": asked.rating}, words)
    return 0


def _seal(call: Call, seal: Seal, *before: str, **beside: str) -> None:
    words = (*before, *seal_lines(seal, call.language))
    call.answer({**beside, **seal_answer(seal)}, "\n".join(words))


def _day(call: Call) -> date:
    return read_asked_day(call.arguments.day, "day") or local(call.services.clock()).date()
