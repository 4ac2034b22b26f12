"""Plain shapes of charts in a picture's own units: drawn by a painter on the screen, by the forms on paper."""

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `fill` and `outline` are colour tokens, "" for none; `thick` is the outline's breadth."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    outline: str = ""
    thick: float = 1.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line of a breadth."""

    x: float
    y: float
    to_x: float
    to_y: float
    ink: str
    thick: float = 1.0


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text whose base line is `y`, cut where it is longer than `most` (0: never).

    `align` says what `x` is: its left end, its right end or its middle.
    """

    x: float
    y: float
    text: str
    size: float
    ink: str = "text"
    strong: bool = False
    align: str = "left"
    most: float = 0.0


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark of the house's set by its name, in a square of `size` with its upper left corner at (x, y)."""

    x: float
    y: float
    name: str
    ink: str
    size: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure stands: what opens its list, and the figure in a sentence."""

    x: float
    y: float
    width: float
    height: float
    key: str
    sentence: str


Shape = Box | Stroke | Label | Sign


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes in their order, the spots of figures in the order one walks them."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...] = ()


def cut_top(picture: Picture, above: float) -> Picture:
    """The picture without what stands in its first units."""

    def moved(shape: Shape) -> Shape:
        if isinstance(shape, Stroke):
            return replace(shape, y=shape.y - above, to_y=shape.to_y - above)
        return replace(shape, y=shape.y - above)

    return Picture(
        picture.width,
        picture.height - above,
        tuple(moved(shape) for shape in picture.shapes),
        tuple(replace(spot, y=spot.y - above) for spot in picture.spots),
    )


class Sheet:
    """A picture while it is drawn."""

    def __init__(self, width: float, height: float) -> None:
        self._size = (width, height)
        self._shapes: list[Shape] = []
        self._spots: list[Spot] = []

    def add(self, *shapes: Shape) -> None:
        """Draw these over what there is."""
        self._shapes.extend(shapes)

    def spot(self, x: float, y: float, width: float, height: float, key: str, says: str) -> None:
        """Let a place stand for a figure."""
        self._spots.append(Spot(x, y, width, height, key, says))

    def picture(self) -> Picture:
        """What was drawn."""
        return Picture(*self._size, tuple(self._shapes), tuple(self._spots))


def bar(x: float, y: float, width: float, height: float, *, dark: bool = True) -> Box:
    """A bar of a chart: two kinds that differ in lightness and outline, so that they print in grey."""
    return Box(x, y, width, height, "accent" if dark else "past", "" if dark else "text2")


def scale(values: Iterable[float], room: float) -> float:
    """How long one unit is, so that the largest value fits; the axis begins at zero."""
    most = max((*values, 0.0))
    return room / most if most else 0.0
