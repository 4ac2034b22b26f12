"""The service on a port: waitress over an extract, behind any reverse proxy; stopped, it has nothing to lose."""

from collections.abc import Callable
from pathlib import Path

import waitress

from onestop_desktop.domain.lookup_errors import LookupPortTaken
from onestop_desktop.lookup.app import LookupApp
from onestop_desktop.lookup.reading import Reader

LAST_PORT = 65_535


def serve(
    target: str, listen: str, key: str, *, behind_proxy: bool, told: Callable[[str], None]
) -> None:
    """Answer until stopped (LookupMissing, LookupDamaged, LookupKeyWrong, LookupPortTaken).

    `behind_proxy`: a proxy on this machine says for whom it asks.
    """
    host, _, port = listen.rpartition(":")
    if not (port.isascii() and port.isdecimal() and int(port[:6]) <= LAST_PORT):
        raise LookupPortTaken(listen=listen)  # the system would take another one, wrapped around
    app = LookupApp(Reader(Path(target), key.strip().lower()))
    proxied = {
        "trusted_proxy": "127.0.0.1",
        "trusted_proxy_headers": {"x-forwarded-for"},
        "clear_untrusted_proxy_headers": True,
    }
    try:
        server = waitress.create_server(
            app,
            listen=listen,
            threads=4,
            ident=None,
            max_request_body_size=1 << 16,
            max_request_header_size=1 << 14,
            channel_timeout=30,
            **(proxied if behind_proxy else {}),
        )
    except (OSError, ValueError) as error:
        raise LookupPortTaken(listen=listen) from error
    told(f"http://{host}:{server.effective_port}/")
    server.run()
