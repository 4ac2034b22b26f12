"""The verbs of the archive: which dossiers may go, one erased on a decision, one packed whole."""

from pathlib import Path

from onestop_desktop.application.archive_dossier import ArchiveDossier
from onestop_desktop.application.erase_facts import EraseFacts
from onestop_desktop.cli import answers
from onestop_desktop.cli.call import Call, read_asked_day
from onestop_desktop.domain.moments import local


def retention(call: Call) -> int:
    """The dossiers whose personal facts may go on a day."""
    on = read_asked_day(call.arguments.on, "on") or local(call.services.clock()).date()
    rows = call.services.care.erasable(on)
    shown = ((answers.row_answer(row), answers.row_words(row, call.language)) for row in rows)
    none = {"vi": "Chưa hồ sơ nào hết hạn lưu.", "en": "No dossier's retention is over."}
    call.answer_rows(shown, none[call.language])
    return 0


def erase(call: Call) -> int:
    """Let a dossier's personal facts go."""
    asked = call.arguments
    order = EraseFacts(asked.code.upper(), asked.approval, asked.reason, call.officer, "cli")
    call.services.care.erase_facts(order)
    words = {"vi": "đã xóa dữ kiện cá nhân", "en": "personal facts erased"}
    call.answer({"code": order.code, "erased": True}, f"{order.code}: {words[call.language]}")
    return 0


def archive(call: Call) -> int:
    """A dossier's package as a ZIP file."""
    asked = call.arguments
    order = ArchiveDossier(asked.code.upper(), call.officer, "cli")
    done = call.services.care.archive_dossier(order, lambda: call.open_file(Path(asked.out)))
    parts = [{"name": name, "sha256": digest} for name, digest in done.parts]
    facts = {"file": asked.out, "parts": parts}
    call.answer(
        facts, "\n".join([asked.out, *(f"{each['sha256']}  {each['name']}" for each in parts)])
    )
    return 0
