"""What happens on the page of copies: read, made, sent elsewhere, tried, put back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from onestop_desktop.application.keeping_words import holds_words
from onestop_desktop.application.print_recovery import PrintRecovery
from onestop_desktop.application.restore_store import CopyTried, RestoreStore
from onestop_desktop.desktop.ask_fields import AskedField, Question, Texts, ask_and_do
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import PLACE, PRINT, Ask, Flow, Work
from onestop_desktop.desktop.keeping import EVERYTHING, keep_flow
from onestop_desktop.desktop.language import spoken, tr
from onestop_desktop.desktop.lines_dialog import LinesDialog
from onestop_desktop.desktop.one_at_a_time import OneAct, OneReading
from onestop_desktop.desktop.password_again import PasswordDialog
from onestop_desktop.desktop.screens.backups import facts
from onestop_desktop.desktop.screens.backups.view import BackupsView
from onestop_desktop.domain.backup_errors import BackupTargetGone
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.store_copy import CopyKind, KeptCopy, SecondPlace


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page shows."""

    copies: tuple[KeptCopy, ...]
    place: SecondPlace | None


class BackupsPresenter(QObject):
    """One act at a time; the list is read again after each."""

    def __init__(self, desk: Desk, view: BackupsView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._act = OneAct(desk)
        self._reading = OneReading(desk, self, self._show, self._not_read)
        self._acts = {
            "back_up": self._back_up,
            "try_copy": lambda: self._try(restore=False),
            "restore_copy": lambda: self._try(restore=True),
            "other_copy": self._other,
            "second_place": self._choose_place,
            "print_recovery": self._print,
        }
        view.shown_again.connect(self.read)
        view.acted.connect(lambda name: self._act.begin(self._acts[name](), view))
        desk.copied.connect(self.read)

    # -- reading
    def read(self) -> None:
        """Read the copies and the second place."""
        if self._view.isVisible():
            self._reading.begin(self._look)

    def _look(self) -> Seen:
        keeping, folder = self._desk.services.keeping, self._desk.workstation.backup_to
        return Seen(keeping.kept(), keeping.second_place(folder) if folder else None)

    def _not_read(self, fault: CodedError) -> None:
        self._desk.warned.emit(tr("Chưa đọc được các bản sao lưu."), self._desk.sentence(fault))

    def _show(self, seen: Seen) -> None:
        bad = sum(not each.good for each in seen.copies)
        said = tr("Chưa có bản nào: bấm Sao lưu ngay.") if not seen.copies else ""
        if bad:
            said = tr("{n} bản hỏng hoặc không rõ").format(n=bad)
        self._view.show_copies(facts.copy_lines(seen.copies), said)
        words, mark, tone = facts.place_words(seen.place, self._desk.now())
        self._view.show_place(words, mark, tone, chosen=seen.place is not None)

    # -- acts
    def _back_up(self) -> Flow:
        desk = self._desk
        kept = yield from keep_flow(desk, CopyKind.ASKED)
        if kept is not None and not kept.troubles:
            where = tr("và nơi thứ hai") if kept.sent else Path(kept.copy.path).name
            desk.told.emit(tr("Đã sao lưu và kiểm tra"), where)

    def _try(self, *, restore: bool) -> Flow:
        file = self._view.copies.selected_key()
        if file:
            tried: CopyTried = yield Work(self._tried(file, ""), PLACE)
            yield from self._consider(file, "", tried, restore=restore)

    def _other(self) -> Flow:
        """A copy that lies elsewhere, perhaps sealed."""
        begun = yield Work(self._newest_there, PLACE)
        question = Question(
            tr("Bản sao lưu ở nơi khác"),
            tr("Thử bản này"),
            (
                AskedField("file", tr("Tệp sao lưu"), begun),
                AskedField("passphrase", tr("Cụm mật khẩu (trống nếu bản không mã hóa)")),
            ),
            tr("Bản được mở và kiểm tra ở chỗ riêng; sổ không bị đụng tới."),
        )
        given: Texts = {}

        def attempt(texts: Texts) -> CopyTried:
            given.update(texts)
            return self._tried(texts["file"], texts["passphrase"])()

        tried = yield from ask_and_do(self._desk, question, attempt, self._view.window(), PLACE)
        if tried is not None:
            yield from self._consider(given["file"], given["passphrase"], tried, restore=True)

    def _newest_there(self) -> str:
        """Where one would look first; asks a drive, so away from the window's thread."""
        folder = self._desk.workstation.backup_to
        place = self._desk.services.keeping.second_place(folder) if folder else None
        return (place.newest_file if place else "") or folder or str(Path.home())

    def _tried(self, file: str, passphrase: str) -> Callable[[], CopyTried]:
        keeping = self._desk.services.keeping
        return lambda: keeping.try_copy(file, passphrase, to=keeping.backups.address)

    def _consider(self, file: str, passphrase: str, tried: CopyTried, *, restore: bool) -> Flow:
        """What the copy holds; where it may, the two questions before it takes the store's place."""
        view, lines = self._view, facts.tried_lines(tried, self._desk.language)
        may = restore and not tried.is_of_another_desk
        accept = tr("Khôi phục…") if may else tr("Đã xem")
        title = tr("Bản sao lưu mở được và nguyên vẹn")
        dialog = LinesDialog(title, accept, lines, view.window(), warns=may)
        if not (yield Ask(dialog)) or not may:
            return
        again = LinesDialog(
            tr("Thay sổ hiện nay bằng bản này?"),
            tr("Thay sổ"),
            facts.replacing_lines(tried),
            view.window(),
            warns=True,
        )
        if (yield Ask(again)):
            yield from self._restore(file, passphrase)

    def _restore(self, file: str, passphrase: str) -> Flow:
        desk = self._desk
        keeping, password = desk.services.keeping, ""
        if desk.role:
            password = yield Ask(PasswordDialog(desk.officer, "", self._view.window()))
            if password is None:
                return
        order = RestoreStore(
            file,
            keeping.backups.address,
            desk.officer,
            passphrase,
            desk.workstation.counter,
            password,
        )
        done = yield Work(lambda: desk.replace_store(lambda: keeping.restore_store(order)))
        yield from desk.read_view()
        desk.announce(EVERYTHING)
        desk.copied.emit()
        kept = Path(done.safety_copy).name
        words = tr("Sổ cũ: {file}").format(file=kept) if kept else holds_words(done.facts, spoken())
        desk.warned.emit(tr("Đã khôi phục sổ"), words)

    def _choose_place(self) -> Flow:
        desk = self._desk
        question = Question(
            tr("Nơi sao lưu thứ hai"),
            tr("Đặt nơi này"),
            (
                AskedField(
                    "folder", tr("Thư mục trên USB hoặc ổ mạng"), desk.workstation.backup_to
                ),
                AskedField("passphrase", tr("Cụm mật khẩu, ít nhất 12 ký tự"), secret=True),
            ),
            tr(
                "Bản ở nơi này luôn được mã hóa. Cụm mật khẩu chỉ hỏi lần này; quên thì không mở được."
            ),
        )
        given: Texts = {}

        def choose(texts: Texts) -> bool:
            given.update(texts)
            folder = texts["folder"]
            if not folder or not Path(folder).is_absolute():
                raise BackupTargetGone(target=folder)
            desk.services.keeping.ready_second_place(folder, texts["passphrase"])
            return True

        if not (yield from ask_and_do(desk, question, choose, self._view.window(), PLACE)):
            return
        desk.keep_workstation(backup_to=given["folder"])
        yield from keep_flow(desk, CopyKind.ASKED)
        lines = (
            tr("In tờ khôi phục có sẵn cụm mật khẩu? In một lần này thôi, rồi cất vào két."),
            tr("Chọn Thôi thì in sau (Ctrl+P), viết cụm mật khẩu bằng tay."),
        )
        title = tr("Tờ khôi phục")
        if (yield Ask(LinesDialog(title, tr("In kèm cụm mật khẩu"), lines, self._view.window()))):
            yield from self._print(given["passphrase"])

    def _print(self, passphrase: str = "") -> Flow:
        desk = self._desk
        order = PrintRecovery(
            desk.workstation.backup_to, desk.officer, passphrase, desk.workstation.counter
        )
        yield Work(lambda: desk.services.keeping.print_recovery(order, desk.printer()), PRINT)
        desk.told.emit(tr("Đã gửi máy in"), tr("Tờ khôi phục"))


def build(desk: Desk) -> BackupsView:
    """The copies with their presenter."""
    view = BackupsView()
    BackupsPresenter(desk, view)
    return view
