"""The one question before a step: its fields, declared step by step, faults at their fields, nothing lost."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from onestop_desktop.application.messages import step_label
from onestop_desktop.desktop import theme
from onestop_desktop.desktop.language import later, spoken, tr
from onestop_desktop.desktop.widgets.asking import Asking
from onestop_desktop.desktop.widgets.fields import Field
from onestop_desktop.desktop.widgets.text_box import TextBox
from onestop_desktop.desktop.widgets.words import Paragraph
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.lifecycle import RULES, Step
from onestop_desktop.domain.moments import local, read_typed_moment, write_moment
from onestop_desktop.domain.money import read_amount

LINE, LINES, LIST, MONEY = "line", "lines", "list", "money"


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of a step: its name among the facts (dots lead inside), its label, its kind."""

    name: str
    label: str
    kind: str = LINE


_SHELF = Asked("shelf", later("Ô để hồ sơ"))
_WIDE = 620
_NOTE = Asked("note", later("Ghi chú"))
_LEADER = (
    Asked("leader", later("Lãnh đạo cho phép")),
    Asked("leader_reason", later("Lý do của lãnh đạo")),
)
_RESULT = (
    Asked("result_no", later("Số kết quả")),
    Asked("result_on", later("Ngày kết quả")),
    _SHELF,
)
_MONEY = (
    Asked("amount", later("Số tiền (đồng)"), MONEY),
    Asked("receipt_no", later("Số biên lai")),
)
FIELDS: dict[Step, tuple[Asked, ...]] = {
    Step.HAND_OVER: (Asked("to", later("Bàn giao cho")), _SHELF, _NOTE),
    Step.PROPOSE: (
        Asked("decision", later("Nội dung đề xuất"), LINES),
        Asked("to", later("Trình ai")),
    ),
    Step.SETTLE: (
        Asked("decision", later("Quyết định")),
        *_RESULT,
        Asked("signed_by", later("Người ký")),
        Asked("delegation", later("Số ủy quyền (khi ký thay)")),
    ),
    Step.STAMP: _RESULT,
    Step.SEND_BACK: (Asked("to", later("Trả lại cho (để trống: người đã trình)")),),
    Step.ASK_SUPPLEMENT: (
        Asked(
            "papers",
            later("Giấy tờ cần bổ sung, mỗi dòng một loại, không ghi tên người"),
            LIST,
        ),
    ),
    Step.SUPPLEMENTED: (
        Asked("papers", later("Giấy tờ đã bổ sung, mỗi dòng một loại"), LIST),
        _NOTE,
    ),
    Step.ASK_PAYMENT: _MONEY,
    Step.PAID: _MONEY,
    Step.EXTEND: (
        Asked("new_promised_at", later("Giờ hẹn mới, như 27/11/2026 16:30")),
        Asked("signed_by", later("Thủ trưởng ký")),
    ),
    Step.CORRECT: (
        Asked("applicant.name", later("Chủ hồ sơ")),
        Asked("applicant.identity", later("Số định danh")),
        Asked("applicant.phone", later("Điện thoại")),
        Asked("applicant.address", later("Thường trú")),
        Asked("procedure", later("Mã thủ tục")),
        Asked("validly_received_at", later("Lúc nhận hợp lệ, như 27/11/2026 16:30")),
    ),
    Step.STOP: (Asked("fee", later("Phí, lệ phí đã nộp xử lý thế nào")),),
}
_REASON_FIRST = (Step.SEND_BACK, Step.STOP)
"""Steps whose other fields may stay empty."""
_REASON = Asked("reason", later("Lý do"), LINES)


def is_asked(step: Step) -> bool:
    """Whether a step needs words of the officer before it can be taken."""
    return RULES[step].reason or step in FIELDS


def first_facts(dossier: Dossier, step: Step) -> dict[str, Any]:
    """What stands in the fields before anything is typed: a correction begins with what was received."""
    if step is not Step.CORRECT:
        return {}
    person = dossier.applicant
    names = ("name", "identity", "phone", "address")
    return {
        "applicant": {name: getattr(person, name) for name in names},
        "procedure": dossier.procedure,
        "validly_received_at": f"{local(dossier.validly_received_at):%d/%m/%Y %H:%M}",
    }


def corrections(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """What a correction changes of the fields it began with, and its reason."""
    changed = {name: value for name, value in after.items() if value != before.get(name)}
    if isinstance(changed.get("applicant"), Mapping):
        was, people = before["applicant"], after["applicant"]
        # A field emptied by hand is a correction, too.
        told = {name: people.get(name, "") for name in was}
        changed["applicant"] = {name: text for name, text in told.items() if text != was[name]}
    if typed := changed.get("validly_received_at"):
        with suppress(ValueError):
            changed["validly_received_at"] = write_moment(read_typed_moment(typed))
    return changed


class StepDialog(Asking):
    """Answers the facts of a step as plain values; `facts` fills it, `faults` mark its fields.

    With `leader` it asks who allows it and why.
    """

    def __init__(
        self,
        dossier: Dossier,
        step: Step,
        parent: QWidget,
        facts: Mapping[str, Any] | None = None,
        faults: Mapping[str, str] | None = None,
        *,
        leader: bool = False,
    ) -> None:
        label = step_label(step, spoken())
        super().__init__(label, label, parent)
        self.setMinimumWidth(_WIDE)
        self._step = step
        self.whole.addWidget(
            Paragraph(f"{dossier.applicant.name} · {dossier.procedure_name} · {dossier.code}")
        )
        self.whole.addSpacing(8)
        self.fields: dict[str, Field | TextBox] = {}
        reason = (_REASON,) if RULES[step].reason else ()
        asked = (*FIELDS.get(step, ()), *reason)
        if step in _REASON_FIRST:
            asked = (*reason, *FIELDS[step])
        asked += _LEADER if leader else ()
        for each in asked:
            self._add(each)
        # Whole, however long: a field's own line may be too short for it.
        self._refusal = Paragraph("", "strong", "late")
        self._refusal.hide()
        self.whole.addWidget(self._refusal)
        self.end()
        self.fill(facts or {})
        next(iter(self.fields.values())).setFocus()
        if faults:
            self._show_faults(faults)

    def _add(self, asked: Asked) -> None:
        label = tr(asked.label)
        made: Field | TextBox
        if asked.kind in (LINES, LIST):
            made = TextBox(label)
            made.setProperty("many", asked.kind == LIST)
        else:
            made = Field(label)
            made.setProperty("money", asked.kind == MONEY)
        self.fields[asked.name] = made
        self.whole.addWidget(made)
        self.whole.addSpacing(8)

    def fill(self, facts: Mapping[str, Any]) -> None:
        """Put facts into their fields."""
        for name, field in self.fields.items():
            value: Any = facts
            for part in name.split("."):
                value = value.get(part, "") if isinstance(value, Mapping) else ""
            if isinstance(value, list):
                field.set_text("\n".join(value))
            elif value not in ("", None):
                field.set_text(str(value))

    def answer(self) -> dict[str, Any]:
        """The facts as the step reads them; empty fields are left out."""
        facts: dict[str, Any] = {}
        for name, field in self.fields.items():
            value = _value(field)
            if value in ("", [], None):
                continue
            *path, last = name.split(".")
            inner = facts
            for part in path:
                inner = inner.setdefault(part, {})
            inner[last] = value
        return facts

    def _show_faults(self, faults: Mapping[str, str]) -> None:
        """Each at its field, the cursor in the first of them; what has no room there stands below."""
        marked = {name: field for name, field in self.fields.items() if name in faults}
        below = [sentence for name, sentence in faults.items() if name not in marked]
        for name, field in marked.items():
            field.show_error(faults[name])
            if theme.text_width("label", faults[name]) > _WIDE - 60:
                below.append(faults[name])
        if marked:
            next(iter(marked.values())).setFocus()
        if below:
            self._refusal.setText(below[0])
            self._refusal.setAccessibleName(below[0])
            self._refusal.show()


def _value(field: Field | TextBox) -> Any:
    text = field.text().strip()
    if field.property("many"):
        return [line.strip() for line in text.splitlines() if line.strip()]
    if field.property("money"):
        with suppress(ValueError):
            return read_amount(text)
    return text
