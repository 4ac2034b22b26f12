"""From a dossier to the few facts that stand beside its pile; pure, no widget."""

from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screens.dossier.facts import channel_words
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.moments import local


def fact_pairs(dossier: Dossier) -> list[tuple[str, str]]:
    """Label and value of what a leader looks for first."""
    person, facts = dossier.applicant, dossier.facts
    amount = facts["fee"]["amount"]
    fee = "–" if amount is None else f"{amount:,} đ".replace(",", ".")
    received = f"{local(dossier.validly_received_at):%H:%M %d/%m}, {dossier.received_by}"
    pairs = [
        (tr("Nhận"), received),
        (tr("Người nộp"), channel_words(dossier.channel)),
        (tr("Điện thoại"), person.phone or "–"),
        (tr("Lệ phí"), fee),
        (tr("Ô để hồ sơ"), dossier.shelf),
        (tr("Ghi chú"), str(facts["note"])),
    ]
    return [(label, value) for label, value in pairs if value]
