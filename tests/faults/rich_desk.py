"""A desk on which something of everything happened, for faults to be tried on."""

from onestop_desktop.application.certify import Certify
from onestop_desktop.application.close_day import CloseDay
from onestop_desktop.application.correct_dossier import CorrectDossier
from onestop_desktop.application.keep_books import SpoilNumber
from onestop_desktop.application.print_form import PrintForm
from onestop_desktop.application.print_list import PrintList
from tests.support.desk import LEADER, OFFICER, SPECIALIST, Desk, PaperTray, make_order, plain_order

TWO = [{"title": title, "pages": 2, "copies": 1} for title in ("Bằng tốt nghiệp", "Học bạ")]


def live_a_day(desk: Desk) -> tuple[str, ...]:
    """Receptions, prints, money, numbers, a delegation, a closing; gives the codes in their order."""
    services, counter, tray = desk.services, desk.services.counter, PaperTray()
    first = desk.receive(plain_order(request_id="yc-1", name="Bùi Văn An")).dossier.code
    services.print_form(PrintForm(first, OFFICER), tray)
    visit = [desk.receive(plain_order(visit="1", name="Đỗ Thị Bình")).dossier.code for _ in "12"]
    services.print_form(PrintForm(visit[1], OFFICER), tray)
    paid = counter.certify(Certify(make_order(items=TWO), OFFICER, LEADER)).dossier.code
    counter.spoil_number(SpoilNumber("copies", 2026, 2, "Đóng dấu nhòe", OFFICER))
    counter.open_volume("copies", 2026, OFFICER)
    wrong = desk.receive(plain_order(name="Ngô Văn Chín")).dossier.code
    order = {"applicant": make_order(name="Ngô Văn Chính")["applicant"], "reason": "Sai tên"}
    services.correct_dossier(CorrectDossier(wrong, order, OFFICER))
    desk.step(first, "hand_over", OFFICER, to=SPECIALIST)
    services.print_list(PrintList((first,), OFFICER), tray)
    desk.step(first, "accept", SPECIALIST)
    desk.step(first, "ask_supplement", SPECIALIST, reason="Thiếu bản sao", papers=["Bản sao"])
    told = {"number": "12/UQ", "officer": SPECIALIST, "signed_by": LEADER}
    days = {"from_on": "2026-11-25", "to_on": "2026-12-31"}
    services.record_delegation(told | days, LEADER)
    services.park_reception({"name": "Lý Thị Gác"}, "Lý Thị Gác", OFFICER)
    counter.close_day(CloseDay(OFFICER, "Còn hồ sơ tạm gác"))
    return (first, *visit, paid, wrong)
