"""What keeping the store safe asks: copies, the second place, a rehearsal, a return; part of `Services`."""

from dataclasses import dataclass

from onestop_desktop.application import back_up, print_recovery, restore_store
from onestop_desktop.application.back_up import BackedUp, BackUp, CopyKept, KeepCopy
from onestop_desktop.application.keeping_ports import Backups, MayReplace
from onestop_desktop.application.ports import DrawForm, OpenUnitOfWork, Printer
from onestop_desktop.application.print_recovery import PrintRecovery
from onestop_desktop.application.restore_store import CopyTried, Restored, RestoreStore
from onestop_desktop.domain.store_copy import KeptCopy, SecondPlace


@dataclass(frozen=True)
class KeepingServices:
    """The use cases around the store as a whole; each method is one function of a module of this room."""

    backups: Backups
    unit_of_work: OpenUnitOfWork
    draw_form: DrawForm
    may_replace: MayReplace

    def back_up(self, order: BackUp) -> BackedUp:
        """A verified copy into a file."""
        return back_up.back_up(order, backups=self.backups, unit_of_work=self.unit_of_work)

    def keep_copy(self, order: KeepCopy) -> CopyKept:
        """A copy into the store's folder and to the second place; never fails, but says what did."""
        return back_up.keep_copy(order, backups=self.backups, unit_of_work=self.unit_of_work)

    def kept(self) -> tuple[KeptCopy, ...]:
        """The copies of the store's folder, newest first."""
        return self.backups.kept()

    def try_copy(self, file: str, passphrase: str = "", to: str = "") -> CopyTried:
        """A copy opened, verified, its last day read; no store is touched."""
        return restore_store.try_copy(file, passphrase, backups=self.backups, to=to)

    def restore_store(self, order: RestoreStore) -> Restored:
        """A copy put in a store's place."""
        return restore_store.restore_store(
            order, backups=self.backups, may_replace=self.may_replace
        )

    def second_place(self, folder: str) -> SecondPlace:
        """How the copies at the second place are."""
        return self.backups.second_place(folder)

    def ready_second_place(self, folder: str, passphrase: str) -> None:
        """Keep the key of a passphrase for the second place."""
        self.backups.ready_second_place(folder, passphrase)

    def print_recovery(self, order: PrintRecovery, printer: Printer) -> int:
        """Print the recovery sheet."""
        return print_recovery.print_recovery(
            order, unit_of_work=self.unit_of_work, draw_form=self.draw_form, printer=printer
        )
