"""Entry points: arguments to settings, settings to services, then the window or the command line."""

import argparse
import sys
import traceback

from onestop_desktop.settings import read_settings

OUR_FAULT = 70


def command_line(arguments: list[str] | None = None) -> int:
    """The program `onestop`: a verb is needed."""
    return _run(sys.argv[1:] if arguments is None else arguments, window=False)


def desktop(arguments: list[str] | None = None) -> int:
    """The program `onestop-desktop`: opens the window."""
    return _run(sys.argv[1:] if arguments is None else arguments, window=True)


def either(arguments: list[str] | None = None) -> int:
    """`python -m onestop_desktop`: with a verb the command line, without one the window."""
    return _run(sys.argv[1:] if arguments is None else arguments, window=True)


def _run(given: list[str], *, window: bool) -> int:
    from onestop_desktop.cli.arguments import build_parser  # noqa: PLC0415

    parser = build_parser()
    asked = parser.parse_args(given)
    if not asked.verb and not window:
        parser.error("a VERB is needed")
    try:
        return _open_window(asked) if not asked.verb else _do_verb(asked)
    except Exception as error:  # the last resort: never a stack trace unasked
        if asked.verbose:
            traceback.print_exc()
        else:
            print(f"Lỗi của chương trình: {type(error).__name__}; thêm --verbose.", file=sys.stderr)
        return OUR_FAULT


def _do_verb(asked: argparse.Namespace) -> int:
    from onestop_desktop import bootstrap  # noqa: PLC0415
    from onestop_desktop.cli.call import Call  # noqa: PLC0415
    from onestop_desktop.cli.verbs import run, tell  # noqa: PLC0415
    from onestop_desktop.domain.errors import CodedError  # noqa: PLC0415

    settings = read_settings(
        store=asked.store, at=asked.at, officer=asked.officer, language=asked.lang
    )
    asked.store = settings.store
    try:
        clock = bootstrap.StandingClock(settings.at)
        services = bootstrap.build_services(settings, clock)
    except CodedError as error:
        return tell(error, as_json=asked.json, language=settings.language)
    try:
        return run(Call(asked, services, clock, settings.officer, settings.language, settings.at))
    finally:
        services.store.close()


def _open_window(asked: argparse.Namespace) -> int:
    print(asked)
    return 2
