"""The verb `certify`: a certification received, settled and handed back at once."""

from typing import Any

from onestop_desktop.application.certify import CertifiedNow, Certify
from onestop_desktop.cli import answers
from onestop_desktop.cli.call import Call, read_object, read_text
from onestop_desktop.domain import errors
from onestop_desktop.domain.books import write_certificate

_SIGNED = ("signed_by", "delegation")


def certify(call: Call) -> int:
    """One order; beside a reception's fields it says who signs."""
    done = take(call, read_object(read_text(call.arguments.file)), call.officer)
    words = [done.dossier.code, *(each.written for each in done.certificates)]
    call.answer(certified_answer(done, call.language), "\n".join(words))
    return 0


def take(call: Call, facts: dict[str, Any], officer: str) -> CertifiedNow:
    """Certify an order of plain values."""
    signed = {name: facts.get(name, "") for name in _SIGNED}
    for name, value in signed.items():
        if not isinstance(value, str):
            raise errors.FieldInvalid(field=name, expected="text")
    rest = {name: value for name, value in facts.items() if name not in _SIGNED}
    return call.services.counter.certify(Certify(rest, officer, workstation="cli", **signed))


def certified_answer(done: CertifiedNow, language: str) -> dict[str, Any]:
    """The dossier as `receive` answers it, and its numbers."""
    numbers = [write_certificate(each) for each in done.certificates]
    return {**answers.dossier_answer(done.dossier, language), "numbers": numbers}
