"""Power cuts: the file calls of a day recorded, the disk rebuilt as it may lie there, nothing acknowledged lost.

What was not synced is lost, kept, or torn at a sector, each write for itself.
"""

import ast
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.faults.acts import copy_store, entries, sound
from tests.faults.forking import Forking, tell, times
from tests.support.desk import LEADER, dump, plain_order

SECTOR = 512
CALLS = "pwrite64,write,fdatasync,fsync,ftruncate,unlink"
_LINE = re.compile(
    r'\d+ +(?P<call>\w+)\((?:\d+<(?P<open>[^>]*)>|"(?P<named>[^"]*)")(?P<rest>.*)\) = (?P<done>-?\d+)'
)
_DATA = re.compile(r', "(?P<data>(?:[^"\\]|\\.)*)", (?P<size>\d+)(?:, (?P<at>\d+))?$')


@dataclass(frozen=True)
class Call:
    """One call: on which file ("" the database, "-wal", "out"), what it wrote where."""

    name: str
    file: str
    data: bytes = b""
    at: int = 0


@dataclass
class Disk:
    """A file as it surely lies there, and what was written since its last sync."""

    sure: bytearray
    open: list[Call] = field(default_factory=list)

    def take(self, call: Call) -> None:
        if call.name in ("fdatasync", "fsync"):
            for each in self.open:
                put(self.sure, each, len(each.data))
            self.open.clear()
        else:
            self.open.append(call)

    def after_cut(self, chance: random.Random) -> bytes:
        """One of the contents it may have once power is back."""
        found = bytearray(self.sure)
        for call in self.open:
            fate = chance.choice(("lost", "kept", "torn"))
            if fate == "kept":
                put(found, call, len(call.data))
            elif fate == "torn" and call.name == "pwrite64":
                put(found, call, SECTOR * chance.randrange(len(call.data) // SECTOR + 1))
        return bytes(found)


def put(into: bytearray, call: Call, length: int) -> None:
    if call.name == "ftruncate":
        del into[call.at :]
        into.extend(bytes(call.at - len(into)))
        return
    if call.name == "unlink":
        into.clear()
        return
    end = call.at + length
    into.extend(bytes(max(0, end - len(into))))
    into[call.at : end] = call.data[:length]


def read_calls(trace: Path, store: str, out: str) -> Iterator[Call]:
    """The calls on the store's files and on what was said, in their order."""
    names = {store: "", f"{store}-wal": "-wal", out: "out"}
    for line in trace.read_text("utf-8", "replace").splitlines():
        found = _LINE.match(line)
        if found is None or int(found["done"]) < 0:
            continue
        file = names.get(found["open"] or found["named"])
        if file is None:
            continue
        data = _DATA.match(found["rest"])
        if data is not None:
            written: bytes = ast.literal_eval(f'b"{data["data"]}"')
            assert len(written) == int(data["size"])
            yield Call(found["call"], file, written, int(data["at"] or 0))
        elif found["call"] == "ftruncate":
            yield Call("ftruncate", file, b"", int(found["rest"].lstrip(", ")))
        else:
            yield Call(found["call"], file)


def a_day() -> str:
    """Receptions, settlements and returns, one after the other."""
    lines = []
    for number in range(1, 9):
        code = f"H99.99.99-261125-{number:04d}"
        receiver = {"receiver": "Nguyễn Thị Đường"}
        lines += [
            {"verb": "receive", "order": plain_order(name=f"Người thứ {number}")},
            {"verb": "step", "code": code, "step": "propose", "facts": {"decision": "Đồng ý"}},
            {"verb": "step", "code": code, "step": "settle", "as": LEADER},
            {"verb": "step", "code": code, "step": "return_result", "facts": receiver},
        ]
    return "\n".join(map(dump, lines))


@pytest.mark.slow
@pytest.mark.strace
def test_whatever_the_disk_holds_after_a_cut_nothing_acknowledged_is_lost(
    command: Forking, store: str, tmp_path: Path
) -> None:
    lived, cut, trace = (str(tmp_path / name) for name in ("lived", "cut", "trace"))
    copy_store(store, lived)
    out = str(command.folder / "said.out")
    words = ("-y", "-s", "100000", "-e", f"trace={CALLS}", "-o", trace)
    told = command.run(lived, "batch", "-", stdin=a_day(), trace=words)
    assert told.code == 0
    calls = list(read_calls(Path(trace), lived, out))
    whole = entries(lived)
    assert sum(call.name == "fdatasync" for call in calls) >= 16
    chance, tried, lost = random.Random(1000), times(40, 1000), []
    for number in range(tried):
        disks = {"": Disk(bytearray(Path(store).read_bytes())), "-wal": Disk(bytearray())}
        acknowledged, position = 0, chance.randrange(1, len(calls) + 1)
        for call in calls[:position]:
            if call.file == "out":
                acknowledged += call.data.count(b'"state"')
            else:
                disks[call.file].take(call)
        for end in ("", "-wal", "-shm"):
            Path(cut + end).unlink(missing_ok=True)
            if end in disks and (content := disks[end].after_cut(chance)):
                Path(cut + end).write_bytes(content)
        kept = entries(cut)
        if kept != whole[: len(kept)] or len(kept) < acknowledged + 1 or not sound(cut):
            lost.append((number, position, acknowledged, len(kept)))
    tell("power cut", tried, len(lost))
    assert lost == []
