"""What is read of dossiers, one or many; `Services` has it from here."""

from datetime import date

from onestop_desktop.application import look_at_dossiers
from onestop_desktop.application.look_at_dossiers import SeenBefore, Shown
from onestop_desktop.application.pages import DossierRow, Page
from onestop_desktop.application.ports import OpenUnitOfWork
from onestop_desktop.application.session import Session


class LookServices:
    """The reading use cases over the store of whoever inherits them."""

    unit_of_work: OpenUnitOfWork
    session: Session

    def show_dossier(self, code: str) -> Shown:
        """One dossier with its entries."""
        return look_at_dossiers.show_dossier(code, unit_of_work=self.unit_of_work)

    def view_dossier(self, code: str, workstation: str) -> Shown:
        """The same before a person's eyes."""
        return look_at_dossiers.view_dossier(
            code, workstation, session=self.session, unit_of_work=self.unit_of_work
        )

    def list_dossiers(
        self,
        *,
        state: str = "",
        on: date | None = None,
        sort: str = "due",
        after: str = "",
        limit: int = 100,
    ) -> Page:
        """A page of dossiers."""
        return look_at_dossiers.list_dossiers(
            unit_of_work=self.unit_of_work, state=state, on=on, sort=sort, after=after, limit=limit
        )

    def find_dossiers(self, text: str, limit: int = 50) -> tuple[DossierRow, ...]:
        """Dossiers by code or words."""
        return look_at_dossiers.find_dossiers(text, unit_of_work=self.unit_of_work, limit=limit)

    def read_queue(self, after: str = "", limit: int = 400) -> Page:
        """Open dossiers by due time."""
        return look_at_dossiers.read_queue(unit_of_work=self.unit_of_work, after=after, limit=limit)

    def read_rows(self, codes: tuple[str, ...]) -> tuple[DossierRow, ...]:
        """The rows of a few dossiers."""
        return look_at_dossiers.read_rows(codes, unit_of_work=self.unit_of_work)

    def recognise_applicant(self, identity: str) -> SeenBefore | None:
        """Who came with that number before."""
        return look_at_dossiers.recognise_applicant(identity, unit_of_work=self.unit_of_work)
