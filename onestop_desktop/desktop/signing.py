"""Who works at this window: signing in at its opening, the cover when nobody touches it, the first run."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from onestop_desktop.desktop import sign_in_forms as forms
from onestop_desktop.desktop.cover import Cover, CoverForm
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screens import START

if TYPE_CHECKING:
    from onestop_desktop.desktop.desk import Desk
    from onestop_desktop.desktop.window import Window
    from onestop_desktop.domain.accounts import Account

MINUTE_MS = 60_000
HALL = "hall"
"""The object name of the hall's window; Qt names its native one after it."""
_TOUCHES = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
)
_ENDED = frozenset({"sign_in_needed", "sign_in_again", "account_disabled"})
"""Refusals after which somebody has to sign in."""


class Signing(QObject):
    """Covers the window and takes the cover away again; `opened()` when work may begin at last, once.

    What one officer had half typed is parked under his name when another one signs in.
    """

    opened = Signal()

    def __init__(self, desk: Desk, window: Callable[[], Window | None], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self.cover: Cover | None = None
        self._take: Callable[[dict[str, str]], Flow] = self._sign_in
        self._first, self._account = "", ""
        self._is_open = False
        self.idle = QTimer(self)
        self.idle.setSingleShot(True)
        self.idle.timeout.connect(self.lock)
        desk.refused.connect(self._refused)
        desk.password_wanted.connect(self.change_password)

    @property
    def covered(self) -> bool:
        """Whether nobody sees what the window holds."""
        return self.cover is not None

    def begin(self) -> None:
        """At the opening: cover a store whose accounts must be asked; go on at once for another."""
        opening = self._desk.opening
        if opening.is_new:
            self._show(forms.first_run(), self._make_administrator)
        elif opening.has_accounts:
            self._show(forms.sign_in(self._desk.officer, demo=opening.is_demo), self._sign_in)

    def ask(self) -> None:
        """Once the cover is painted: a server tells now whether it has accounts at all."""
        if self.covered and not self._desk.opening.is_new:
            self._desk.start(self._look(), self)

    def lock(self) -> None:
        """Cover the window for the officer at it; his half-typed reception stays under it."""
        # Only a cover that can be left without a password gives way to the lock.
        if not self._account or (self.covered and self._take != self._change_own):
            return
        while dialog := QApplication.activeModalWidget():
            dialog.close()
        self.idle.stop()
        self._desk.services.accounts.sign_out()
        self._show(forms.locked(self._desk.officer), self._unlock)

    def change_password(self) -> None:
        """The own password, from the accounts' page."""
        if self._account:
            self._show(forms.new_password(first=False), self._change_own)

    # -- what is typed on the cover
    def _look(self) -> Flow:
        from onestop_desktop.domain.errors import CodedError  # noqa: PLC0415

        try:
            accounts = yield Work(lambda: self._desk.services.accounts.read())
        except CodedError:  # said by what opens the store next
            accounts = ()
        if not accounts:
            self._uncover()
            self._go_on()
            return
        opening = self._desk.opening
        if opening.password and opening.officer:
            yield from self._guarded(
                self._sign_in({"name": opening.officer, "password": opening.password})
            )

    def _sign_in(self, texts: dict[str, str]) -> Flow:
        from onestop_desktop.application.sign_in import SignIn  # noqa: PLC0415

        order = SignIn(texts["name"], texts["password"], self._desk.workstation.counter)
        account = yield Work(lambda: self._desk.services.accounts.sign_in(order))
        if account.must_change:
            self._first = texts["password"]
            self._show(forms.new_password(first=True), self._change_first)
            return
        self._begin_with(account)

    def _unlock(self, texts: dict[str, str]) -> Flow:
        yield from self._sign_in({"name": self._account, **texts})

    def unlock(self, name: str, password: str) -> Flow:
        """Somebody signs in from a window before the covered one (DeskError where refused)."""
        yield from self._sign_in({"name": name, "password": password})

    def _change_first(self, texts: dict[str, str]) -> Flow:
        yield from self._change({**texts, "password": self._first})

    def _change_own(self, texts: dict[str, str]) -> Flow:
        yield from self._change(texts)
        self._desk.told.emit(tr("Đã đổi mật khẩu"), "")

    def _change(self, texts: dict[str, str]) -> Flow:
        if not self._same_twice(texts):
            return
        accounts = self._desk.services.accounts
        kept = yield Work(lambda: accounts.change_password(texts["password"], texts["new"]))
        self._begin_with(kept.account)

    def _make_administrator(self, texts: dict[str, str]) -> Flow:
        from onestop_desktop.application.keep_accounts import AddAccount  # noqa: PLC0415
        from onestop_desktop.domain.lifecycle import Role  # noqa: PLC0415

        if not self._same_twice(texts):
            return
        role = Role.ADMINISTRATOR.value
        order = AddAccount(texts["name"], role, texts["officer"], texts["new"], texts["officer"])
        yield Work(lambda: self._desk.services.accounts.add(order))
        yield from self._sign_in({"name": texts["name"], "password": texts["new"]})

    def _same_twice(self, texts: dict[str, str]) -> bool:
        if texts["new"] == texts["again"]:
            return True
        if self.cover is not None:
            self.cover.show_fault("new", tr("Hai lần gõ mật khẩu mới khác nhau: gõ lại."))
        return False

    def _begin_with(self, account: Account) -> None:
        from onestop_desktop.application.messages import role_words  # noqa: PLC0415

        if self._account and account.name != self._account:
            self._desk.keep_typed()
            self._desk.resume_wanted.emit({})
            if (window := self._window()) is not None:  # what the other one looked at is his
                window.begin_at(START)
        self._account, self._first = account.name, ""
        self._desk.work_as(account.officer, role_words(account.role, self._desk.language))
        self._uncover()
        self._watch()
        self._go_on()

    def _go_on(self) -> None:
        if not self._is_open:
            self._is_open = True
            self.opened.emit()

    # -- the cover
    def _show(self, form: CoverForm, take: Callable[[dict[str, str]], Flow]) -> None:
        window = self._window()
        if window is None:
            return
        cover = Cover(form)
        cover.submitted.connect(self._submitted)
        cover.way_chosen.connect(self.choose)
        self.cover, self._take = cover, take
        self._desk.covered = True
        window.cover(cover)
        cover.begin()

    def _uncover(self) -> None:
        window = self._window()
        self.cover = None
        self._desk.covered = False
        if window is not None:
            window.uncover()

    def _submitted(self, texts: dict[str, str]) -> None:
        self._desk.start(self._guarded(self._take(texts)), self)

    def _guarded(self, flow: Flow) -> Flow:
        """A refusal stands on the cover that asked."""
        from onestop_desktop.domain.errors import CodedError  # noqa: PLC0415

        cover = self.cover
        if cover is not None:
            cover.show_busy(busy=True)
        try:
            yield from flow
        except CodedError as fault:
            if self.cover is not None:
                self.cover.show_fault(fault.field, self._desk.sentence(fault))
        finally:
            if self.cover is not None:
                self.cover.show_busy(busy=False)

    def choose(self, way: str) -> None:
        """Another way than the form: another officer, back, or a role of a demo desk."""
        if way == forms.ANOTHER:
            self._show(forms.sign_in("", demo=self._desk.opening.is_demo), self._sign_in)
        elif way == forms.BACK and self._desk.services.session.account:
            self._uncover()
            self._watch()
        else:
            texts = {"name": way, "password": forms.demo_password()}
            self._desk.start(self._guarded(self._sign_in(texts)), self)

    # -- nobody at the window
    def _refused(self, code: str) -> None:
        if code in _ENDED and self._account and not self.covered:
            QTimer.singleShot(0, self, self.lock)

    def _watch(self) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
            application.installEventFilter(self)
        self._touch()

    def _touch(self) -> None:
        self.idle.start(self._desk.workstation.cover_after * MINUTE_MS)

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        touched = event.type() in _TOUCHES and not _of_the_hall(watched)
        if touched and self._account and not self.covered:
            self._touch()
        return False

    def stop(self) -> None:
        """Watch no more."""
        self.idle.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)


def _of_the_hall(watched: object) -> bool:
    """What a citizen touches in the hall leaves the officer's window as untouched as it is."""
    top = watched.window() if isinstance(watched, QWidget) else watched
    return isinstance(top, QObject) and top.objectName() in (HALL, f"{HALL}Window")
