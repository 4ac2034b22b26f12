"""The verb `init --demo`: a demo desk made in the named store, its progress on standard error."""

import sys

from onestop_desktop.cli.call import Call
from onestop_desktop.domain.moments import read_moment


def make_demo(call: Call, profile: str) -> int:
    """Make it (StoreExists); gives the number of its dossiers. `--at` is where today's clock stands."""
    # Loaded when asked for: no other verb needs made-up people.
    from onestop_desktop.application import demo_desk  # noqa: PLC0415

    services = call.services
    made = demo_desk.make_demo(
        demo_desk.MakeDemo(profile, read_moment(call.at) if call.at else None),
        store=services.store,
        draw_secret=services.draw_secret,
        passwords=services.passwords,
        read_resource=services.read_resource,
        set_clock=lambda moment: call.clock.set(moment.isoformat()),
        progress=_told,
    )
    return made.dossiers if made else 0


def _told(done: int, whole: int) -> bool:
    """A line that counts up, for who watches a terminal."""
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(f"\r{done}/{whole}")
        sys.stderr.flush()
    return True
