"""Accounts at a real store: signing in, wrong tries, roles cell by cell, what is denied and on record."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from onestop_desktop.application.keep_accounts import AddAccount
from onestop_desktop.application.receiving import ReceiveDossier
from onestop_desktop.application.session import Session
from onestop_desktop.application.sign_in import SignIn
from onestop_desktop.domain import account_errors as errors
from onestop_desktop.domain.errors import CharacterUnprintable
from onestop_desktop.persistence.passwords import Passwords
from tests.support.desk import LEADER, OFFICER, Desk, make_order
from tests.support.staffed import PASSWORD, PEOPLE, sign_in, staffed, steps

__all__ = ["staffed"]


def test_accounts_are_on_record_without_their_passwords_and_verify_knows_them(
    staffed: Desk,
) -> None:
    assert [step for step, _ in steps(staffed)].count("change_account") == len(PEOPLE)
    facts = " ".join(text for (text,) in staffed.sql("SELECT facts FROM entry_facts"))
    kept = [text for (text,) in staffed.sql("SELECT password FROM account")]
    assert PASSWORD not in facts
    assert not any(each in facts for each in kept)
    assert len(set(kept)) == len(PEOPLE)
    assert all(each.startswith("$argon2id$") for each in kept)
    assert staffed.services.verify().ok
    staffed.sql("UPDATE account SET role = 'leader' WHERE name = 'huong'")
    assert staffed.services.verify().faults == ({"account": "huong", "fault": "account_differs"},)


@pytest.mark.parametrize("name", ["huong", " Huong ", OFFICER])
def test_who_signs_in_is_on_record_and_acts_under_his_own_name(staffed: Desk, name: str) -> None:
    sign_in(staffed, name)
    code = staffed.receive().dossier.code
    assert steps(staffed)[-1] == ("sign_in", OFFICER)
    with pytest.raises(errors.OfficerNotSignedIn):
        staffed.services.receive_dossier(ReceiveDossier(make_order(), LEADER))
    assert steps(staffed)[-1] == ("deny", OFFICER)
    assert staffed.services.show_dossier(code).dossier.received_by == OFFICER


def test_without_signing_in_nothing_is_recorded(staffed: Desk) -> None:
    with pytest.raises(errors.SignInNeeded):
        staffed.receive()
    sign_in(staffed, "huong")
    staffed.services.accounts.sign_out()
    with pytest.raises(errors.SignInNeeded):
        staffed.receive()
    assert staffed.sql("SELECT count(*) FROM dossier") == [(0,)]


def test_wrong_tries_wait_longer_then_lock_and_a_new_start_does_not_forget_them(
    staffed: Desk,
) -> None:
    waited, desk = [], staffed
    for _ in range(12):
        before = desk.clock()
        while True:
            try:
                sign_in(desk, "thuong", "sai rồi nhé")
            except errors.SignInWrong:
                break
            except errors.AccountWaits:
                desk.clock.set((desk.clock() + timedelta(seconds=1)).isoformat())
        waited.append(round((desk.clock() - before).total_seconds()))
        desk = desk.again()
    assert waited == [0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 900, 0]
    sign_in(desk, "thuong")
    assert [who for step, who in steps(desk) if step == "fail_sign_in"] == [LEADER] * 12
    assert desk.sql("SELECT tries FROM account WHERE name = 'thuong'") == [(0,)]
    desk.store.close()


class Slow(Passwords):
    """Lets something happen while a password is looked at."""

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        super().__init__(iterations=1, kibibytes=64)
        self._meanwhile = meanwhile

    def fits(self, password: str, kept: str) -> bool:
        meanwhile, self._meanwhile = self._meanwhile, lambda: None
        meanwhile()
        return super().fits(password, kept)


def slowly(desk: Desk, meanwhile: Callable[[], object]) -> None:
    """Sign huong in with the right password, something else happening in the middle."""
    services = replace(desk.services, session=Session(), passwords=Slow(meanwhile))
    services.accounts.sign_in(SignIn("huong", PASSWORD))


def test_who_is_disabled_while_his_password_is_looked_at_stays_so(staffed: Desk) -> None:
    with pytest.raises(errors.SignInWrong):
        sign_in(staffed, "huong", "sai rồi nhé")
    sign_in(staffed, "quantri")
    with pytest.raises(errors.AccountDisabled):
        slowly(staffed, lambda: staffed.services.accounts.disable("huong"))
    assert staffed.sql("SELECT disabled FROM account WHERE name = 'huong'") == [(1,)]
    assert staffed.services.doctor().ok


def test_tries_at_once_are_counted_before_they_are_looked_at(staffed: Desk) -> None:
    def others() -> None:
        for _ in range(20):
            with pytest.raises((errors.SignInWrong, errors.AccountWaits)):
                sign_in(staffed, "huong", "sai rồi nhé")

    slowly(staffed, others)
    failed = [who for step, who in steps(staffed) if step == "fail_sign_in"]
    assert len(failed) < 5


def test_a_wrong_try_from_a_clock_far_ahead_does_not_stop_the_desk(staffed: Desk) -> None:
    sign_in(staffed, "huong")
    staffed.receive()
    now = staffed.clock().isoformat()
    other = staffed.again()
    other.clock.set("2031-01-01T09:00")
    with pytest.raises(errors.SignInWrong):
        sign_in(other, "zzz", "x")
    other.clock.set(now)
    sign_in(other, "huong")
    other.receive()
    other.store.close()


@pytest.mark.parametrize(
    ("name", "officer", "refusal"),
    [
        ("khac", "Trần Thị Hоa", CharacterUnprintable),
        ("khac", OFFICER, errors.AccountOfficerTaken),
        ("minhx", "Người khác", errors.AccountTaken),
    ],
)
def test_nobody_takes_anothers_name(
    staffed: Desk, name: str, officer: str, refusal: type[Exception]
) -> None:
    sign_in(staffed, "quantri")
    staffed.services.accounts.add(AddAccount("hoa2", "desk", "Minhx", PASSWORD))
    with pytest.raises(refusal):
        staffed.services.accounts.add(AddAccount(name, "desk", officer, PASSWORD))


def test_a_password_reset_ends_the_session_it_had(staffed: Desk) -> None:
    sign_in(staffed, "huong")
    other = staffed.again()
    sign_in(other, "quantri")
    other.services.accounts.reset_password("huong")
    other.store.close()
    with pytest.raises(errors.SignInAgain):
        staffed.services.find_dossiers("an")


def test_the_right_password_waits_too_and_a_clock_set_back_shuts_nobody_out(staffed: Desk) -> None:
    for _ in range(5):
        with pytest.raises(errors.SignInWrong):
            sign_in(staffed, "thuong", "sai rồi nhé")
    with pytest.raises(errors.AccountWaits):
        sign_in(staffed, "thuong")
    staffed.clock.set((staffed.clock() - timedelta(days=30)).isoformat())
    sign_in(staffed, "thuong")


def test_a_name_that_no_account_has_is_refused_alike_and_not_written_down(staffed: Desk) -> None:
    with pytest.raises(errors.SignInWrong) as unknown:
        sign_in(staffed, "mật khẩu gõ nhầm ô")
    with pytest.raises(errors.SignInWrong) as known:
        sign_in(staffed, "huong", "sai rồi nhé")
    assert unknown.value.facts == known.value.facts
    assert "gõ nhầm" not in " ".join(
        text for (text,) in staffed.sql("SELECT facts FROM entry_facts")
    )


def test_a_first_password_is_random_and_must_be_changed(staffed: Desk) -> None:
    sign_in(staffed, "quantri")
    drawn = {
        staffed.services.accounts.reset_password("huong").password,
        staffed.services.accounts.reset_password("huong").password,
    }
    assert len(drawn) == 2
    first = staffed.services.accounts.reset_password("huong").password
    sign_in(staffed, "huong", first)
    with pytest.raises(errors.PasswordMustChange):
        staffed.receive()
    with pytest.raises(errors.PasswordSame):
        staffed.services.accounts.change_password(first, first)
    with pytest.raises(errors.SignInWrong):
        staffed.services.accounts.change_password(PASSWORD, "năm con mèo lười")
    staffed.services.accounts.change_password(first, "năm con mèo lười")
    staffed.receive()
    assert staffed.services.verify().ok


def test_a_disabled_account_stops_at_its_next_step(staffed: Desk) -> None:
    sign_in(staffed, "huong")
    other = staffed.again()
    sign_in(other, "quantri")
    other.services.accounts.disable("huong")
    with pytest.raises(errors.AccountDisabled):
        staffed.receive()
    with pytest.raises(errors.AccountDisabled):
        sign_in(staffed, "huong")
    other.services.accounts.disable("huong", enable=True)
    other.store.close()
    sign_in(staffed, "huong")
    staffed.receive()


def test_the_last_administrator_cannot_go(staffed: Desk) -> None:
    sign_in(staffed, "quantri")
    accounts = staffed.services.accounts
    with pytest.raises(errors.LastAdministrator):
        accounts.disable("quantri")
    with pytest.raises(errors.LastAdministrator):
        accounts.change_role("quantri", "desk")
    accounts.change_role("vanthu", "administrator")
    accounts.disable("quantri")
    assert staffed.services.verify().ok


def test_a_session_ends_after_twelve_hours_and_a_confirmation_after_five_minutes(
    staffed: Desk,
) -> None:
    sign_in(staffed, "quantri")
    began = staffed.clock()
    staffed.clock.set((began + timedelta(minutes=5, seconds=1)).isoformat())
    with pytest.raises(errors.PasswordNeeded):
        staffed.services.accounts.reset_password("huong")
    staffed.services.accounts.confirm_password(PASSWORD)
    staffed.services.accounts.reset_password("huong")
    staffed.clock.set((began + timedelta(hours=12, seconds=1)).isoformat())
    with pytest.raises(errors.SignInAgain):
        staffed.services.accounts.confirm_password(PASSWORD)
