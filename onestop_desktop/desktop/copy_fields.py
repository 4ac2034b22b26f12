"""The fields of a dossier in the order in which this PC feeds them to the provincial system."""

from collections.abc import Sequence

from onestop_desktop.desktop.language import later, tr
from onestop_desktop.domain.applicant import Sex
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.moments import day_words

LABELS = (
    later("Mã thủ tục"),
    later("Số định danh"),
    later("Họ và tên"),
    later("Ngày sinh"),
    later("Giới tính"),
    later("Điện thoại"),
    later("Email"),
    later("Địa chỉ"),
    later("Người nộp thay"),
    later("Giờ nhận"),
    later("Hẹn trả"),
    later("Mã hồ sơ của quầy"),
)
"""The order is kept by these, whatever language the screens speak."""


def copy_fields(dossier: Dossier, order: Sequence[str]) -> list[tuple[str, str]]:
    """(label, value) of every field that is not empty; labels of `order` first, in that order.

    Values go into the provincial system, which is Vietnamese.
    """
    person = dossier.applicant
    values = (
        dossier.procedure,
        person.identity,
        person.name,
        day_words(person.born_on) if person.born_on else "",
        {Sex.MALE: "Nam", Sex.FEMALE: "Nữ"}.get(person.sex, ""),
        person.phone,
        person.email,
        person.address,
        dossier.proxy.name if dossier.proxy else "",
        f"{dossier.validly_received_at:%d/%m/%Y %H:%M}",
        f"{dossier.promised_at:%d/%m/%Y %H:%M}",
        dossier.code,
    )
    place = {label: at for at, label in enumerate(order)}
    filled = [pair for pair in zip(LABELS, values, strict=True) if pair[1]]
    filled.sort(key=lambda pair: place.get(pair[0], len(place)))
    return [(tr(label), value) for label, value in filled]


def kept_order(shown: Sequence[str], before: Sequence[str]) -> tuple[str, ...]:
    """The order to keep after the labels shown were moved; those not shown keep their turn at the end."""
    names = {tr(label): label for label in LABELS}
    moved = [names[label] for label in shown if label in names]
    return (*moved, *(label for label in before if label in LABELS and label not in moved))
