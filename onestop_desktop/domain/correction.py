"""The order of a reception as it should have been: what was received, with the corrected fields in place."""

from collections.abc import Mapping
from typing import Any

from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.moments import write_moment

CHANGEABLE = (
    *("procedure", "case", "channel", "applicant", "proxy", "validly_received_at", "papers"),
    *("items", "sets", "note", "return_by", "exemption", "place", "agency"),
)
"""Fields of an order that may be corrected; codes and numbers stay."""
_AS_THE_OTHER_PROCEDURE_HAS_IT: dict[str, Any] = {"papers": None, "agency": ""}


def corrected_order(dossier: Dossier, changed: Mapping[str, Any]) -> dict[str, Any]:
    """The whole order again; a corrected applicant names only the fields that change."""
    facts = dossier.facts
    order = {
        "procedure": facts["procedure"],
        "case": facts["case"],
        "channel": facts["channel"],
        "applicant": facts["applicant"],
        "proxy": facts["proxy"],
        "official_code": dossier.official_code,
        "validly_received_at": write_moment(dossier.validly_received_at),
        "papers": facts["papers"],
        "items": facts["items"],
        "sets": facts["sets"],
        "note": facts["note"],
        "return_by": facts["return_by"],
        "exemption": facts.get("exemption", ""),
        "place": facts["place"],
        "agency": facts["agency"],
        "visit": facts["visit"],
        **changed,
    }
    if order["procedure"] != facts["procedure"]:
        order = {**order, **_AS_THE_OTHER_PROCEDURE_HAS_IT, **changed}
    if isinstance(changed.get("applicant"), Mapping):
        order["applicant"] = {**facts["applicant"], **changed["applicant"]}
    if isinstance(changed.get("proxy"), Mapping) and facts["proxy"]:
        order["proxy"] = {**facts["proxy"], **changed["proxy"]}
    return order
