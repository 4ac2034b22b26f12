"""Turns the tokens into fonts, a QPalette and the one style sheet; no widget is built here."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.qss import style_sheet

SYSTEM, LIGHT, DARK = "system", "light", "dark"


class _Chosen:
    """The scheme now shown: application-wide, exactly as QApplication's palette is."""

    scheme = LIGHT
    follows_system = False
    watcher: QObject | None = None


def before_application() -> None:
    """Let 125 % and 150 % screens scale by their true factor; must run before QApplication."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )


def load_fonts(folder: Path) -> list[str]:
    """Register every face of the folder; answer the families found, the screen face among them."""
    families: list[str] = []
    for face in sorted(folder.glob("MotCua-*.ttf")):
        number = QFontDatabase.addApplicationFont(str(face))
        families += QFontDatabase.applicationFontFamilies(number)
    font.cache_clear()
    _metrics.cache_clear()
    return families


def apply(app: QApplication, scheme: str = SYSTEM) -> None:
    """Style the whole application; call again at any time to switch light and dark live."""
    _Chosen.follows_system = scheme == SYSTEM
    if _Chosen.watcher is not app:
        app.styleHints().colorSchemeChanged.connect(lambda _scheme: _system_changed(app))
        _Chosen.watcher = app
        app.setStyle("Fusion")
    _Chosen.scheme = _system_scheme() if scheme == SYSTEM else scheme
    _colour.cache_clear()
    app.setFont(font("body"))
    app.setPalette(_qt_palette())
    app.setStyleSheet(style_sheet(palette()))


def _system_changed(app: QApplication) -> None:
    if _Chosen.follows_system and _system_scheme() != _Chosen.scheme:
        apply(app, SYSTEM)


def _system_scheme() -> str:
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def scheme() -> str:
    """The scheme now shown, "light" or "dark"."""
    return _Chosen.scheme


def palette() -> tokens.Palette:
    """The tokens of the scheme now shown."""
    return tokens.SCHEMES[_Chosen.scheme]


def colour(name: str) -> QColor:
    """A token's colour in the scheme now shown; an unknown name is an AttributeError."""
    return _colour(_Chosen.scheme, name)


@lru_cache(maxsize=256)
def _colour(scheme_name: str, name: str) -> QColor:
    return QColor(getattr(tokens.SCHEMES[scheme_name], name))


@lru_cache(maxsize=128)
def font(role: str) -> QFont:
    """The screen face in a type role of the tokens."""
    wanted = tokens.TYPE[role]
    face = QFont(tokens.FONT_FAMILY)
    # Half pixels cannot be asked for by setPixelSize; a point is 4/3 px at Qt's 96 logical dpi.
    if wanted.px == int(wanted.px):
        face.setPixelSize(int(wanted.px))
    else:
        face.setPointSizeF(wanted.px * 72 / _logical_dpi())
    face.setWeight(QFont.Weight(wanted.weight))
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return face


def _logical_dpi() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchY() if screen else 96.0


@lru_cache(maxsize=128)
def _metrics(role: str) -> QFontMetricsF:
    return QFontMetricsF(font(role))


def text_width(role: str, text: str) -> float:
    """How wide the text stands in a type role, in device-independent pixels."""
    return _metrics(role).horizontalAdvance(text)


def elided(role: str, text: str, width: float) -> str:
    """The text cut with an ellipsis to the width."""
    return _metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, width)


def _qt_palette() -> QPalette:
    roles = QPalette.ColorRole
    made = QPalette()
    for role, name in (
        (roles.Window, "window"),
        (roles.WindowText, "text"),
        (roles.Base, "surface"),
        (roles.AlternateBase, "surface"),
        (roles.Text, "text"),
        (roles.PlaceholderText, "hint"),
        (roles.Button, "surface"),
        (roles.ButtonText, "text"),
        (roles.Highlight, "selection"),
        (roles.HighlightedText, "text"),
        (roles.ToolTipBase, "surface"),
        (roles.ToolTipText, "text"),
        (roles.Link, "accent"),
        (roles.Mid, "border"),
        (roles.Midlight, "line"),
        (roles.Light, "surface"),
        (roles.Dark, "border"),
        (roles.Accent, "accent"),
    ):
        made.setColor(role, colour(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colour("hint"))
    return made
