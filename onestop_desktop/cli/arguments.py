"""The arguments of both programs, as the contract of the verbs has them."""

import argparse

from onestop_desktop import __version__

DESCRIPTION = "Một cửa: the one-stop desk of a commune, on the command line."


def build_parser() -> argparse.ArgumentParser:
    """The parser of verbs and options (exit code 2 on wrong usage, by argparse)."""
    parser = argparse.ArgumentParser(prog="onestop", description=DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"onestop {__version__}")
    parser.add_argument("--store", default="", help="an SQLite file or postgresql+psycopg://…")
    parser.add_argument("--at", default="", help="the clock, ISO 8601, local time of Viet Nam")
    parser.add_argument("--as", dest="officer", default="", help="the officer who acts")
    parser.add_argument("--json", action="store_true", help="JSON on standard output")
    parser.add_argument("--lang", choices=("vi", "en"), default="", help="language of sentences")
    parser.add_argument("--verbose", action="store_true", help="show stack traces")
    parser.add_argument("--temp-store", action="store_true", help="a throw-away desk of samples")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")
    _desk_verbs(verbs)
    _dossier_verbs(verbs)
    _day_verbs(verbs)
    _book_verb(verbs)
    _archive_verbs(verbs)
    _bridge_verbs(verbs)
    _ticket_verb(verbs)
    _money_verbs(verbs)
    _window_options(parser)
    return parser


def _desk_verbs(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    init = verbs.add_parser("init", help="make a new store")
    init.add_argument("--profile", choices=("today", "2021"), default="today")
    init.add_argument(
        "--demo",
        nargs="?",
        const="2021",
        choices=("2021", "today"),
        default="",
        help="the reference desk of 2021 with its 1,591 dossiers, or a desk of today",
    )
    catalogue = verbs.add_parser("catalogue", help="import, check or export procedures")
    catalogue.add_argument("action", choices=("import", "check", "export"))
    catalogue.add_argument("file")
    catalogue.add_argument("--papers", default="", help="the papers' list, if not beside FILE")
    calendar = verbs.add_parser("calendar", help="import a notice of days off, or show a year")
    calendar.add_argument("action", choices=("import", "show"))
    calendar.add_argument("what", help="the notice's CSV file, or the year")
    calendar.add_argument("--reason", default="", help="why; by default the file's name")
    calendar.add_argument("--agree", action="store_true", help="yes to the due times that move")
    account = verbs.add_parser("account", help="who may sign in, and as what")
    account.add_argument("action", choices=("add", "disable", "enable", "role", "password", "list"))
    account.add_argument("name", nargs="?", default="", help="the name to sign in with")
    account.add_argument("--role", default="", help="desk, specialist, leader, clerk, …")
    account.add_argument("--officer", dest="officer_name", default="", help="as in every entry")
    verbs.add_parser("verify", help="check the journal's chain and seals")
    verbs.add_parser("doctor", help="check rows, numbers and counts against the journal")
    _keeping_verbs(verbs)
    _lookup_verb(verbs)
    grant = verbs.add_parser("grant", help="let a role of the server work here, the journal apart")
    grant.add_argument("role", help="a role that the server has already")
    clock = verbs.add_parser("clock", help="confirm, by two, a clock that went back")
    clock.add_argument("action", choices=("confirm",))
    clock.add_argument("--leader", required=True)
    clock.add_argument("--administrator", required=True)
    clock.add_argument("--reason", required=True)
    sample = verbs.add_parser("sample", help="the main job without a window, on a sample desk")
    sample.add_argument("--out", required=True, help="folder for slip and picture")


def _keeping_verbs(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    backup = verbs.add_parser("backup", help="a verified copy of the store in a file")
    backup.add_argument("target", help="the file; encrypted when ONESTOP_PASSPHRASE is set")
    restore = verbs.add_parser("restore", help="put a backup in a store's place, or try it")
    restore.add_argument("file")
    where = restore.add_mutually_exclusive_group(required=True)
    where.add_argument("--to", default="", help="the store's file or address")
    where.add_argument(
        "--try", dest="try_", action="store_true", help="open, verify, show; no more"
    )


def _lookup_verb(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    lookup = verbs.add_parser("lookup", help="what citizens may see: extract, pages, service")
    lookup.add_argument("action", choices=("export", "check", "serve", "key"))
    lookup.add_argument("dir", nargs="?", default="", help="the extract's folder")
    lookup.add_argument("--anew", action="store_true", help="export: read everything again")
    lookup.add_argument(
        "--always", action="store_true", help="export: and here after each change, from now on"
    )
    lookup.add_argument("--no-pages", action="store_true", help="export: no static pages")
    lookup.add_argument("--out", default="", help="key: also the desk's sheet with it, as PDF")
    lookup.add_argument("--key", default="", help="the public key the extract must be signed with")
    lookup.add_argument("--listen", default="127.0.0.1:8080", help="serve: address and port")
    lookup.add_argument(
        "--behind-proxy", action="store_true", help="serve: a proxy on this machine names the asker"
    )


def _dossier_verbs(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    for name, help_text in (
        ("receive", "receive one dossier from a JSON order"),
        ("certify", "a certification received, settled and returned at once"),
        ("batch", "JSON lines of verbs, one answer a line"),
        ("import", "many orders at once, from JSON lines"),
    ):
        verbs.add_parser(name, help=help_text).add_argument("file", help="a file, - for stdin")
    _step_verbs(verbs)
    verbs.add_parser("show", help="a dossier and its entries").add_argument("code")
    listing = verbs.add_parser("list", help="dossiers, a page of rows")
    listing.add_argument("--state", default="")
    listing.add_argument("--on", default="", help="the day of reception")
    listing.add_argument("--sort", default="due", choices=("due", "received", "applicant"))
    listing.add_argument("--limit", type=int, default=100)
    find = verbs.add_parser("find", help="by code or any words of name, number, phone")
    find.add_argument("text")
    find.add_argument("--limit", type=int, default=50)
    verbs.add_parser("queue", help="open dossiers by due time")
    due = verbs.add_parser("due", help="compute a due time, write nothing")
    what = due.add_mutually_exclusive_group(required=True)
    what.add_argument("--term", default="")
    what.add_argument("--procedure", default="")
    due.add_argument("--received", required=True)
    due.add_argument("--case", type=int, default=1)
    due.add_argument("--channel", default="counter")
    verbs.add_parser("card", help="read an identity card's QR text").add_argument("file")
    form = verbs.add_parser("form", help="a legal form of a dossier as PDF")
    form.add_argument("code")
    form.add_argument("number")
    form.add_argument("--out", required=True)
    form.add_argument("--size", choices=("A4L", "A4", "A5", "K80"), default="")
    form.add_argument("--copies", type=int, default=1)
    form.add_argument("--provisional", action="store_true")
    guide = verbs.add_parser("guide", help="the guidance sheet of a procedure")
    guide.add_argument("procedure")
    guide.add_argument("--out", required=True)


def _step_verbs(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    step = verbs.add_parser("step", help="take a step of a dossier's way")
    step.add_argument("code")
    step.add_argument("step", help="hand_over, accept, propose, settle, undo, …")
    step.add_argument("--facts", default="", help="a JSON file, - for stdin")
    verbs.add_parser("steps", help="what may be done next, and by whom").add_argument("code")
    notice = verbs.add_parser("notice", help="form 02 or 03 without a dossier")
    notice.add_argument("number", choices=("02", "03"))
    notice.add_argument("file", nargs="?", default="-", help="a JSON file, - for stdin")
    notice.add_argument("--out", required=True)
    notice.add_argument("--again", type=int, default=0, help="print again what that entry made")
    notice.add_argument("--size", choices=("A4", "A5"), default="A4")
    delegation = verbs.add_parser("delegation", help="who may settle in the leader's place")
    delegation.add_argument("action", choices=("add", "list"))
    delegation.add_argument("file", nargs="?", default="-", help="a JSON file, - for stdin")


def _bridge_verbs(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    province = verbs.add_parser("province", help="the provincial system's list, XLSX or CSV")
    province.add_argument("action", choices=("import", "missing", "behind"))
    province.add_argument("file", nargs="?", default="", help="import: the list")
    province.add_argument("--out", default="", help="behind: the evidence as a PDF")
    province.add_argument("--map", action="append", default=[], metavar="FIELD=HEADING")
    province.add_argument("--look", action="store_true", help="tell what would happen")
    sync = verbs.add_parser("sync", help="dossiers changed since the last time, for the portal")
    sync.add_argument("action", choices=("export",))
    sync.add_argument("file")
    sync.add_argument("--everything", action="store_true", help="begin anew")


def _ticket_verb(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    ticket = verbs.add_parser("ticket", help="numbers of the hall: take, call, list")
    ticket.add_argument("action", choices=("take", "call", "list"))
    ticket.add_argument("--kind", default="", help="take: the letter of the kind of service")
    ticket.add_argument("--out", default="", help="take: print the ticket into F.pdf")
    ticket.add_argument("--size", choices=("K80", "A5"), default="K80")
    ticket.add_argument("--counter", default="", help="call: to which counter")
    ticket.add_argument("--again", action="store_true", help="call: the same number once more")
    ticket.add_argument("--on", default="", help="list: the day, by default today")


def _archive_verbs(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    retention = verbs.add_parser("retention", help="dossiers whose personal facts may go")
    retention.add_argument("--on", default="", help="the day, by default today")
    erase = verbs.add_parser("erase", help="let a dossier's personal facts go, on a decision")
    erase.add_argument("code")
    erase.add_argument("--approval", default="", help="number of the decision")
    erase.add_argument("--reason", default="")
    archive = verbs.add_parser("archive", help="a dossier's package for the archive")
    archive.add_argument("code")
    archive.add_argument("--out", required=True, help="F.zip")


def _day_verbs(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    board = verbs.add_parser("board", help="the head figures of a period")
    board.add_argument("--from", dest="since", default="", help="first day, by default 1 January")
    board.add_argument("--to", default="", help="last day, by default today")
    board.add_argument("--out", default="", help="the board of this moment as PDF")
    closing = verbs.add_parser("close-day", help="close today on record")
    closing.add_argument("--reason", default="", help="why, where dossiers are not accounted for")
    sheet = verbs.add_parser("day-sheet", help="the leader's day sheet with its seal as PDF")
    sheet.add_argument("day", nargs="?", default="")
    sheet.add_argument("--out", required=True)
    seal = verbs.add_parser("seal", help="a day's seal, or a scanned one looked at")
    seal.add_argument("day", nargs="?", default="")
    seal.add_argument("--check", default=None, help="the code of a day sheet")
    rate = verbs.add_parser("rate", help="the citizen's answer at the return")
    rate.add_argument("code")
    rate.add_argument("rating", type=int, help="1 displeased, 2 neutral, 3 pleased")


def _book_verb(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    book = verbs.add_parser("book", help="certification books and the tracking book")
    book.add_argument("name", help="copies, signatures, translations, deeds, tracking")
    book.add_argument("--year", type=int, required=True)
    book.add_argument("--month", type=int, default=None, help="a month for binding")
    book.add_argument("--field", default="", help="the tracking book's field of work")
    book.add_argument("--names", action="store_true", help="persons in a table, not masked")
    book.add_argument("--closing", action="store_true", help="the page of a closed year")
    book.add_argument("--signed-by", default="", help="who signs the closing")
    book.add_argument("--reason", default="", help="why a number is spoilt")
    act = book.add_mutually_exclusive_group()
    act.add_argument("--out", default="", help="print into F.pdf, or write a table F.xlsx")
    act.add_argument("--close", action="store_true", help="close the year, on 31 December or later")
    act.add_argument("--spoil", type=int, default=None, help="let a number stand for nothing")
    act.add_argument("--new-volume", action="store_true", help="begin the next volume")


def _money_verbs(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    pay = verbs.add_parser("pay", help="take a dossier's fee")
    refund = verbs.add_parser("refund", help="give back what was paid under a receipt")
    for verb in (pay, refund):
        verb.add_argument("code")
        verb.add_argument("--amount", type=int, default=None, help="in dong")
    pay.add_argument("--method", default="cash", help="cash or transfer")
    pay.add_argument("--reason", default="", help="why another amount than the fee")
    refund.add_argument("--receipt", required=True, help="N/YEAR")
    refund.add_argument("--method", default="", help="cash or transfer; as it came where not said")
    refund.add_argument("--reason", default="")
    cash = verbs.add_parser("cash", help="a day's money, or cash handed over")
    what = cash.add_mutually_exclusive_group(required=True)
    what.add_argument("--on", default="", help="the day")
    what.add_argument("--hand", type=int, default=None, help="how much cash is handed over")
    cash.add_argument("--to", default="", help="who takes the cash")
    cash.add_argument("--out", default="", help="print the record of it")
    statement = verbs.add_parser("statement", help="a month's fees per kind for the treasury")
    statement.add_argument("--month", required=True, help="YYYY-MM")
    statement.add_argument("--out", default="", help="print it")


def _window_options(parser: argparse.ArgumentParser) -> None:
    window = parser.add_argument_group("window")
    window.add_argument("--ready-fd", type=int, default=0, help="tell when the window is painted")
    window.add_argument("--print-to", default="", help="print into a folder")
    window.add_argument("--serial", action="store_true", help="no threads")
    window.add_argument("--screenshots", default="", help="every screen as PNG, then exit")
