"""A reception that was refused: every field at fault marked, the sentence above the footer."""

from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screens.reception.drafting import Drafting
from onestop_desktop.desktop.screens.reception.view import ReceptionView
from onestop_desktop.domain.errors import CodedError


class Refusing:
    """Says why nothing was stored; every field keeps what was typed."""

    def __init__(self, desk: Desk, view: ReceptionView, drafting: Drafting) -> None:
        self._desk, self._view, self._drafting = desk, view, drafting

    def by(self, error: CodedError) -> None:
        """Mark what a refusal names, the cursor at the first field of it."""
        sentence = self._desk.sentence(error)
        fields = self._drafting.refuse_by(error)
        marked = [self._view.field_of(name) for name in fields]
        words = tr("{n} ô cần sửa. Chưa ghi gì vào sổ, mọi ô đã gõ vẫn còn nguyên.")
        many = words.format(n=len(fields))
        self.say(tr("Chưa tiếp nhận."), many if any(marked) else sentence)
        # The sentence stands at the field only while the grey lines make room: look once more.
        self._drafting.look()
        if any(marked):
            self._view.to_fault()

    def say(self, head: str, sentence: str) -> None:
        """One sentence above the footer."""
        self._view.refusal.show_refusal(head, sentence, to_fault=self._drafting.refused)
