"""Who stands at the counter: read from the card, recognised from an earlier visit, offered, never forced."""

from PySide6.QtCore import QObject, Signal

from onestop_desktop.application.look_at_dossiers import SeenBefore
from onestop_desktop.application.messages import state_label
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.dossier_rows import short_code
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screens.reception.view import ReceptionView
from onestop_desktop.desktop.widgets.fields import Field
from onestop_desktop.domain.applicant import Sex, plain_identity
from onestop_desktop.domain.card import IdentityCard, read_card
from onestop_desktop.domain.errors import CodedError, DeskError
from onestop_desktop.domain.moments import day_words, read_moment
from onestop_desktop.domain.procedure import Procedure

SHORTEST_NUMBER, SHORTEST_PASSPORT = 9, 6


class Citizen(QObject):
    """`filled()` after fields were taken from a card or from an earlier visit."""

    filled = Signal()

    def __init__(self, desk: Desk, view: ReceptionView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._seen: SeenBefore | None = None
        self._asked = ""
        self._card: IdentityCard | None = None
        self._procedure: Procedure | None = None
        view.known_wanted.connect(self.take_known)
        view.card.taken.connect(self._take_offered)
        view.card.kept.connect(self._keep_typed)

    def forget(self) -> None:
        """The next citizen is another one."""
        self._seen, self._asked, self._card = None, "", None
        self._view.card.hide()
        self._say()

    def look(self, procedure: Procedure | None) -> None:
        """Ask who the number belongs to, once for each number."""
        self._procedure = procedure
        number = self._view.applicant.identity.text().strip()
        if number != self._asked:
            self._asked, self._seen = number, None
            if _is_long_enough(plain_identity(number)):
                self._desk.start(self._recognise(number), self._view)
        self._say()

    def _recognise(self, number: str) -> Flow:
        try:
            seen = yield Work(lambda: self._desk.services.recognise_applicant(number))
        except CodedError:
            return  # the list of earlier visits is a help, not a need
        if number == self._asked:
            self._seen = seen
            self._say()

    def take_known(self) -> None:
        """Fill the empty fields from the earlier visit."""
        if self._seen is None:
            return
        known, who = self._seen.applicant, self._view.applicant
        for field, text in (
            (who.name, known.name),
            (who.born, day_words(known.born_on) if known.born_on else ""),
            (who.sex, sex_word(known.sex)),
            (who.address, known.address),
            (who.phone, known.phone),
            (who.email, known.email),
        ):
            if not field.text().strip():
                field.set_text(text)
        self.filled.emit()

    def card_scanned(self, text: str) -> None:
        """Read the card; over other text it is only offered."""
        try:
            card = read_card(text)
        except DeskError as error:
            self._desk.sounded.emit(False)
            self._desk.told.emit(tr("Không đọc được thẻ"), self._desk.sentence(error))
            return
        self._desk.sounded.emit(not card.doubtful)
        self._card = card
        differing = [pair for pair in self._pairs(card) if self._differs(*pair)]
        if differing:
            self._view.card.offer(
                " · ".join(read for _, read in self._pairs(card) if read),
                " · ".join(field.text().strip() for field, _ in differing),
            )
            return
        self._take_offered()

    def _is_the_proxys(self, card: IdentityCard) -> bool:
        """Whoever hands in for another scans his own card after the applicant's."""
        who = self._view.applicant
        if self._view.submitter.value() != "proxy":
            return False
        typing = self._view.focusWidget() in (who.proxy_identity.edit, who.proxy_name.edit)
        owner = who.identity.text().strip()
        return typing or bool(owner and owner != card.identity and not who.proxy_identity.text())

    @staticmethod
    def _differs(field: Field, read: str) -> bool:
        """Typed text never goes away unasked; what an earlier card said may."""
        text = field.text().strip()
        return bool(text and read and text != read and not field.from_card())

    def _pairs(self, card: IdentityCard) -> list[tuple[Field, str]]:
        who = self._view.applicant
        if self._is_the_proxys(card):
            name = "" if "name" in card.doubtful else card.name
            return [(who.proxy_identity, card.identity), (who.proxy_name, name)]
        return [
            (who.identity, card.identity),
            (who.name, "" if "name" in card.doubtful else card.name),
            (who.born, day_words(card.born_on) if card.born_on else ""),
            (who.sex, sex_word(card.sex)),
            (who.address, "" if "address" in card.doubtful else card.address),
        ]

    def _take_offered(self) -> None:
        card = self._card
        self._view.card.hide()
        if card is None:
            return
        who = self._view.applicant
        doubtful = {"name": who.name, "address": who.address}
        if self._is_the_proxys(card):
            doubtful = {"name": who.proxy_name}
        else:
            self._view.kind.choose("person")  # a card is nobody's but a person's
        again = who.identity.text().strip() == card.identity
        for field, read in self._pairs(card):
            field.keep_warning("")
            if read:
                field.set_from_card(read)
            elif field.from_card() and not again:
                # What the card before this one said is not this citizen's.
                field.set_text("")
                field.set_source("")
        self._pill(card)
        for name in doubtful.keys() & set(card.doubtful):
            doubtful[name].keep_warning(tr("Chữ hỏng khi quét, hãy gõ theo thẻ."))
        self._card = None
        self.filled.emit()

    def _keep_typed(self) -> None:
        self._card = None
        self._view.card.hide()
        self._view.applicant.identity.edit.setFocus()

    def _pill(self, card: IdentityCard) -> None:
        read = sum(bool(text) for _, text in self._pairs(card))
        words = tr("Đọc từ thẻ căn cước {hour} · {n} ô").format(
            hour=f"{self._desk.now():%H:%M}", n=read
        )
        self._view.applicant.head.show_pill("card", "card", words)

    def _say(self) -> None:
        """Met before: below the fields; the same procedure still open: where nobody can miss it."""
        seen, section = self._seen, self._view.applicant
        self._warn()
        if seen is None:
            section.show_met("", "")
            return
        newest = seen.rows[0]
        words = tr("Đã gặp: {name}, {n} hồ sơ, gần nhất {day} ({what}). Alt+L: lấy thông tin.")
        whole = words.format(
            name=seen.applicant.name,
            n=len(seen.rows),
            day=day_words(read_moment(newest.received_at).date()),
            what=state_label(newest.state, self._desk.language),
        )
        section.show_met(whole, tr("Đã gặp · Alt+L"))

    def _warn(self) -> None:
        seen, procedure = self._seen, self._procedure
        same = seen.open_of(procedure.code) if seen and procedure else ()
        head = self._view.procedure.head
        head.hint.setVisible(not same)
        if same:
            code = short_code(same[0].code, self._desk)
            words = tr("Đang có hồ sơ {code} cùng thủ tục, chưa xong.").format(code=code)
            head.show_verdict("soon", words, "soon")
        else:
            head.show_verdict("none", "", "text2")


def _is_long_enough(number: str) -> bool:
    """An old card has nine digits; a passport has letters among its signs."""
    return len(number) >= (SHORTEST_NUMBER if number.isdigit() else SHORTEST_PASSPORT)


def sex_word(sex: Sex) -> str:
    """Nam, Nữ or nothing."""
    return {Sex.MALE: tr("Nam"), Sex.FEMALE: tr("Nữ")}.get(sex, "")
