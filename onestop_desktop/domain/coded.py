"""What refusals and faults have in common: a code made from the class's name, and plain facts."""

import re
from typing import Any, ClassVar

_HUMP = re.compile(r"(?<!^)(?=[A-Z])")


class CodedError(Exception):
    """An error told by code and facts; never shown as it is."""

    code: ClassVar[str]

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls.code = _HUMP.sub("_", cls.__name__).lower()

    def __init__(self, **facts: Any) -> None:
        super().__init__(self.code)
        self.facts = facts

    @property
    def field(self) -> str:
        """The order's field at fault, "" where no single field is."""
        return str(self.facts.get("field", ""))


class DeskError(CodedError):
    """A refusal: the order cannot be done, nothing was stored. `others` holds further faults."""

    def __init__(self, **facts: Any) -> None:
        super().__init__(**facts)
        self.others: tuple[DeskError, ...] = ()


class WorldFault(CodedError):
    """The world's fault: disk, lock, printer, damaged file. The program itself is sound."""
