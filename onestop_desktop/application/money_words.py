"""A day's money and a month's statement in lines for people."""

from onestop_desktop.application.board_words import number_words
from onestop_desktop.domain.money import CashDay, Statement, receipt_words

_LINES: dict[str, tuple[str, str]] = {
    "till": (
        "Tiền mặt: đầu ngày {before} + thu {taken} − hoàn {given_back} − bàn giao {handed} "
        "= còn trong két {held} đồng",
        "Cash: {before} before + {taken} taken − {given_back} given back − {handed} handed over "
        "= {held} dong in the till",
    ),
    "transfer": (
        "Chuyển khoản, đã trừ hoàn: {transfer} đồng",
        "By transfer, refunds taken off: {transfer} dong",
    ),
    "total": ("Phải nộp: {total} đồng", "To the treasury: {total} dong"),
}


def cash_words(day: CashDay, language: str) -> tuple[str, ...]:
    """What the till holds and why, then each payment and each hand-over."""
    amounts = {
        "before": day.before,
        "taken": day.taken,
        "given_back": day.given_back,
        "handed": sum(each.amount for each in day.handed),
        "held": day.held,
        "transfer": day.transfer,
    }
    told = {name: number_words(amount) for name, amount in amounts.items()}
    return (
        *(_LINES[name][language == "en"].format(**told) for name in ("till", "transfer")),
        *(
            f"{receipt_words(each.number, each.year)}  {each.dossier}  {number_words(each.amount)}"
            for each in day.payments
        ),
        *(f"{each.by} → {each.to}  {number_words(each.amount)}" for each in day.handed),
    )


def statement_words(found: Statement, language: str) -> tuple[str, ...]:
    """Each kind of fee with what goes to the treasury, then all of it."""
    total = _LINES["total"][language == "en"].format(total=number_words(found.total))
    lines = (f"{line.procedure}  {line.name}  {number_words(line.total)}" for line in found.lines)
    return (*lines, total)
