"""The faces of paper: Liberation Serif in four cuts, registered once for the process."""

from functools import lru_cache

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from onestop_desktop.settings import resources

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "Serif", "Serif-Bold", "Serif-Italic", "Serif-BoldItalic"
_FILES = {
    REGULAR: "LiberationSerif-Regular.ttf",
    BOLD: "LiberationSerif-Bold.ttf",
    ITALIC: "LiberationSerif-Italic.ttf",
    BOLD_ITALIC: "LiberationSerif-BoldItalic.ttf",
}


@lru_cache(maxsize=1)
def register_faces() -> None:
    """Load the faces; a second call costs nothing."""
    folder = resources() / "fonts"
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(folder / file)))
    for at, name in enumerate((REGULAR, ITALIC, BOLD, BOLD_ITALIC)):
        addMapping("Serif", at // 2, at % 2, name)


def width(text: str, face: str, size: float) -> float:
    """The width of a line in points."""
    return float(pdfmetrics.stringWidth(text, face, size))
