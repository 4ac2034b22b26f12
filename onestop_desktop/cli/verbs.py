"""The verbs, one function each: arguments to an order, an answer to words."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from onestop_desktop.application.create_desk import CreateDesk
from onestop_desktop.application.import_catalogue import ImportCatalogue
from onestop_desktop.application.messages import error_sentence
from onestop_desktop.application.pages import DossierRow
from onestop_desktop.application.print_form import PrintForm
from onestop_desktop.application.reasons import moment_words, reason_words
from onestop_desktop.application.receiving import Received, ReceiveDossier
from onestop_desktop.cli import (
    answers,
    archive,
    batch,
    checks,
    day,
    keeping,
    lookup,
    money,
    province,
    steps,
    ticket,
)
from onestop_desktop.cli.books import book
from onestop_desktop.cli.calendar import calendar
from onestop_desktop.cli.call import (
    Call,
    read_asked_day,
    read_object,
    read_text,
    write_error,
    write_line,
)
from onestop_desktop.cli.certify import certify
from onestop_desktop.cli.demo import make_demo
from onestop_desktop.cli.signing import account, signed_in
from onestop_desktop.domain import errors
from onestop_desktop.domain.applicant import Applicant, ApplicantKind, identity_warnings
from onestop_desktop.domain.card import read_card
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.procedure import Channel


def init(call: Call) -> int:
    """Make a new store: an empty one, or a demo desk of made-up people."""
    profile, store, dossiers = call.arguments.profile, call.arguments.store, 0
    if call.arguments.demo:
        profile = call.arguments.demo
        dossiers = make_demo(call, profile)
    else:
        call.services.create_desk(CreateDesk(profile))
    facts = {"store": store, "profile": profile, "dossiers": dossiers}
    call.answer(facts, f"{store}: {profile}")
    return 0


def receive(call: Call) -> int:
    """Receive one dossier."""
    facts = read_object(read_text(call.arguments.file))
    received = call.services.receive_dossier(ReceiveDossier(facts, call.officer, "cli"))
    call.answer(answers.received_answer(received, call.language), _received_words(received, call))
    return 0


def _received_words(received: Received, call: Call) -> str:
    dossier = received.dossier
    lines = [dossier.code, moment_words(dossier.promised_at.isoformat(), call.language)]
    lines += reason_words(dossier.why, call.language)
    lines += [
        str(warning["message"]) for warning in answers.warnings(received.warnings, call.language)
    ]
    return "\n".join(lines)


def show(call: Call) -> int:
    """One dossier and its entries."""
    shown = call.services.view_dossier(call.arguments.code, "cli")
    words = [
        answers.row_words(row, call.language)
        for row in call.services.find_dossiers(shown.dossier.code, 1)
    ]
    words += reason_words(shown.dossier.why, call.language)
    words += [
        f"{entry.sequence}  {moment_words(entry.recorded_at.isoformat(), call.language)}  "
        f"{entry.step.value}  {entry.officer}"
        for entry in shown.entries
    ]
    call.answer(answers.shown_answer(shown, call.language), "\n".join(words))
    return 0


def list_(call: Call) -> int:
    """A page of dossiers."""
    asked = call.arguments
    page = call.services.list_dossiers(
        state=asked.state, on=read_asked_day(asked.on, "on"), sort=asked.sort, limit=asked.limit
    )
    return _rows(call, page.rows)


def find(call: Call) -> int:
    """Dossiers by code or words."""
    return _rows(call, call.services.find_dossiers(call.arguments.text, call.arguments.limit))


def queue(call: Call) -> int:
    """Open dossiers by due time."""
    rows: list[DossierRow] = []
    after = ""
    while True:
        page = call.services.read_queue(after)
        rows += page.rows
        after = page.after
        if not after:
            return _rows(call, tuple(rows))


def _rows(call: Call, rows: tuple[DossierRow, ...]) -> int:
    shown = ((answers.row_answer(row), answers.row_words(row, call.language)) for row in rows)
    call.answer_rows(shown, {"vi": "Không có hồ sơ nào.", "en": "No dossiers."}[call.language])
    return 0


def due(call: Call) -> int:
    """A due time with its why; nothing is written."""
    asked = call.arguments
    appointment = call.services.compute_due(
        _moment(asked.received),
        term=asked.term,
        procedure=asked.procedure,
        case=asked.case,
        channel=_channel(asked.channel),
    )
    due_at = moment_words(appointment.due_at.isoformat(), call.language)
    words = "\n".join([due_at, *reason_words(appointment.why, call.language)])
    call.answer(answers.appointment_answer(appointment, call.language), words)
    return 0


def card(call: Call) -> int:
    """What an identity card's QR text says."""
    read = read_card(read_text(call.arguments.file))
    applicant = Applicant(
        ApplicantKind.PERSON, read.name, read.identity, read.born_on, read.sex, read.address
    )
    found = identity_warnings(applicant, call.services.provinces())
    facts = {
        "identity": read.identity,
        "old_identity": read.old_identity,
        "name": read.name,
        "born_on": read.born_on.isoformat() if read.born_on else None,
        "sex": read.sex.value,
        "address": read.address,
        "issued_on": read.issued_on.isoformat() if read.issued_on else None,
        "warnings": answers.warnings(found, call.language),
    }
    call.answer(facts, "\n".join(f"{name}: {value}" for name, value in facts.items()))
    return 0


def form(call: Call) -> int:
    """A legal form as PDF."""
    asked = call.arguments
    order = PrintForm(
        code=asked.code.strip().upper(),
        officer=call.officer,
        form=asked.number,
        size=asked.size,
        copies=asked.copies,
        provisional=asked.provisional,
        workstation="cli",
    )
    printed = call.services.print_form(order, call.print_to(asked.out))
    call.answer({"file": asked.out, "form": printed.form, "copy": printed.copy}, asked.out)
    return 0


def guide(call: Call) -> int:
    """The guidance sheet of a procedure."""
    call.write_file(Path(call.arguments.out), call.services.draw_guide(call.arguments.procedure))
    call.answer({"file": call.arguments.out}, call.arguments.out)
    return 0


def catalogue(call: Call) -> int:
    """Import, check or export procedures."""
    asked = call.arguments
    if asked.action == "export":
        text = call.services.export_catalogue()
        call.write_file(Path(asked.file), text.encode())
        call.answer({"file": asked.file, "exported": text.count("\n")}, asked.file)
        return 0
    order = ImportCatalogue(
        read_text(asked.file), _papers(asked), call.officer, asked.action == "check"
    )
    imported = call.services.import_catalogue(order)
    refused = [
        {"line": line, "reason": error_sentence(fault, call.language)}
        for line, fault in imported.refused
    ]
    facts = {
        "imported": imported.imported,
        "without_term": imported.without_term,
        "unchanged": imported.unchanged,
        "refused": refused,
    }
    lines = [f"{name}: {facts[name]}" for name in ("imported", "without_term", "unchanged")]
    call.answer(facts, "\n".join([*lines, *(f"{row['line']}: {row['reason']}" for row in refused)]))
    return 0


def _papers(asked: Any) -> str:
    beside = Path(asked.file).with_name("procedure_papers.csv")
    if asked.papers:
        return read_text(asked.papers)
    return read_text(str(beside)) if asked.file != "-" and beside.is_file() else ""


def _moment(text: str) -> Any:
    try:
        return read_moment(text)
    except ValueError:
        raise errors.DateImpossible(field="validly_received_at", value=text) from None


def _channel(text: str) -> Channel:
    if text not in list(Channel):
        choices = [channel.value for channel in Channel]
        raise errors.ChoiceUnknown(field="channel", value=text, choices=choices)
    return Channel(text)


VERBS: dict[str, Callable[[Call], int]] = {
    "init": init,
    "receive": receive,
    "show": show,
    "list": list_,
    "find": find,
    "queue": queue,
    "due": due,
    "card": card,
    "form": form,
    "guide": guide,
    "catalogue": catalogue,
    "calendar": calendar,
    "verify": checks.verify,
    "doctor": checks.doctor,
    "clock": checks.clock,
    "grant": checks.grant,
    "sync": province.sync,
    "province": province.province,
    "account": account,
    "retention": archive.retention,
    "erase": archive.erase,
    "archive": archive.archive,
    "certify": certify,
    "board": day.board,
    "close-day": day.close_day,
    "day-sheet": day.day_sheet,
    "seal": day.seal,
    "rate": day.rate,
    "book": book,
    "pay": money.pay,
    "refund": money.refund,
    "cash": money.cash,
    "statement": money.statement,
    "step": steps.step,
    "steps": steps.steps,
    "notice": steps.notice,
    "delegation": steps.delegation,
    "ticket": ticket.ticket,
    "backup": keeping.backup,
    "restore": keeping.restore,
    "lookup": lookup.lookup,
    "batch": batch.run_batch,
    "import": batch.run_import,
}


def run(call: Call) -> int:
    """Do one verb; refusals and faults become a sentence and an exit code (3, 4)."""
    try:
        return VERBS[call.arguments.verb](signed_in(call))
    except errors.CodedError as error:
        return tell(error, as_json=call.arguments.json, language=call.language)


def tell(error: errors.CodedError, *, as_json: bool, language: str) -> int:
    """Say why: a sentence on standard error, or the refusal as JSON; gives the exit code."""
    if as_json:
        with suppress(errors.FileUnwritable):  # standard error says it all the same
            write_line(batch.dump(answers.refusal(error, language)))
    write_error(error_sentence(error, language))
    return 4 if isinstance(error, errors.WorldFault) else 3
