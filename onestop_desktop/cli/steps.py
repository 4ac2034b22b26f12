"""The verbs of a dossier's way: `step`, `steps`, `notice`, `delegation`."""

from collections.abc import Mapping
from typing import Any

from onestop_desktop.application.correct_dossier import CorrectDossier
from onestop_desktop.application.issue_notice import IssueNotice
from onestop_desktop.application.messages import state_label, step_label
from onestop_desktop.application.print_notice import PrintNotice
from onestop_desktop.application.reasons import moment_words
from onestop_desktop.application.stepping import TAKEN, TakeStep
from onestop_desktop.cli.call import Call, read_object, read_text
from onestop_desktop.cli.signing import acting
from onestop_desktop.domain import errors
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import day_words, write_moment

STEPS = tuple(step.value for step in (*TAKEN, Step.CORRECT))


def step(call: Call) -> int:
    """Take one step."""
    asked = call.arguments
    facts = read_object(read_text(asked.facts)) if asked.facts else {}
    dossier = take(call, asked.code, asked.step, facts, call.officer)
    call.answer(step_answer(dossier), _words(dossier, call.language))
    return 0


def take(call: Call, code: str, name: str, facts: Mapping[str, Any], officer: str) -> Dossier:
    """The dossier after the step (ChoiceUnknown for a step that there is not)."""
    if name not in STEPS:
        raise errors.ChoiceUnknown(field="step", value=name[:40], choices=list(STEPS))
    told = dict(facts)
    named = told.pop("officer", "")
    if not isinstance(named, str):
        raise errors.FieldInvalid(field="officer", expected="text")
    who = acting(call, named) if named else officer
    wanted = call.services.show_dossier(code).dossier.code
    if name == Step.CORRECT:
        return call.services.correct_dossier(CorrectDossier(wanted, told, who, "cli")).dossier
    return call.services.take_step(TakeStep(wanted, Step(name), told, who, "cli")).dossier


def step_answer(dossier: Dossier) -> dict[str, Any]:
    """Code, state, due time, promise, holder, and how a settled one stands to its due time."""
    return {
        "code": dossier.code,
        "state": dossier.state.value,
        "due_at": write_moment(dossier.due_at),
        "promised_at": write_moment(dossier.promised_at),
        "holder": dossier.holder,
        "handed_to": dossier.handed_to,
        "verdict": dossier.verdict.value if dossier.verdict else None,
    }


def _words(dossier: Dossier, language: str) -> str:
    due = moment_words(write_moment(dossier.due_at), language)
    return f"{dossier.code}  {state_label(dossier.state, language)}  {due}"


def steps(call: Call) -> int:
    """What may be done next, and by whom."""
    code = call.services.show_dossier(call.arguments.code).dossier.code
    rows = [
        (
            {
                "step": each.step.value,
                "roles": [role.value for role in each.roles],
                "reason": each.reason,
            },
            f"{each.step.value}  {step_label(each.step, call.language)}",
        )
        for each in call.services.steps_of(code)
        if each.step.value in STEPS
    ]
    call.answer_rows(rows, "–")
    return 0


def notice(call: Call) -> int:
    """Form 02 or 03 without a dossier, made now or printed again."""
    asked = call.arguments
    entry = asked.again
    if not entry:
        facts = read_object(read_text(asked.file))
        order = IssueNotice(asked.number, facts, call.officer, "cli")
        entry = call.services.issue_notice(order).entry
    wanted = PrintNotice(entry, call.officer, "cli", asked.size)
    printed = call.services.print_notice(wanted, call.print_to(asked.out))
    told = {"entry": entry, "number": printed.number, "copy": printed.copy}
    call.answer({"file": asked.out, **told}, asked.out)
    return 0


def delegation(call: Call) -> int:
    """Record a delegation, or list them."""
    asked = call.arguments
    if asked.action == "list":
        rows = [
            (
                {
                    "number": each.number,
                    "officer": each.officer,
                    "signed_by": each.signed_by,
                    "from_on": each.from_on.isoformat(),
                    "to_on": each.to_on.isoformat(),
                    "procedures": list(each.procedures),
                },
                f"{each.number}  {each.officer}  "
                f"{day_words(each.from_on)} – {day_words(each.to_on)}",
            )
            for each in call.services.read_delegations()
        ]
        call.answer_rows(rows, "–")
        return 0
    facts = read_object(read_text(asked.file))
    call.services.record_delegation(facts, call.officer)
    call.answer({"number": facts["number"]}, str(facts["number"]))
    return 0
