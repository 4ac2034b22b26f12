"""The verb `book`: certification books and the tracking book, on paper, as tables, kept in order."""

from functools import partial
from pathlib import Path
from typing import Any

from onestop_desktop.application.export_tracking import ExportTracking
from onestop_desktop.application.keep_books import CloseBook, SpoilNumber
from onestop_desktop.application.print_book import PrintBook
from onestop_desktop.cli.call import Call, write_error
from onestop_desktop.domain import errors
from onestop_desktop.domain.book_facts import book_totals
from onestop_desktop.domain.books import Book, BookYear
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.text import nfc

TRACKING = "tracking"
KINDS = {".pdf": "pdf", ".xlsx": "xlsx"}
_SAID_EVERY = 2_000


def book(call: Call) -> int:
    """Print, export or keep a book; without an act what it holds."""
    asked = call.arguments
    names = [*(each.value for each in Book), TRACKING]
    if asked.name not in names:
        raise errors.ChoiceUnknown(field="book", value=asked.name[:40], choices=names)
    if asked.spoil is not None:
        order = SpoilNumber(asked.name, asked.year, asked.spoil, asked.reason, call.officer)
        call.services.counter.spoil_number(order)
        words = {"vi": "Đã ghi hỏng số {:02d}/{}.", "en": "Number {:02d}/{} is spoilt."}
        facts = {"book": asked.name, "year": asked.year, "spoilt": asked.spoil}
        call.answer(facts, words[call.language].format(asked.spoil, asked.year))
    elif asked.new_volume:
        number = call.services.counter.open_volume(asked.name, asked.year, call.officer)
        words = {"vi": "Từ nay ghi quyển số {:02d}/{}.", "en": "Volume {:02d}/{} is written now."}
        facts = {"book": asked.name, "year": asked.year, "volume": number}
        call.answer(facts, words[call.language].format(number, asked.year))
    elif asked.close:
        order_close = CloseBook(asked.name, asked.year, call.officer, asked.signed_by)
        _answer_year(call, call.services.counter.close_book(order_close))
    elif asked.name == TRACKING:
        _tracking(call)
    elif asked.out:
        _print(call)
    else:
        _answer_year(call, call.services.counter.read_book(asked.name, asked.year))
    return 0


def _print(call: Call) -> None:
    asked, counter = call.arguments, call.services.counter
    if asked.month is not None and not 1 <= asked.month <= 12:
        raise errors.NumberOutOfRange(field="month", least=1, most=12, value=asked.month)
    order = PrintBook(
        asked.name,
        asked.year,
        asked.month or 0,
        call.officer,
        "cli",
        closing=asked.closing,
        names=asked.names,
    )
    if _kind(asked.out, [".pdf"] if asked.closing else [*KINDS]) == "xlsx":
        copy = counter.export_book(order, partial(call.open_file, Path(asked.out))).copy
    else:
        copy = counter.print_book(order, call.print_to(asked.out)).copy
    call.answer({"file": asked.out, "book": asked.name, "copy": copy}, asked.out)


def _tracking(call: Call) -> None:
    asked, counter = call.arguments, call.services.counter
    if not asked.out:
        fields = counter.tracking_fields(asked.year)
        rows = [f"{field}: {lines}" for field, lines in fields.items()]
        call.answer({"year": asked.year, "fields": fields}, "\n".join(rows) or "–")
        return
    kind = _kind(asked.out, [*KINDS])
    order = ExportTracking(
        asked.year, nfc(asked.field), call.officer, kind, "cli", names=asked.names
    )

    def told(done: int, whole: int) -> bool:
        if done % _SAID_EVERY == 0 and done:
            write_error(f"{done}/{whole} …")
        return True

    made = counter.export_tracking(order, partial(call.open_file, Path(asked.out)), told)
    facts = {"file": asked.out, "field": made.field, "number": made.number, "lines": made.lines}
    call.answer(facts, asked.out)


def _kind(out: str, known: list[str]) -> str:
    suffix = Path(out).suffix.lower()
    if suffix not in known:
        raise errors.ChoiceUnknown(field="out", value=suffix or out[-40:], choices=known)
    return KINDS[suffix]


def _answer_year(call: Call, year: BookYear) -> None:
    facts: dict[str, Any] = {
        "book": year.book.value,
        "year": year.year,
        "volume": year.volume,
        **as_facts(book_totals(year.lines)),
        "closed_at": write_moment(year.closed_at) if year.closed_at else None,
        "signed_by": year.closed_by,
    }
    call.answer(facts, "\n".join(f"{name}: {value}" for name, value in facts.items()))
