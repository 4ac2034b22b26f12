"""A dossier's money on its page: a fee taken under a new receipt, or given back under the one it came by."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from onestop_desktop.application.board_words import number_words
from onestop_desktop.application.take_money import MoneyMoved, RefundFee, TakeFee
from onestop_desktop.desktop.ask_fields import (
    AskedField,
    Question,
    Texts,
    amount_of,
    ask_and_do,
)
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Flow
from onestop_desktop.desktop.language import tr
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.lifecycle import State, Step
from onestop_desktop.domain.money import (
    Method,
    Payment,
    owed,
    paid,
    payments_of,
    receipt_words,
)
from onestop_desktop.domain.text import fold

Line = tuple[str, str, str]


def money_lines(dossier: Dossier) -> list[Line]:
    """What may be done with its money: a fee still owed or not known, receipts with something left."""
    lines = []
    due = owed(dossier)
    if due != 0 and dossier.state is not State.VOIDED:
        words = tr("{n} đồng").format(n=number_words(due)) if due else tr("chưa có mức thu")
        lines.append((Step.TAKE_FEE.value, tr("Thu phí…"), words))
    if paid(payments_of(dossier)) > 0:
        lines.append((Step.REFUND.value, tr("Hoàn phí…"), money_words(dossier)))
    return lines


def money_words(dossier: Dossier) -> str:
    """What was taken, under which receipts."""
    taken = [each for each in payments_of(dossier) if not each.is_refund]
    receipts = ", ".join(receipt_words(each.number, each.year) for each in taken)
    if not taken:
        return tr("chưa thu")
    words = tr("đã thu {n} đ, biên lai {receipts}")
    return words.format(n=number_words(paid(payments_of(dossier))), receipts=receipts)


def take_fee(desk: Desk, dossier: Dossier, parent: QWidget) -> Flow:
    """Ask how much and how, then take it."""
    due = owed(dossier)
    question = Question(
        tr("Thu phí"),
        tr("Thu và cấp số biên lai"),
        (
            AskedField("amount", tr("Số tiền (đồng)"), number_words(due) if due else ""),
            AskedField("method", tr("Tiền mặt hay chuyển khoản"), tr("Tiền mặt")),
            AskedField("reason", tr("Lý do, khi thu khác mức phí"), lines=2),
        ),
        f"{dossier.applicant.name} · {dossier.procedure_name}",
    )

    def take(texts: Texts) -> MoneyMoved:
        amount = amount_of(texts, "amount")
        method = _method_of(texts["method"])
        who = (desk.officer, amount, texts["reason"], desk.workstation.counter)
        return desk.services.counter.take_fee(TakeFee(dossier.code, method, *who))

    yield from _moved(desk, question, take, parent, tr("Đã thu phí"))


def refund_fee(desk: Desk, dossier: Dossier, parent: QWidget) -> Flow:
    """Ask under which receipt and why, then give it back."""
    last = next(each for each in reversed(payments_of(dossier)) if not each.is_refund)
    question = Question(
        tr("Hoàn phí"),
        tr("Hoàn và ghi vào sổ"),
        (
            AskedField("reason", tr("Lý do"), lines=2),
            AskedField("receipt", tr("Số biên lai"), receipt_words(last.number, last.year)),
            AskedField(
                "amount",
                tr("Số tiền (đồng)"),
                number_words(_left(dossier, last)),
            ),
            AskedField("method", tr("Tiền mặt hay chuyển khoản"), _method_word(last.method)),
        ),
        f"{dossier.applicant.name} · {money_words(dossier)}",
    )

    def give_back(texts: Texts) -> MoneyMoved:
        order = RefundFee(
            dossier.code,
            texts["receipt"],
            texts["reason"],
            desk.officer,
            amount_of(texts, "amount"),
            desk.workstation.counter,
            _method_of(texts["method"]),
        )
        return desk.services.counter.refund_fee(order)

    yield from _moved(desk, question, give_back, parent, tr("Đã hoàn phí"))


def _moved(
    desk: Desk,
    question: Question,
    act: Callable[[Texts], MoneyMoved],
    parent: QWidget,
    said: str,
) -> Flow:
    moved: MoneyMoved | None = yield from ask_and_do(desk, question, act, parent)
    if moved is not None:
        desk.announce(moved.changes)
        payment = moved.payment
        receipt = receipt_words(payment.number, payment.year)
        words = tr("{n} đồng, biên lai {receipt}")
        desk.told.emit(said, words.format(n=number_words(abs(payment.amount)), receipt=receipt))


def _left(dossier: Dossier, payment: Payment) -> int:
    """What is left under a receipt, in đồng."""
    under = (payment.number, payment.year)
    return paid(each for each in payments_of(dossier) if (each.number, each.year) == under)


def _method_word(method: Method) -> str:
    return tr("Chuyển khoản") if method is Method.TRANSFER else tr("Tiền mặt")


def _method_of(text: str) -> Method:
    transfer = fold(text).startswith(("chuyen", "ck", "transfer"))
    return Method.TRANSFER if transfer else Method.CASH
