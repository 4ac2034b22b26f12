"""Frozen values as plain facts for journal, slip and command line: dicts, lists and plain values."""

from typing import Any

_LEAVES = frozenset({str, int, bool, float, type(None)})


def as_facts(value: Any) -> Any:
    """A dataclass as a dict, a tuple as a list, all the way down; plain values as they are.

    Several times quicker than `dataclasses.asdict`, which copies every leaf.
    """
    if type(value) in _LEAVES:
        return value
    names = getattr(type(value), "__dataclass_fields__", None)
    if names is not None:
        return {
            name: leaf if type(leaf := getattr(value, name)) in _LEAVES else as_facts(leaf)
            for name in names
        }
    if isinstance(value, tuple | list):
        return [as_facts(item) for item in value]
    return value
