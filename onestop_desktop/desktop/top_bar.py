"""The bar on top: name, search, printer, agency, officer, clock; it shows and asks for nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from onestop_desktop.desktop import theme, tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screen import ShellFacts
from onestop_desktop.desktop.widgets.notices import ClockView
from onestop_desktop.desktop.widgets.search_box import SearchBox
from onestop_desktop.desktop.widgets.words import ElidedWords, MarkedWords, Words

_WIDEST_PAIR = 200


class TwoLines(QWidget):
    """A name over what it is, each on one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._upper = ElidedWords("", "label_strong", "text")
        self._lower = ElidedWords("", "label", "text2")
        column.addStretch(1)
        column.addWidget(self._upper)
        column.addWidget(self._lower)
        column.addStretch(1)

    def show_lines(self, upper: str, lower: str) -> None:
        """Show two lines, as wide as they need up to a limit."""
        wide = max(theme.text_width("label_strong", upper), theme.text_width("label", lower))
        self.setFixedWidth(int(min(wide + 2, _WIDEST_PAIR)))
        self._upper.set_whole(upper)
        self._lower.set_whole(lower)


class TopBar(QFrame):
    """48 pixels that are the same on every screen; `searched(text)` is passed on."""

    searched = Signal(str)

    def __init__(self, facts: ShellFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setFixedHeight(tokens.TOP_BAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(0)
        self.name = Words(tr("Một cửa"), "name", "accent")
        self.name.setFixedWidth(tokens.RAIL - 16)
        row.addWidget(self.name)
        self.search = SearchBox()
        self.search.searched.connect(self.searched)
        row.addWidget(self.search, 100)
        row.addStretch(1)
        row.addSpacing(tokens.SPACE_L)
        self.printer = MarkedWords("none", "", "text2", "label")
        row.addWidget(self.printer)
        self.backup = MarkedWords("none", "", "text2", "label")
        self.backup.hide()
        row.addSpacing(tokens.SPACE_M)
        row.addWidget(self.backup)
        self._agency, self._officer = TwoLines(), TwoLines()
        for pair in (self._agency, self._officer):
            self._divide(row)
            row.addWidget(pair)
        self._divide(row)
        self.clock = ClockView(facts.now, made_up=facts.clock_made_up)
        row.addWidget(self.clock)
        self.show_facts(facts)

    @staticmethod
    def _divide(row: QHBoxLayout) -> None:
        line = QFrame()
        line.setObjectName("rule")
        line.setFixedSize(1, 32)
        row.addSpacing(20)
        row.addWidget(line)
        row.addSpacing(16)

    def show_facts(self, facts: ShellFacts) -> None:
        """Show whose desk it is and who works at it."""
        self._agency.show_lines(facts.agency, facts.counter)
        self._officer.show_lines(facts.officer, facts.role)
        self.clock.show_made_up(facts.clock_made_up)

    def show_printer(self, sentence: str, *, ready: bool) -> None:
        """Show whether paper will come: a check, or a warning with its word."""
        if ready:
            self.printer.show_words("check", sentence, "text2")
            self.printer.mark_tone = "ready"
        else:
            self.printer.show_words("soon", sentence, "soon")
            self.printer.mark_tone = ""

    def show_backup(self, sentence: str, *, late: bool) -> None:
        """Show how old the copy at the second place is; nothing where there is no such place."""
        self.backup.setVisible(bool(sentence))
        tone = "late" if late else "text2"
        self.backup.show_words("late" if late else "check", sentence, tone)
        self.backup.mark_tone = "" if late else "ready"

    def collapse(self, narrow: bool) -> None:
        """Follow the rail's width."""
        self.name.setVisible(not narrow)
