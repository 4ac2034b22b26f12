"""From a dossier and its entries to what its page shows; pure, no widget."""

from onestop_desktop.application.messages import step_label
from onestop_desktop.application.reasons import moment_words, reason_words
from onestop_desktop.application.step_sentences import ROLES
from onestop_desktop.application.time_words import short_verdict, time_left_words, verdict_words
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.dossier_rows import state_cell, urgency_cell
from onestop_desktop.desktop.language import later, spoken, tr
from onestop_desktop.desktop.ruler_facts import ruler_of
from onestop_desktop.desktop.screens.dossier.paying import money_lines, money_words
from onestop_desktop.desktop.widgets.rows import Cell, Row
from onestop_desktop.domain.applicant import ApplicantKind, Sex
from onestop_desktop.domain.deadline import Pause
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.lifecycle import FINAL, PAUSED, RULES, State, Step
from onestop_desktop.domain.moments import day_words, local, write_moment
from onestop_desktop.domain.notice_facts import form_made
from onestop_desktop.domain.notices import APOLOGY, CONTROL, REFUSAL, STOP, SUPPLEMENT, number_of
from onestop_desktop.domain.procedure import Channel
from onestop_desktop.domain.ruler import Ruler
from onestop_desktop.domain.slips import RECEIPT
from onestop_desktop.domain.steps import offered
from onestop_desktop.domain.timeliness import Verdict, time_left


def state_cells(dossier: Dossier, desk: Desk) -> tuple[Cell, Cell | None]:
    """The state, and what is left of the time while the dossier is open."""
    state = state_cell(dossier.state.value, spoken())
    if desk.view is None or dossier.state in FINAL:
        return state, None
    if dossier.verdict is not None and dossier.state is State.SETTLED:
        return state, verdict_cell(dossier)
    if dossier.state in PAUSED:
        return state, None
    calendar = desk.view.calendar
    left = time_left(dossier.due_at, desk.now(), calendar, by_minute=dossier.by_minute)
    return state, urgency_cell(left, time_left_words(left, spoken()))


def verdict_cell(dossier: Dossier) -> Cell:
    """How the settlement stands to our due time, and to the province's where that is known."""
    assert dossier.verdict is not None  # noqa: S101 - asked by who has one
    words = verdict_words(dossier.verdict.value, spoken())
    if official := dossier.official_verdict:
        words += " · " + tr("tỉnh: {verdict}").format(
            verdict=short_verdict(official.value, spoken())
        )
    late = dossier.verdict is Verdict.LATE
    return Cell(words, "late" if late else "check", "late" if late else "ready", strong=True)


def promise(dossier: Dossier, desk: Desk) -> tuple[str, str, Ruler | None]:
    """The appointment in words, its why, its drawing; none of one that ended without a result."""
    if dossier.state in FINAL and dossier.settled_at is None:
        return tr("Không còn hẹn trả"), "", None
    due = tr("Hẹn trả {when}").format(
        when=moment_words(write_moment(dossier.promised_at), spoken())
    )
    why = ". ".join(_why(dossier))
    if desk.view is None:
        return due, why, None
    # The clock stands where it was settled, and while it waits for the citizen.
    now = local(dossier.settled_at or desk.now())
    waits = (Pause(dossier.paused_since, now),) if dossier.paused_since else ()
    ruler = ruler_of(
        dossier.validly_received_at,
        dossier.promised_at,
        now,
        desk.view.calendar,
        (*dossier.pauses, *waits),
        dossier.due_at,
    )
    return due, why, ruler


def _why(dossier: Dossier) -> list[str]:
    """Why it is due then; after an apology the first appointment's reasons are of no more use."""
    if not dossier.apologies:
        return list(reason_words(dossier.why, spoken()))
    reasons = [each for each in dossier.why if not each.code.startswith("promised_")]
    return [tr("Đã xin lỗi, hẹn lại"), *reason_words(reasons, spoken())]


def _dues(dossier: Dossier) -> list[tuple[str, str]]:
    """The desk's due time, and the province's below it where that is known."""
    dues = ((tr("Hạn theo luật"), dossier.due_at), (tr("Hạn của tỉnh"), dossier.official_due_at))
    return [(label, f"{local(due):%H:%M %d/%m/%Y}") for label, due in dues if due is not None]


def pairs(dossier: Dossier) -> list[tuple[str, str]]:
    """Label and value of what the desk knows."""
    person, facts = dossier.applicant, dossier.facts
    sex = {Sex.MALE: tr("Nam"), Sex.FEMALE: tr("Nữ")}.get(person.sex, "")
    born = day_words(person.born_on) if person.born_on else ""
    amount = facts["fee"]["amount"]
    fee = "–" if amount is None else f"{amount:,} đ".replace(",", ".")
    owner = tr("Tổ chức") if person.kind is ApplicantKind.ORGANISATION else tr("Chủ hồ sơ")
    who = dossier.proxy.name if dossier.proxy else owner
    return [
        (tr("Người nộp"), f"{who} · {channel_words(dossier.channel)}"),
        (tr("Số định danh"), person.identity or "–"),
        (tr("Ngày sinh"), ", ".join(filter(None, (born, sex))) or "–"),
        (tr("Thường trú"), person.address or "–"),
        (tr("Điện thoại"), person.phone or "–"),
        (tr("Lệ phí"), f"{fee} · {money_words(dossier)}" if amount != 0 else fee),
        *_dues(dossier),
        (tr("Cơ quan giải quyết"), str(facts["agency"]) or "–"),
        (tr("Sổ theo dõi"), f"{facts['volume']} · {facts['register_number']:04d}"),
        (tr("Ghi chú"), str(facts["note"]) or "–"),
    ]


def channel_words(channel: Channel) -> str:
    """How the dossier came in."""
    return {
        Channel.COUNTER: tr("tại quầy"),
        Channel.POST: tr("qua bưu chính"),
        Channel.PROXY: tr("nộp thay"),
        Channel.ONLINE_FULL: tr("trực tuyến toàn trình"),
        Channel.ONLINE_PARTIAL: tr("trực tuyến một phần"),
    }[channel]


def paper_lines(dossier: Dossier) -> list[Row]:
    """The papers as the slip lists them."""
    kinds = (
        ("originals", tr("bản chính")),
        ("certified", tr("chứng thực")),
        ("copies", tr("bản chụp")),
    )
    lines = []
    for number, paper in enumerate(dossier.facts["paper_lines"]):
        counts = [f"{paper[name]} {word}" for name, word in kinds if paper[name]]
        cells = (Cell(paper["name"]), Cell(", ".join(counts), "check", "ready"))
        lines.append(Row(str(number), cells))
    return lines


def step_lines(dossier: Dossier) -> list[tuple[str, str, str]]:
    """The steps that may be taken now: key, words, whose they are; the rare ones last."""
    language = spoken()
    steps = list(offered(dossier))
    steps.sort(key=lambda step: step in (Step.RECOMPUTE, Step.CORRECT, Step.UNDO))
    lines = [(step.value, step_label(step, language), _roles(step)) for step in steps]
    return [*lines, *money_lines(dossier)]


def _roles(step: Step) -> str:
    return ", ".join(ROLES[role][spoken() == "en"] for role in sorted(RULES[step].roles))


def form_lines(dossier: Dossier, profile: str) -> list[tuple[str, str, str]]:
    """The forms this dossier has: number as its profile counts, name, when it was made."""
    made = {RECEIPT: dossier.received_at, CONTROL: dossier.received_at}
    for entry in dossier.entries:
        if form := form_made(dossier, entry.step):
            made[form] = entry.happened_at
    return [
        (number_of(form, profile), tr(_FORMS[form]), f"{local(when):%H:%M %d/%m/%Y}")
        for form, when in sorted(made.items())
    ]


_FORMS = {
    RECEIPT: later("Tiếp nhận, hẹn trả"),
    SUPPLEMENT: later("Yêu cầu bổ sung"),
    REFUSAL: later("Từ chối"),
    APOLOGY: later("Xin lỗi, hẹn lại"),
    STOP: later("Dừng giải quyết"),
    CONTROL: later("Phiếu kiểm soát"),
}
