"""What of the reception gives way where the window is low or narrow."""

from typing import TYPE_CHECKING

from onestop_desktop.desktop import tokens

if TYPE_CHECKING:
    from onestop_desktop.desktop.screens.reception.view import ReceptionView


def fit_lines(view: "ReceptionView", *, crowded: bool) -> None:
    """The grey lines below sections 1 and 2 give their room to sentences and to low windows."""
    low = view.window().height() < tokens.LOW_BELOW
    shown = not (low or crowded) and view.refusal.isHidden()
    view.applicant.show_line(shown)
    view.procedure.show_line(shown)


def fit_columns(view: "ReceptionView") -> None:
    """In a narrow window the right column comes only with the copy panel, the appointment as a line."""
    narrow = view.window().width() < tokens.ONE_COLUMN_BELOW
    view.promise.setVisible(narrow)
    view.side.appointment.setVisible(not narrow)
    view.page_head.title.setVisible(not narrow)
    view.side.setVisible(not narrow or view.side.copies_shown())
