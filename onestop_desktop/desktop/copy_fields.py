"""The fields of a dossier in the order in which this PC feeds them to the provincial system."""

from collections.abc import Sequence

from onestop_desktop.desktop.language import tr
from onestop_desktop.domain.applicant import Sex
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.moments import day_words


def copy_fields(dossier: Dossier, order: Sequence[str]) -> list[tuple[str, str]]:
    """(label, value) of every field that is not empty; labels of `order` first, in that order."""
    person = dossier.applicant
    fields = [
        (tr("Mã thủ tục"), dossier.procedure),
        (tr("Số định danh"), person.identity),
        (tr("Họ và tên"), person.name),
        (tr("Ngày sinh"), day_words(person.born_on) if person.born_on else ""),
        (tr("Giới tính"), {Sex.MALE: tr("Nam"), Sex.FEMALE: tr("Nữ")}.get(person.sex, "")),
        (tr("Điện thoại"), person.phone),
        (tr("Email"), person.email),
        (tr("Địa chỉ"), person.address),
        (tr("Người nộp thay"), dossier.proxy.name if dossier.proxy else ""),
        (tr("Giờ nhận"), f"{dossier.validly_received_at:%d/%m/%Y %H:%M}"),
        (tr("Hẹn trả"), f"{dossier.promised_at:%d/%m/%Y %H:%M}"),
        (tr("Mã hồ sơ của quầy"), dossier.code),
    ]
    place = {label: at for at, label in enumerate(order)}
    filled = [(label, value) for label, value in fields if value]
    return sorted(filled, key=lambda pair: place.get(pair[0], len(place)))
