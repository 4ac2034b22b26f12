"""One citizen, several procedures: each is stored at once, their common slip is printed at the end."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.slips import SlipDossier, slip_dossier

Form = Mapping[str, Any]
_SAME = (
    *("kind", "channel", "submitter", "return_by"),
    *("identity", "name", "born", "sex", "phone", "address", "email"),
    *("proxy_name", "proxy_identity", "proxy_phone", "authorisation"),
)


@dataclass(frozen=True, slots=True)
class Visit:
    """`dossiers` stand on the slip already, none of them printed yet; `person` is whose they are."""

    id: str
    person: Form = field(default_factory=dict)
    dossiers: tuple[SlipDossier, ...] = ()

    def takes(self, form: Form) -> bool:
        """Whether what is typed may stand on the same slip."""
        return not self.dossiers or self.person == _person(form)

    def under_way(self) -> bool:
        """Whether a slip waits for its printing."""
        return bool(self.dossiers)

    def with_dossier(self, form: Form, dossier: Dossier) -> "Visit":
        """The visit after one more dossier."""
        added = slip_dossier(dossier.code, dossier.facts)
        return replace(self, person=_person(form), dossiers=(*self.dossiers, added))


def _person(form: Form) -> dict[str, Any]:
    return {name: form[name] for name in _SAME}
