"""What is looked after while a desk is open: room on the disk, a clock that went back."""

from PySide6.QtCore import QObject, QTimer

from onestop_desktop.application.check_words import fault_words
from onestop_desktop.application.confirm_clock import ClockConfirmed, ConfirmClock
from onestop_desktop.application.pages import JournalCheck, Room
from onestop_desktop.desktop.ask_fields import AskedField, Question, Texts, ask_and_do
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.one_at_a_time import OneAct
from onestop_desktop.domain.errors import WorldFault

LANE = "check"
"""A thread of its own: the desk receives on while the store is read."""
LOOKED_AT_MS = 600_000
_MEBIBYTE = 1024 * 1024


class Care(QObject):
    """Warns once when room gets short and again after it was enough; asks two for a clock gone back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._told = False
        self._act = OneAct(desk)
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: desk.start(self.look_at_room(), self))
        self._timer.start(LOOKED_AT_MS)
        desk.refused.connect(self._refused)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look_at_room(self) -> Flow:
        """Say in time that the disk runs full; the ballast is made again where there is room."""
        desk = self._desk
        room: Room = yield Work(desk.services.store.room)
        if room.low and not self._told:
            words = tr("Còn {n} MB. Dọn bớt tệp trước khi máy phải từ chối ghi.")
            desk.warned.emit(tr("Ổ đĩa sắp đầy"), words.format(n=(room.free or 0) // _MEBIBYTE))
        self._told = room.low
        if not room.low:
            yield Work(lambda: desk.opening.keep_ballast(desk.services))

    def look_over(self) -> Flow:
        """The store's pages looked at beside the desk's work; what is damaged is said at once."""
        desk = self._desk
        try:
            check: JournalCheck = yield Work(desk.services.store.quick_look, LANE)
        except WorldFault as error:
            desk.warned.emit(tr("Sổ bị hỏng"), desk.sentence(error))
            return
        if check.first is not None:
            words = fault_words(check.first, desk.language)
            desk.warned.emit(tr("Sổ bị hỏng"), words)

    def _refused(self, code: str) -> None:
        """Wherever a clock gone back is refused, the two who may confirm it are asked."""
        parent = self._desk.window()
        if code == "clock_behind" and parent is not None:
            self._act.begin(self._confirm(), parent)

    def _confirm(self) -> Flow:
        desk = self._desk
        parent = desk.window()
        if parent is None:
            return
        question = Question(
            tr("Đồng hồ máy lùi so với sổ"),
            tr("Xác nhận giờ máy đúng"),
            (
                AskedField("leader", tr("Lãnh đạo")),
                *_password("leader_password", tr("Mật khẩu của lãnh đạo"), desk.role),
                AskedField("administrator", tr("Quản trị")),
                *_password("administrator_password", tr("Mật khẩu của quản trị"), desk.role),
                AskedField("reason", tr("Lý do giờ máy lùi mà vẫn đúng"), lines=2),
            ),
            tr(
                "Xem lại ngày giờ của máy trước. Sai thì bấm Thôi và chỉnh giờ. Đúng thì hai người "
                "cùng xác nhận; việc này được ghi vào nhật ký."
            ),
        )

        def confirm(texts: Texts) -> ClockConfirmed:
            return desk.services.care.confirm_clock(
                ConfirmClock(
                    texts["leader"],
                    texts["administrator"],
                    texts["reason"],
                    desk.workstation.counter,
                    texts.get("leader_password", ""),
                    texts.get("administrator_password", ""),
                )
            )

        confirmed = yield from ask_and_do(desk, question, confirm, parent)
        if confirmed is not None:
            words = tr("Làm lại việc vừa rồi; sổ ghi tiếp theo giờ máy.")
            desk.told.emit(tr("Đã xác nhận giờ máy"), words)


def _password(name: str, label: str, role: str) -> tuple[AskedField, ...]:
    """Asked for where somebody has signed in with one."""
    return (AskedField(name, label, secret=True),) if role else ()
