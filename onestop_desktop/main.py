"""Entry points: arguments to settings, settings to services, then the window or the command line."""

import argparse
import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from onestop_desktop.clocks import RunningClock, StandingClock
from onestop_desktop.domain.errors import CodedError, FileUnwritable
from onestop_desktop.settings import Settings, has_screen, read_settings, secret, write_workstation

WRONG_USAGE, OUR_FAULT = 2, 70
_BEGUN = time.monotonic()


def command_line(arguments: list[str] | None = None) -> int:
    """The program `onestop`: a verb is needed."""
    return _run(sys.argv[1:] if arguments is None else arguments, window=False)


def desktop(arguments: list[str] | None = None) -> int:
    """The program `onestop-desktop`, and `python -m`: without a verb it opens the window."""
    return _run(sys.argv[1:] if arguments is None else arguments, window=True)


def _run(given: list[str], *, window: bool) -> int:
    from onestop_desktop.cli.arguments import build_parser  # noqa: PLC0415

    os.umask(0o077)  # whatever is made belongs to this user alone
    parser = build_parser()
    asked = parser.parse_args(given)
    if not asked.verb and not window:
        parser.error("a VERB is needed")
    try:
        if asked.verb == "sample":
            return _sample(asked)
        return _do_verb(asked) if asked.verb else _open_window(asked)
    except CodedError as error:
        from onestop_desktop.cli.verbs import tell  # noqa: PLC0415

        return tell(error, as_json=asked.json, language=asked.lang or "vi")
    except BrokenPipeError:  # whoever read our answers has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # the last resort: never a stack trace unasked
        if asked.verbose:
            traceback.print_exc()
        return _our_fault(error, asked)


def _our_fault(error: BaseException, asked: argparse.Namespace) -> int:
    """A sentence with the incident's number; the log says where it was, and nothing of what was typed."""
    from onestop_desktop.incidents import close_log, open_log, record  # noqa: PLC0415

    with suppress(OSError):
        if folder := _settings(asked).log_folder:
            open_log(folder)
    reference = record(error).reference
    close_log()
    english = asked.lang == "en"
    words = (
        "Our fault, number {}: what was confirmed is kept; --verbose shows more."
        if english
        else "Lỗi của chương trình, mã {}: việc đã báo xong vẫn còn; thêm --verbose để xem."
    )
    told = words.format(reference)
    if asked.json:
        facts = {"refused": "our_fault", "facts": {"reference": reference}, "message": told}
        sys.stdout.write(json.dumps(facts) + "\n")
    _say(told)
    return OUR_FAULT


def _settings(asked: argparse.Namespace) -> Settings:
    return read_settings(
        store=asked.store,
        at=asked.at,
        officer=asked.officer,
        language=asked.lang,
        print_to=asked.print_to,
        serial=asked.serial,
    )


def _do_verb(asked: argparse.Namespace) -> int:
    from onestop_desktop.bootstrap import build_services  # noqa: PLC0415
    from onestop_desktop.cli.call import Call  # noqa: PLC0415
    from onestop_desktop.cli.verbs import run  # noqa: PLC0415

    settings = _settings(asked)
    if asked.temp_store:
        from onestop_desktop.demos import make_sample_desk  # noqa: PLC0415

        settings, _ = make_sample_desk(settings)
    elif asked.verb != "init":
        settings = _on_its_clock(settings)
    clock = StandingClock(settings.at)
    services = build_services(settings, clock)
    asked.store = settings.store
    from onestop_desktop.devices.folder_printer import (  # noqa: PLC0415
        FilePrinter,
        new_file,
        write_private,
    )

    def read_rows(file: Path) -> Iterator[tuple[Any, ...]]:
        from onestop_desktop.devices.spreadsheet import read_rows  # noqa: PLC0415

        return read_rows(file)

    try:
        return run(
            Call(
                arguments=asked,
                services=services,
                clock=clock,
                officer=settings.officer,
                language=settings.language,
                at=settings.at,
                print_to=FilePrinter,
                write_file=write_private,
                open_file=new_file,
                secret=secret,
                read_rows=read_rows,
                passphrase=settings.passphrase,
                backup_to=settings.workstation.backup_to,
                lookup_to=settings.workstation.lookup_to,
                keep_lookup_to=lambda folder: _keep_lookup_to(settings, folder),
                serve=_serve_lookup,
            )
        )
    finally:
        services.store.close()


def _keep_lookup_to(settings: Settings, folder: str) -> None:
    station = replace(settings.workstation, lookup_to=folder)
    try:
        write_workstation(settings.workstation_file, station)
    except OSError as error:
        raise FileUnwritable(file=str(settings.workstation_file)) from error


def _serve_lookup(target: str, listen: str, key: str, behind_proxy: bool) -> None:
    """The citizens' look-up over an extract, until it is stopped; no store is opened."""
    from onestop_desktop.lookup.serving import serve  # noqa: PLC0415

    serve(target, listen, key, behind_proxy=behind_proxy, told=_say)


def _open_window(asked: argparse.Namespace) -> int:
    if asked.screenshots:
        from onestop_desktop.opening import offscreen  # noqa: PLC0415

        offscreen()
    settings = _settings(asked)
    if not has_screen():
        from onestop_desktop.application.messages import sentence  # noqa: PLC0415

        _say(sentence("screen_missing", {}, settings.language))
        return WRONG_USAGE
    if asked.screenshots:
        return _draw_screens(asked, settings)
    if _wants_reference(asked, settings):
        return _open_reference(asked, settings)
    from onestop_desktop.desktop.run import run_window  # noqa: PLC0415
    from onestop_desktop.opening import WindowOpening, make_store_if_missing  # noqa: PLC0415

    settings, clock = _desk_of(settings, temporary=asked.temp_store)
    is_new = make_store_if_missing(settings, clock)
    return run_window(
        WindowOpening(settings, clock, is_new=is_new),
        serial=settings.serial,
        language=settings.language,
        begun=_BEGUN,
        tell=_teller(asked.ready_fd),
    )


def _wants_reference(asked: argparse.Namespace, settings: Settings) -> bool:
    """A throw-away desk is the reference desk, but where a moment was given the small sample of that day."""
    return bool(asked.temp_store and not settings.at)


def _open_reference(asked: argparse.Namespace, settings: Settings) -> int:
    """The window over the reference desk; it says what is being made until that stands."""
    from onestop_desktop.demos import DEMOS, demo_opening  # noqa: PLC0415
    from onestop_desktop.desktop.demo_window import run_demo  # noqa: PLC0415

    return run_demo(
        lambda which, progress: demo_opening(settings, which, progress),
        DEMOS[0],
        scheme=settings.workstation.scheme,
        serial=settings.serial,
        language=settings.language,
        begun=_BEGUN,
        tell=_teller(asked.ready_fd),
    )


def _draw_screens(asked: argparse.Namespace, settings: Settings) -> int:
    """Every screen as a picture."""
    from onestop_desktop.demos import DEMOS, demo_opening  # noqa: PLC0415
    from onestop_desktop.desktop.pictures import take_pictures  # noqa: PLC0415
    from onestop_desktop.opening import WindowOpening, make_store_if_missing  # noqa: PLC0415

    if _wants_reference(asked, settings):
        opening = demo_opening(settings, DEMOS[0])
    else:
        settings, clock = _desk_of(settings, temporary=asked.temp_store)
        make_store_if_missing(settings, clock)
        opening = WindowOpening(settings, clock)
    if opening is not None:
        take_pictures(opening, Path(asked.screenshots), settings.language)
    return 0


def _sample(asked: argparse.Namespace) -> int:
    """The main job without a window: a dossier received, its slip, the queue, a picture."""
    from onestop_desktop.demos import make_sample_desk  # noqa: PLC0415
    from onestop_desktop.desktop.pictures import run_sample  # noqa: PLC0415
    from onestop_desktop.opening import WindowOpening, offscreen  # noqa: PLC0415

    offscreen()
    settings, clock = make_sample_desk(_settings(asked))
    for line in run_sample(WindowOpening(settings, clock), Path(asked.out), settings.language):
        print(line)
    return 0


def _on_its_clock(settings: Settings) -> Settings:
    """A demo store has a clock of its own, unless a moment was given."""
    from onestop_desktop.opening import own_clock  # noqa: PLC0415

    return replace(settings, at=settings.at or own_clock(settings.store))


def _desk_of(settings: Settings, *, temporary: bool) -> tuple[Settings, Callable[[], datetime]]:
    if temporary:
        from onestop_desktop.demos import make_sample_desk  # noqa: PLC0415

        return make_sample_desk(settings)
    settings = _on_its_clock(settings)
    return settings, RunningClock(settings.at) if settings.at else StandingClock()


def _teller(descriptor: int) -> Callable[[str], None]:
    if not descriptor:
        return lambda _line: None
    return lambda line: (os.write(descriptor, f"{line}\n".encode()), None)[1]


def _say(text: str) -> None:
    sys.stderr.buffer.write(text.encode("utf-8", "replace") + b"\n")
