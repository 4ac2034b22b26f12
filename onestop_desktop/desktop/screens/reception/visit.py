"""One citizen, several procedures: each is stored at once, their common slip is printed at the end."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.slips import SlipDossier, read_slip_dossier, slip_dossier

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
        return not self.person or self.person == _person(form)

    def under_way(self) -> bool:
        """Whether a slip waits for its printing."""
        return bool(self.dossiers)

    def kept(self) -> dict[str, Any]:
        """What waits for its slip as plain values, to be put away and taken up again; {} for nothing."""
        if not self.under_way():
            return {}
        dossiers = [as_facts(each) for each in self.dossiers]
        return {"id": self.id, "person": dict(self.person), "dossiers": dossiers}

    @classmethod
    def of_form(cls, form: Form) -> "Visit":
        """The visit a form was typed in, what waits for its slip with it."""
        if waiting := form.get("waiting"):
            dossiers = tuple(read_slip_dossier(facts) for facts in waiting["dossiers"])
            return cls(waiting["id"], waiting["person"], dossiers)
        visit, request = str(form.get("visit") or ""), form.get("request_id")
        # A visit older than this request has a slip already: another person has another one.
        return cls(visit, _person(form) if visit != request else {})

    def with_dossier(self, form: Form, dossier: Dossier) -> "Visit":
        """The visit after one more dossier."""
        added = slip_dossier(dossier.code, dossier.facts)
        return replace(self, person=_person(form), dossiers=(*self.dossiers, added))


def _person(form: Form) -> dict[str, Any]:
    return {name: form.get(name, "") for name in _SAME}
