"""Every colour, space, size and type role of the screens, as plain values; nothing here draws."""

from typing import NamedTuple


# Named tuples, not dataclasses: these are made before the first paint, and are quicker to make.
class Palette(NamedTuple):
    """One scheme's colours as #RRGGBB; a view names the token, never the value."""

    window: str
    rail: str
    surface: str
    line: str
    text: str
    text2: str
    hint: str
    border: str
    accent: str
    on_accent: str
    selection: str
    tint: str
    ready: str
    ready_tint: str
    soon: str
    soon_tint: str
    late: str
    late_tint: str
    pause: str
    pause_tint: str
    card: str
    card_tint: str
    past: str
    free: str
    paper: str
    toast: str
    on_toast: str


LIGHT = Palette(
    window="#F4F3EE",
    rail="#EAE8E1",
    surface="#FFFFFF",
    line="#DAD8CF",
    text="#1B2225",
    text2="#4E5659",
    hint="#5C6361",
    border="#7E8077",
    accent="#1F4A86",
    on_accent="#FFFFFF",
    selection="#D6E3F4",
    tint="#E2EAF5",
    ready="#127148",
    ready_tint="#DDEFE5",
    soon="#835301",
    soon_tint="#FBE9C6",
    late="#8A0B23",
    late_tint="#F9DFE1",
    pause="#55425D",
    pause_tint="#ECE4EF",
    card="#0B5E69",
    card_tint="#DBEEF0",
    past="#B9C6D8",
    free="#E3E1D9",
    paper="#FFFFFF",
    toast="#1B2225",
    on_toast="#FFFFFF",
)

DARK = Palette(
    window="#1B1F22",
    rail="#15181B",
    surface="#24292D",
    line="#3A4247",
    text="#E8EBE9",
    text2="#B9C1C1",
    hint="#A9B3B3",
    border="#7D878C",
    accent="#8FB8F2",
    on_accent="#10213A",
    selection="#2B415F",
    tint="#24364F",
    ready="#74DBAB",
    ready_tint="#1F3A2D",
    soon="#EFC263",
    soon_tint="#403115",
    late="#FB8F7F",
    late_tint="#47231F",
    pause="#E7C6E4",
    pause_tint="#3B2F40",
    card="#7CCFDA",
    card_tint="#173A3F",
    past="#44566E",
    free="#2E3438",
    paper="#F1EFE9",
    toast="#3A4247",
    on_toast="#FFFFFF",
)

SCHEMES = {"light": LIGHT, "dark": DARK}

# Spaces and sizes, in device-independent pixels.
SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL, SPACE_XXL = 4, 8, 12, 16, 20, 24
PAGE_MARGIN = SPACE_XL
FIELD_GAP = SPACE_M
RADIUS, HINT_RADIUS = 4, 3
BORDER, FAULT_BORDER, CARD_BAR = 1, 2, 4
TOP_BAR, RAIL, RAIL_NARROW, RAIL_ROW = 48, 196, 56, 36
FIELD, BUTTON, PRIMARY, CHIP = 32, 32, 40, 32
ROW, FORM_ROW, THREE_LINE_ROW, TABLE_HEAD = 36, 32, 68, 28
FOOTER, TOAST = 60, 64
RIGHT_COLUMN = 380
FORM_WIDEST = 880
MARK, BOARD_MARK, ICON = 12, 18, 16
NARROW_BELOW, LOW_BELOW, ONE_COLUMN_BELOW = 1340, 690, 1180


class TypeRole(NamedTuple):
    """A size in pixels and a weight of the screen face."""

    px: float
    weight: int


TYPE = {
    "appointment": TypeRole(36, 600),
    "title": TypeRole(20, 600),
    "name": TypeRole(17, 700),
    "clock": TypeRole(16, 600),
    "primary": TypeRole(14, 600),
    "section": TypeRole(13, 600),
    "strong": TypeRole(13, 600),
    "value": TypeRole(13, 500),
    "body": TypeRole(13, 400),
    "label": TypeRole(12, 400),
    "label_strong": TypeRole(12, 600),
    "reason": TypeRole(12.5, 400),
    "key": TypeRole(11, 400),
    "ruler": TypeRole(11, 400),
    "ruler_strong": TypeRole(11, 600),
    "board_number": TypeRole(76, 600),
    "board_share": TypeRole(34, 600),
    "board_label": TypeRole(20, 500),
    "board_text": TypeRole(17, 500),
}

FONT_FAMILY = "Mot Cua"
