"""Colours keep their contrast and stay apart for every eye; the face holds the language."""

import itertools
import sys
import unicodedata

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QApplication, QLabel

from onestop_desktop.desktop import icons, marks, theme, tokens
from tests.desktop.conftest import RESOURCES

Rgb = tuple[float, float, float]

# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear light.
SIGHTS = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
               (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
               (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
               (0.004733, 0.691367, 0.303900)),
}  # fmt: skip
STATES = ("ready", "soon", "late", "pause", "accent")


def linear(hex_colour: str) -> Rgb:
    def light(channel: str) -> float:
        part = int(channel, 16) / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return light(hex_colour[1:3]), light(hex_colour[3:5]), light(hex_colour[5:7])


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        red, green, blue = linear(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def lab(colour: Rgb) -> Rgb:
    red, green, blue = colour
    xyz = (
        (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047,
        0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
        (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: str, sight: str) -> Rgb:
    light = linear(colour)
    rows = (sum(a * b for a, b in zip(row, light, strict=True)) for row in SIGHTS[sight])
    red, green, blue = (min(1.0, max(0.0, part)) for part in rows)
    return lab((red, green, blue))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_are_readable_on_every_ground(scheme: str) -> None:
    colours = tokens.SCHEMES[scheme]
    for name in ("text", "text2", "hint", "accent", *STATES, "card"):
        for ground in ("surface", "window"):
            assert contrast(getattr(colours, name), getattr(colours, ground)) >= 5.3, (name, ground)
    assert contrast(colours.on_accent, colours.accent) >= 7
    assert contrast(colours.text, colours.selection) >= 8
    assert contrast(colours.text2, colours.rail) >= 4.5
    assert contrast(colours.on_toast, colours.toast) >= 7


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_states_are_readable_on_selection_and_on_their_tints(scheme: str) -> None:
    colours = tokens.SCHEMES[scheme]
    for name in (*STATES, "card"):
        assert contrast(getattr(colours, name), colours.selection) >= 4.6, name
        tint = "tint" if name == "accent" else f"{name}_tint"
        assert contrast(getattr(colours, name), getattr(colours, tint)) >= 5.0, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_edge_of_a_field_can_be_seen(scheme: str) -> None:
    colours = tokens.SCHEMES[scheme]
    assert contrast(colours.border, colours.surface) >= 3
    assert contrast(colours.border, colours.window) >= 3


@pytest.mark.parametrize(("scheme", "least"), [("light", 16.0), ("dark", 17.0)])
def test_states_stay_apart_for_colour_blind_eyes(scheme: str, least: float) -> None:
    colours = tokens.SCHEMES[scheme]
    for sight in SIGHTS:
        for one, other in itertools.combinations(STATES, 2):
            first, second = (seen(getattr(colours, each), sight) for each in (one, other))
            apart = sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5
            assert apart >= least, (sight, one, other, apart)


def test_the_screen_face_is_there_with_all_its_weights() -> None:
    for weight in (400, 500, 600, 700):
        face = theme.font("body")
        face.setWeight(face.weight().__class__(weight))
        shown = QFontInfo(face)
        assert (shown.family(), shown.weight()) == (tokens.FONT_FAMILY, weight)


@pytest.mark.parametrize("role", tokens.TYPE)
def test_digits_stand_in_columns(role: str) -> None:
    metrics = QFontMetricsF(theme.font(role))
    widths = {round(metrics.horizontalAdvance(digit * 8), 2) for digit in "0123456789"}
    assert len(widths) == 1


@pytest.mark.parametrize("face", ["Regular", "Medium", "SemiBold", "Bold"])
def test_the_face_holds_every_vietnamese_letter(face: str) -> None:
    vowels = "aăâeêioôơuưy"
    tones = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    letters = {unicodedata.normalize("NFC", vowel + tone) for vowel in vowels for tone in tones}
    letters |= {*"bcdđghklmnpqrstvxfjwz", *"0123456789", *"·–…×₫’“”|"}
    raw = QRawFont(str(RESOURCES / "fonts" / f"MotCua-{face}.ttf"), 16)
    for letter in letters | {each.upper() for each in letters}:
        assert raw.glyphIndexesForString(letter) not in ([], [0]), letter


def test_light_and_dark_are_switched_live(desk_app: QApplication) -> None:
    label = QLabel("chữ")
    label.setProperty("tone", "late")
    label.ensurePolished()
    before = label.palette().color(label.foregroundRole())
    theme.apply(desk_app, theme.DARK)
    after = label.palette().color(label.foregroundRole())
    assert (before.name(), after.name()) == (
        tokens.LIGHT.late.lower(),
        tokens.DARK.late.lower(),
    )


@pytest.mark.parametrize("name", [*marks.MARKS, *icons.ICONS])
def test_every_mark_and_icon_draws_inside_its_box(name: str) -> None:
    if name == "none":
        return
    image = QImage(36, 36, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        draw = icons.paint_icon if name in icons.ICONS else marks.paint_mark
        draw(painter, name, QRectF(6, 6, 24, 24), theme.colour("text"))
    inked = {(x, y) for x in range(36) for y in range(36) if image.pixelColor(x, y).alpha() > 40}
    assert inked
    assert all(4 <= x <= 31 and 4 <= y <= 31 for x, y in inked)


def test_painting_loses_no_reference_to_none() -> None:
    """PySide6 6.12.0 dropped one at most calls and died after some thousands of them."""
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    label = QLabel()
    before = sys.getrefcount(None)
    with QPainter(image) as painter:
        for _ in range(1000):
            painter.setPen(theme.colour("text"))
            painter.setFont(theme.font("body"))
            painter.drawRect(0, 0, 10, 10)
            painter.fillRect(0, 0, 5, 5, theme.colour("line"))
            label.setText("chữ")
    assert abs(sys.getrefcount(None) - before) < 500
