"""The pages by hand: a slip's dossiers, the form, "nothing found"; every word escaped, Vietnamese then English."""

from collections.abc import Iterable
from html import escape

from onestop_desktop.application.lookup_words import (
    PLAIN_STAGES,
    WEEKDAYS,
    plain_role,
    plain_state,
)
from onestop_desktop.domain.lookup_facts import PublicDesk, PublicDossier
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.lookup.style import SCRIPT_FILE, STYLE, STYLE_DIGEST

Words = tuple[str, str]
TITLE: Words = ("Tra cứu hồ sơ", "Follow your dossier")
NOTHING: Words = (
    "Không tìm thấy. Xem lại mã hồ sơ và mã bí mật in trên giấy tiếp nhận.",
    "Nothing found. Look again at the code and the secret printed on your slip.",
)
SLOWER: Words = (
    "Hỏi quá nhiều lần. Đợi vài phút rồi thử lại, hoặc quét mã QR trên giấy tiếp nhận.",
    "Too many questions. Wait some minutes and try again, or scan the QR code on your slip.",
)
WRONG: Words = (
    "Không đọc được yêu cầu này. Mở lại trang tra cứu và nhập lại.",
    "This request cannot be read. Open the look-up page again.",
)
RESTING: Words = (
    "Tra cứu đang tạm nghỉ. Thử lại sau, hoặc gọi bộ phận một cửa.",
    "The look-up is resting. Try again later, or call the desk.",
)
_CSP = f"default-src 'none'; style-src 'sha256-{STYLE_DIGEST}'; base-uri 'none'"
POLICY = f"{_CSP}; form-action 'self'; frame-ancestors 'none'"
"""The service's Content-Security-Policy: no script at all, nothing from elsewhere."""
_STATIC_POLICY = f"{_CSP}; form-action 'none'"
_FORM_POLICY = f"{_CSP}; form-action 'self'; script-src 'self'; connect-src 'self'"


def slip_page(desk: PublicDesk, dossiers: Iterable[PublicDossier], root: str) -> str:
    """The dossiers of a slip, one after the other; `root` is the way to the form."""
    body = "".join(_dossier(desk, each) for each in dossiers)
    return _page(desk, body + _back(root), _STATIC_POLICY)


def form_page(desk: PublicDesk, *, told: Words | None = None, script: bool = False) -> str:
    """Code and secret to be typed, answered by the service, or (`script`) by the static pages' script."""
    alert = _told(told) if told else ""
    policy = _FORM_POLICY if script else _CSP + "; form-action 'self'"
    if script:
        alert = _told(NOTHING, hidden=True) + _noscript()
    return _page(desk, alert + _form() + _hint(), policy, script=script)


def told_page(desk: PublicDesk, told: Words, root: str) -> str:
    """One sentence and the way to the form."""
    return _page(desk, _told(told) + _back(root), _STATIC_POLICY)


def stub_page(token: str) -> str:
    """The page that a typed code and secret name: it leads to the slip's own page."""
    way = f"../{escape(token)}/"
    head = f'<meta http-equiv="refresh" content="0; url={way}">'
    return (
        f'<!doctype html>\n<html lang="vi"><head><meta charset="utf-8">{head}'
        f'<meta name="robots" content="noindex"><title>{escape(TITLE[0])}</title></head>'
        f'<body><main><h1>{escape(TITLE[0])}</h1><p><a href="{way}">{escape(TITLE[0])}</a></p>'
        "</main></body></html>\n"
    )


def _page(desk: PublicDesk, body: str, policy: str, *, script: bool = False) -> str:
    loaded = f'<script src="{SCRIPT_FILE}" defer></script>' if script else ""
    return (
        '<!doctype html>\n<html lang="vi"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">'
        f"<title>{escape(TITLE[0])} – {escape(TITLE[1])}</title><style>{STYLE}</style>{loaded}</head>"
        f"<body><main><h1>{_both(TITLE, 'span')}</h1>{body}</main>{_desk(desk)}</body></html>\n"
    )


def _both(words: Words, tag: str = "p", of: str = "") -> str:
    """Vietnamese, and the same in English."""
    vi, en = map(escape, words)
    between = " " if tag == "span" else ""
    return f'<{tag}{of}>{vi}</{tag}>{between}<{tag} lang="en">{en}</{tag}>'


def _dossier(desk: PublicDesk, dossier: PublicDossier) -> str:
    rows = [(("Giai đoạn", "Stage"), PLAIN_STAGES[dossier.stage])]
    role = plain_role(dossier.role)
    agency = dossier.agency or desk.name
    if dossier.role:
        rows.append(
            (("Nơi đang giải quyết", "With"), (f"{agency}, {role[0]}", f"{agency}, {role[1]}"))
        )
    rows += [
        (("Tiếp nhận", "Received"), _moment(dossier.received_at)),
        (("Hẹn trả kết quả", "Result promised for"), _moment(dossier.promised_at)),
    ]
    if dossier.due_at != dossier.promised_at:
        rows.append((("Hạn theo quy định", "Legal due time"), _moment(dossier.due_at)))
    if dossier.procedure:
        rows.insert(0, (("Thủ tục", "Procedure"), (dossier.procedure, "")))
    told = "".join(_row(label, value) for label, value in rows)
    state = _both(plain_state(dossier.state), of=' class="state"')
    bring = _bring(dossier.bring)
    return f"<section><h2>{escape(dossier.code)}</h2>{state}{bring}<dl>{told}</dl></section>"


def _row(label: Words, value: Words) -> str:
    """One fact; what is the same in both languages stands once."""
    vi, en = value
    words = escape(vi) if en in ("", vi) else _both(value, "span")
    return f"<dt>{_both(label, 'span')}</dt><dd>{words}</dd>"


def _bring(papers: tuple[str, ...]) -> str:
    if not papers:
        return ""
    lines = "".join(f"<li>{escape(paper)}</li>" for paper in papers)
    head = ("Xin mang đến bộ phận một cửa:", "Please bring to the desk:")
    return f'<div class="told">{_both(head)}<ul>{lines}</ul></div>'


def _moment(text: str) -> Words:
    at = read_moment(text)
    return (f"{at:%H:%M} ngày {at:%d/%m/%Y}", f"{at:%d/%m/%Y %H:%M}")


def _told(words: Words, *, hidden: bool = False) -> str:
    state = " hidden" if hidden else ""
    return f'<div class="told" id="told" role="alert" tabindex="-1"{state}>{_both(words)}</div>'


def _noscript() -> str:
    words = (
        "Trình duyệt này không chạy JavaScript: hãy quét mã QR trên giấy tiếp nhận.",
        "This browser runs no JavaScript: please scan the QR code on your slip.",
    )
    return f"<noscript>{_both(words)}</noscript>"


def _form() -> str:
    code = _field("code", ("Mã hồ sơ", "Code of the dossier"), 80)
    secret = _field("secret", ("Mã bí mật, 8 chữ cái", "Secret, 8 letters"), 40)
    button = '<button type="submit">Tra cứu / <i lang="en">Look up</i></button>'
    return f'<form method="post" action="./" autocomplete="off">{code}{secret}{button}</form>'


def _field(name: str, label: Words, most: int) -> str:
    return (
        f'<label for="{name}">{_both(label, "span")}</label>'
        f'<input id="{name}" name="{name}" required maxlength="{most}" autocapitalize="characters"'
        ' autocomplete="off" spellcheck="false">'
    )


def _hint() -> str:
    words = (
        "Hai mã in ở giấy tiếp nhận. Quét mã QR trên giấy thì không phải nhập.",
        "Both stand on your slip. Scan its QR code and nothing has to be typed.",
    )
    return _both(words)


def _back(root: str) -> str:
    words = _both(("Tra cứu hồ sơ khác", "Another dossier"), "span")
    return f'<p><a href="{escape(root)}">{words}</a></p>'


def _desk(desk: PublicDesk) -> str:
    """Whom to ask: the desk's name, hours, phone."""
    hours = "".join(
        f"<dt>{_both(WEEKDAYS[day - 1], 'span')}</dt><dd>{escape(words)}</dd>"
        for day, words in desk.hours
    )
    phone = "".join(sign for sign in desk.phone if sign.isdigit() or sign == "+")
    call = f'<p><a href="tel:{escape(phone)}">{escape(desk.phone)}</a></p>' if phone else ""
    head = f"<h2>{escape(desk.name)}</h2><p>{escape(desk.unit)}</p>"
    return f"<footer><section>{head}{call}<dl>{hours}</dl></section></footer>"
