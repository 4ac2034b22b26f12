"""From a dossier and its entries to what its page shows; pure, no widget."""

from collections.abc import Sequence

from onestop_desktop.application.reasons import moment_words, reason_words
from onestop_desktop.application.time_words import time_left_words
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.dossier_rows import state_cell, urgency_cell
from onestop_desktop.desktop.language import spoken, tr
from onestop_desktop.desktop.ruler_facts import ruler_of
from onestop_desktop.desktop.widgets.rows import Cell, Row
from onestop_desktop.domain.applicant import ApplicantKind, Sex
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import FINAL, Step
from onestop_desktop.domain.moments import day_words, local, write_moment
from onestop_desktop.domain.procedure import Channel
from onestop_desktop.domain.ruler import Ruler
from onestop_desktop.domain.timeliness import time_left


def state_cells(dossier: Dossier, desk: Desk) -> tuple[Cell, Cell | None]:
    """The state, and what is left of the time while the dossier is open."""
    state = state_cell(dossier.state.value, spoken())
    if desk.view is None or dossier.state in FINAL:
        return state, None
    left = time_left(dossier.due_at, desk.now(), desk.view.calendar)
    return state, urgency_cell(left, time_left_words(left, spoken()))


def promise(dossier: Dossier, desk: Desk) -> tuple[str, str, Ruler | None]:
    """The appointment in words, its why, its drawing."""
    due = tr("Hẹn trả {when}").format(
        when=moment_words(write_moment(dossier.promised_at), spoken())
    )
    why = ". ".join(reason_words(dossier.why, spoken()))
    if desk.view is None:
        return due, why, None
    ruler = ruler_of(
        dossier.validly_received_at,
        dossier.promised_at,
        desk.now(),
        desk.view.calendar,
        dossier.pauses,
        dossier.due_at,
    )
    return due, why, ruler


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
        (tr("Lệ phí"), fee),
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


def entry_lines(entries: Sequence[Entry]) -> list[Row]:
    """The journal's entries about this dossier, one line each."""
    return [
        Row(
            str(entry.sequence),
            (
                Cell(f"{entry.recorded_at:%d/%m %H:%M}", tone="text2"),
                Cell(entry_words(entry), "received" if entry.step is Step.RECEIVE else "check"),
                Cell(entry.officer, tone="text2"),
            ),
        )
        for entry in entries
    ]


def entry_words(entry: Entry) -> str:
    """What happened, in a few words."""
    if entry.step is Step.RECEIVE:
        return tr("Tiếp nhận, cấp mã")
    if entry.step is Step.PRINT:
        copy = entry.facts.get("reprint", 0)
        form = entry.facts.get("form", "")
        if copy:
            return tr("In lại mẫu {form}, bản {n}").format(form=form, n=copy)
        return tr("In mẫu {form}").format(form=form)
    if entry.step is Step.BIND_OFFICIAL_CODE:
        return tr("Gắn mã của tỉnh {code}").format(code=entry.facts.get("official_code", ""))
    if entry.step is Step.RECOMPUTE:
        due = moment_words(str(entry.facts.get("due_at", "")), spoken())
        return tr("Tính lại hạn: {when}").format(when=due)
    return entry.step.value
