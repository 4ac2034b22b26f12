"""From what is typed to an order, and from a draft to what the screen shows; pure, no widget."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from onestop_desktop.application.draft_reception import DeskView, Draft
from onestop_desktop.application.reasons import reason_words, term_words
from onestop_desktop.application.time_words import day_nearness
from onestop_desktop.desktop.language import spoken, tr
from onestop_desktop.desktop.ruler_facts import ruler_of
from onestop_desktop.desktop.widgets.appointment import Promise
from onestop_desktop.desktop.widgets.papers import PaperRow
from onestop_desktop.desktop.widgets.procedure_popup import ProcedureRow
from onestop_desktop.desktop.widgets.rows import Cell
from onestop_desktop.domain.deadline import Appointment
from onestop_desktop.domain.fees import Fee
from onestop_desktop.domain.procedure import (
    PaperKind,
    Procedure,
    ProcedureKeys,
    search_procedures,
)
from onestop_desktop.domain.text import fold, initials
from onestop_desktop.domain.timeliness import working_days_between, working_time

Form = dict[str, Any]
POPUP_ROWS = 40
WHY_SENTENCES = 3


def order_facts(form: Form, procedure: Procedure | None) -> dict[str, Any]:
    """The order behind a form, in the words of the command line's contract."""
    channel, person = form["channel"], form["kind"] != "organisation"
    if form["submitter"] == "proxy" and channel == "counter":
        channel = "proxy"
    order: dict[str, Any] = {
        "request_id": form["request_id"],
        "visit": form["visit"],
        "procedure": procedure.code if procedure else form["procedure"],
        "channel": channel,
        "applicant": {
            "kind": form["kind"],
            "name": form["name"],
            "identity": form["identity"],
            "born_on": form["born"] if person else "",
            "sex": _sex(form["sex"]) if person else "",
            "address": form["address"],
            "phone": form["phone"],
            "email": form["email"],
        },
        "proxy": _proxy(form),
        "case": int(form["case"] or 1),
        "papers": [
            {"no": int(no), "originals": counts[0], "certified": counts[1], "copies": counts[2]}
            for no, counts in form["papers"].items()
        ],
        "exemption": form["exemption"],
        "sets": _number(form["sets"] or "1"),
        "return_by": form["return_by"],
    }
    if procedure is not None and procedure.is_certification:
        order["items"] = certified_items(form)
    return order


def certified_items(form: Form) -> list[dict[str, Any]]:
    """One original for each number in "2 + 2", at least one; copies and titles one for all, or one each.

    The slip is Vietnamese whatever the screens speak, and so is a title made up here.
    """
    pages = _parts(form["pages"], r"[+,\s]+")
    copies = _parts(form["copies"], r"[+,\s]+")
    titles = _parts(form["titles"], r"\s*;\s*")
    items = []
    for at, count in enumerate(pages or [""]):
        item = {
            "title": titles[at] if at < len(titles) else f"Giấy tờ {at + 1}",
            "copies": _number(copies[at] if at < len(copies) else (copies or ["1"])[-1]),
        }
        items.append({**item, "pages": _number(count)} if count else item)
    return items


def certified_counts(form: Form, procedure: Procedure) -> dict[str, list[int]]:
    """The papers' counts that follow from the originals to certify; nothing before one is named."""
    items = certified_items(form) if form["pages"].strip() else []
    copies = sum(item["copies"] for item in items if isinstance(item["copies"], int))
    return {
        str(paper.no): [
            min(len(items), 99) if paper.originals else 0,
            min(len(items), 99) if paper.certified else 0,
            min(copies, 999) if paper.copies else 0,
        ]
        for paper in (procedure.papers if items else ())
    }


def is_touched(form: Form) -> bool:
    """Whether anything worth keeping was typed."""
    words = (
        "identity",
        "name",
        "born",
        "phone",
        "address",
        "email",
        "procedure",
        "pages",
        "copies",
        "titles",
        "proxy_name",
        "proxy_identity",
        "proxy_phone",
        "authorisation",
    )
    return any(form[name] for name in words) or any(any(c) for c in form["papers"].values())


def form_title(form: Form, procedure: Procedure | None) -> str:
    """What a parked reception is called in the list."""
    name = form["name"] or form["identity"] or tr("chưa có tên")
    return f"{name} · {procedure.name[:60] if procedure else tr('chưa chọn thủ tục')}"


def search_rows(
    keys: tuple[ProcedureKeys, ...], usual: tuple[str, ...], text: str
) -> list[ProcedureRow]:
    """Hits for what was typed, then the desk's most used."""
    found = search_procedures(keys, text)[:POPUP_ROWS]
    typed = fold(text).replace(" ", "")
    rows = [procedure_row(procedure, typed) for procedure in found]
    codes = {procedure.code for procedure in found}
    by_code = {key.procedure.code: key.procedure for key in keys}
    for code in usual[:3]:
        if rows and code in by_code and code not in codes and len(rows) < POPUP_ROWS:
            rows.append(procedure_row(by_code[code], "", tr("hay dùng")))
    return rows


def procedure_row(procedure: Procedure, typed: str = "", why: str = "") -> ProcedureRow:
    """A procedure as a line of the popup, the letters of its matched initials named."""
    matched: tuple[int, ...] = ()
    if typed and initials(procedure.name).startswith(typed):
        starts = [found.start() for found in re.finditer(r"(?<!\w)\w", procedure.name)]
        matched, why = tuple(starts[: len(typed)]), why or tr("khớp chữ đầu")
    term = procedure.terms[0].term if procedure.terms else ""
    return ProcedureRow(
        procedure.code, procedure.code, procedure.name, term_words(term, spoken()), why, matched
    )


def paper_rows(procedure: Procedure, case: int, counts: Mapping[str, list[int]]) -> list[PaperRow]:
    """The papers of a case: counted ones, those looked up or shown; notes stay out of the table."""
    rows = []
    for paper in procedure.papers_of(case):
        if paper.kind is PaperKind.NOTE:
            continue
        asked = (paper.originals, paper.certified, paper.copies)
        given = counts.get(str(paper.no), [0, 0, 0])
        settled = None
        if paper.kind is PaperKind.LOOKED_UP:
            settled = Cell(tr("Không phải nộp"), "card", "card")
        elif paper.kind is PaperKind.SHOWN:
            settled = Cell(tr("Xuất trình"), "none", "text2")
        expected = asked if any(asked) else (1, 0, 0)
        name = " ".join(paper.name.split())
        rows.append(
            PaperRow(str(paper.no), name, "", expected, (given[0], given[1], given[2]), settled)
        )
    return rows


def promise_of(draft: Draft, desk: DeskView, now: datetime) -> Promise | None:
    """The appointment as the panel shows it."""
    appointment = draft.appointment
    if appointment is None:
        return None
    near, day = day_nearness(appointment.promised_at, now, spoken())
    sentences = reason_words(appointment.why, spoken(), now.date())[:WHY_SENTENCES]
    return Promise(
        hour=f"{appointment.promised_at:%H:%M}",
        day=near or day,
        date=day if near else (tr("tạm tính") if appointment.provisional else ""),
        why=". ".join(sentences) + ".",
        left=left_words(appointment, desk, now),
        ruler=ruler_of(appointment.received_at, appointment.promised_at, now, desk.calendar),
    )


def left_words(appointment: Appointment, desk: DeskView, now: datetime) -> str:
    """How much working time lies before the appointment."""
    if appointment.promised_at.date() == now.date():
        left = working_time(now, appointment.promised_at, desk.calendar)
        hours, minutes = divmod(int(left.total_seconds() // 60), 60)
        return tr("còn {h} giờ {m} phút làm việc").format(h=hours, m=minutes)
    days = working_days_between(now, appointment.promised_at, desk.calendar)
    return tr("còn {n} ngày làm việc").format(n=days)


def fee_words(fee: Fee | None) -> tuple[str, str]:
    """The amount, and how it came about."""
    if fee is None or fee.kind == "unknown":
        return "–", tr("chưa có mức thu")
    if fee.amount is None:
        waiting = fee.kind == "per_page"
        return "– đ", tr("chờ số trang, số bản") if waiting else tr("theo nghị quyết HĐND tỉnh")
    amount = f"{fee.amount:,} đ".replace(",", ".")
    lines = [f"{pages} {tr('trang')} × {copies} {tr('bản')}" for pages, copies, _ in fee.lines]
    words = " + ".join(lines[:3]) + (" + …" if len(lines) > 3 else "")
    return amount, fee.exemption or words or fee.note


def _proxy(form: Form) -> dict[str, Any] | None:
    if form["submitter"] != "proxy":
        return None
    return {
        "name": form["proxy_name"],
        "identity": form["proxy_identity"],
        "phone": form["proxy_phone"],
        "authorisation": form["authorisation"],
    }


def _sex(text: str) -> str:
    word = fold(text)
    if not word:
        return ""
    return {"nam": "male", "nu": "female", "male": "male", "female": "female"}.get(word, text)


def _parts(text: str, between: str) -> list[str]:
    return [part for part in re.split(between, text.strip()) if part]


def _number(text: str) -> Any:
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 9 else text
