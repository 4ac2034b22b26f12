"""A declared action as a button with its working shortcut; what it does is connected outside."""

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from onestop_desktop.desktop.actions import action, qt_keys
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.buttons import OUTLINE, KeyButton


def action_button(name: str, kind: str = OUTLINE, parent: QWidget | None = None) -> KeyButton:
    """The button of an action; its key works while the button is visible in its window.

    A bare Enter belongs to whatever has the focus: a line, a list, another button.
    """
    declared = action(name)
    button = KeyButton(tr(declared.label), declared.key, kind, parent)
    if declared.key != "Enter":
        bind_key(button, declared.key)
    return button


def bind_key(button: KeyButton, key: str) -> None:
    """Let a key press the button while it is visible."""
    for sequence in qt_keys(key):
        shortcut = QShortcut(sequence, button)
        # Held down it would receive the same dossier again and again.
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(button.click_or_explain)
