"""Tells an assistive technology that words appeared or changed; the words are the widget's own."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget) -> None:
    """Something happened that must be heard at once."""
    _tell(widget, "Alert")


def described(widget: QWidget) -> None:
    """The widget's description has changed."""
    _tell(widget, "DescriptionChanged")


def _tell(widget: QWidget, event: str) -> None:
    # Imported when first needed: making its enums takes milliseconds before the first paint.
    from PySide6.QtGui import QAccessible, QAccessibleEvent  # noqa: PLC0415

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event[event]))
