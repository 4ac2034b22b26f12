"""The one style sheet, generated from the tokens; widgets that paint themselves need none of it."""

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.tokens import Palette

# Text roles a label may carry as its dynamic property `tone`.
_TONES = ("text", "text2", "hint", "accent", "ready", "soon", "late", "pause", "card")


def style_sheet(colours: Palette) -> str:
    """Rules for the native widgets: fields, labels, tables, scroll bars, surfaces."""
    parts = [
        _surfaces(colours),
        _labels(colours),
        _fields(colours),
        _tables(colours),
        _scroll_bars(colours),
    ]
    return "\n".join(parts)


def _surfaces(c: Palette) -> str:
    return f"""
    QMainWindow, QDialog, QWidget#page {{ background: {c.window}; }}
    QFrame#topBar {{ background: {c.rail}; border: none; border-bottom: 1px solid {c.line}; }}
    QFrame#rail {{ background: {c.rail}; border: none; border-right: 1px solid {c.line}; }}
    QFrame#panel {{ background: {c.surface}; border: 1px solid {c.line};
        border-radius: {tokens.RADIUS}px; }}
    QFrame#footer {{ border: none; border-top: 1px solid {c.line}; background: {c.window}; }}
    QFrame#rule {{ background: {c.line}; border: none; }}
    QFrame#popup {{ background: {c.surface}; border: 1px solid {c.border};
        border-radius: {tokens.RADIUS}px; }}
    QFrame#refusal {{ background: {c.late_tint}; border: 1px solid {c.late};
        border-radius: {tokens.RADIUS}px; }}
    QFrame#toast {{ background: {c.toast}; border: none; border-radius: {tokens.RADIUS}px; }}
    QFrame#note {{ background: {c.window}; border: 1px solid {c.line};
        border-radius: {tokens.RADIUS}px; }}
    QFrame#well {{ background: {c.free}; border: none; border-radius: {tokens.RADIUS}px; }}
    QToolTip {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.border};
        padding: 4px 6px; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
    """


def _labels(c: Palette) -> str:
    rules = [
        f'QLabel[tone="{name}"] {{ color: {getattr(c, name)}; background: transparent; }}'
        for name in _TONES
    ]
    rules.append(f'QLabel[tone="on_toast"] {{ color: {c.on_toast}; background: transparent; }}')
    return "\n".join(rules)


def _fields(c: Palette) -> str:
    side = 9
    bar = tokens.CARD_BAR
    thick = tokens.FAULT_BORDER
    return f"""
    QLineEdit {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.border};
        border-radius: {tokens.RADIUS}px; padding: 0 {side - 1}px;
        placeholder-text-color: {c.hint};
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QLineEdit[source="card"] {{ border-left: {bar}px solid {c.card};
        padding-left: {side - bar}px; }}
    QLineEdit:read-only {{ background: transparent; border: 1px solid {c.line}; }}
    QLineEdit:disabled {{ background: transparent; color: {c.hint};
        border: 1px solid {c.line}; }}
    QLineEdit[fault="warning"] {{ border: {thick}px solid {c.soon};
        padding: 0 {side - thick}px; }}
    QLineEdit[fault="error"] {{ border: {thick}px solid {c.late}; background: {c.late_tint};
        padding: 0 {side - thick}px; }}
    QComboBox {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.border};
        border-radius: {tokens.RADIUS}px; padding: 0 {side - 1}px; }}
    QComboBox::drop-down {{ border: none; width: 22px; }}
    QComboBox::down-arrow {{ image: none; width: 0; height: 0; }}
    QComboBox QAbstractItemView {{ background: {c.surface}; color: {c.text};
        border: 1px solid {c.border}; selection-background-color: {c.selection};
        selection-color: {c.text}; outline: 0; }}
    QComboBox:disabled {{ background: transparent; color: {c.hint}; border-color: {c.line}; }}
    QLineEdit#bare {{ border: none; background: transparent; padding: 0; }}
    QPlainTextEdit {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.border};
        border-radius: {tokens.RADIUS}px; padding: 4px; }}
    QPlainTextEdit[fault="error"] {{ border: {thick}px solid {c.late};
        background: {c.late_tint}; padding: 3px; }}
    """


def _tables(c: Palette) -> str:
    return f"""
    QTableView, QListView {{ background: {c.surface}; color: {c.text}; border: none;
        outline: 0; }}
    QTableView {{ background: {c.window}; }}
    QFrame#panel QTableView {{ background: {c.surface}; }}
    QHeaderView {{ background: {c.window}; border: none; }}
    QHeaderView::section {{ background: {c.window}; color: {c.text2}; border: none;
        border-bottom: 1px solid {c.text}; padding: 0 8px; }}
    QTableCornerButton::section {{ background: {c.window}; border: none; }}
    """


def _scroll_bars(c: Palette) -> str:
    return f"""
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle {{ background: {c.border}; border-radius: 3px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 28px; }}
    QScrollBar::handle:horizontal {{ min-width: 28px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
