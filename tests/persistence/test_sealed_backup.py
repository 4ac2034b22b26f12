"""A sealed copy: opens with its passphrase alone, and not at all once anything of it was changed."""

import io
import json
import tracemalloc
from typing import BinaryIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onestop_desktop.domain import backup_errors as errors
from onestop_desktop.persistence import sealed_backup
from onestop_desktop.persistence.sealed_backup import MAGIC, PIECE, TAG, SealKey, Way

KEY = SealKey(Way("00" * 16), b"k" * 32)
PASSPHRASE = "mười hai con giáp"


def sealed(plain: bytes, key: SealKey = KEY) -> bytes:
    out = io.BytesIO()
    sealed_backup.seal(io.BytesIO(plain), len(plain), out, key)
    return out.getvalue()


def opened(raw: bytes, passphrase: str = "", key: SealKey | None = KEY) -> bytes:
    return b"".join(sealed_backup.unseal(io.BytesIO(raw), "tep", passphrase, key))


def head_of(raw: bytes) -> int:
    return len(sealed_backup.read_head(io.BytesIO(raw), "tep").raw)


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_was_sealed_is_opened_again(
    size: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    plain = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    raw = sealed(plain)
    assert opened(raw) == plain
    file = tmp_path_factory.mktemp("s") / "a"
    file.write_bytes(raw)
    assert sealed_backup.is_whole(file)
    file.write_bytes(raw[:-1])
    assert not sealed_backup.is_whole(file)


def test_the_passphrase_opens_it_and_another_does_not() -> None:
    raw = sealed(b"ho so", sealed_backup.new_key(PASSPHRASE))
    assert opened(raw, PASSPHRASE, None) == b"ho so"
    assert opened(raw, f" {PASSPHRASE} ", None) == b"ho so"
    with pytest.raises(errors.PassphraseWrong):
        opened(raw, PASSPHRASE.upper(), None)
    with pytest.raises(errors.PassphraseMissing):
        opened(raw, "", None)
    with pytest.raises(errors.PassphraseMissing):
        opened(raw, "", KEY)  # a key of another passphrase


def test_the_same_letters_typed_otherwise_are_the_same_passphrase() -> None:
    composed, apart = "mười hai giờ đúng", "mu\u031bo\u031b\u0300i hai gio\u031b\u0300 đúng"
    raw = sealed(b"x", sealed_backup.new_key(composed))
    assert opened(raw, apart, None) == b"x"


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(errors.PassphraseWeak) as weak:
        sealed_backup.new_key("matkhau2026")
    assert weak.value.facts["least"] == 12


def test_nothing_readable_stands_in_it() -> None:
    name = "Nguyễn Thị Đường".encode()
    assert name not in sealed(name * 1000)


def test_two_copies_of_one_store_share_nothing_but_the_way_to_the_key() -> None:
    first, second = sealed(b"a" * 4096), sealed(b"a" * 4096)
    assert first[head_of(first) :] != second[head_of(second) :]


@given(st.data())
@settings(max_examples=150)
def test_any_changed_byte_is_found(data: st.DataObject) -> None:
    raw = sealed(b"x" * 3000)
    at = data.draw(st.integers(0, len(raw) - 1))
    bit = data.draw(st.integers(0, 7))
    changed = bytearray(raw)
    changed[at] ^= 1 << bit
    # A changed head may look like another way to the key, or another file's check.
    with pytest.raises((errors.BackupDamaged, errors.PassphraseWrong, errors.PassphraseMissing)):
        opened(bytes(changed))


def test_a_changed_body_is_damage_and_never_a_wrong_passphrase() -> None:
    raw = bytearray(sealed(b"x" * 3000))
    raw[head_of(bytes(raw)) + 100] ^= 1
    with pytest.raises(errors.BackupDamaged):
        opened(bytes(raw))


def test_pieces_swapped_left_out_doubled_or_of_another_file_are_found() -> None:
    raw = sealed(b"a" * PIECE + b"b" * PIECE + b"c" * PIECE)
    head, body = raw[: head_of(raw)], raw[head_of(raw) :]
    one, two, three = (body[at : at + PIECE + TAG] for at in range(0, len(body), PIECE + TAG))
    other = sealed(b"a" * PIECE + b"b" * PIECE + b"c" * PIECE)
    for wrong in (two + one + three, one + three, one + two, one + one + two, body + three):
        with pytest.raises(errors.BackupDamaged):
            opened(head + wrong)
    with pytest.raises(errors.BackupDamaged):
        opened(head + other[head_of(other) :])


def test_cut_off_anywhere_it_does_not_open() -> None:
    raw = sealed(b"x" * 2000)
    for length in range(0, len(raw), 37):
        with pytest.raises((errors.BackupDamaged, errors.PassphraseWrong)):
            opened(raw[:length])


@pytest.mark.parametrize(
    "change",
    [
        {"memory": 1 << 40},
        {"iterations": 10**9},
        {"lanes": 0},
        {"memory": "nhiều"},
        {"salt": "zz"},
        {"lạ": 1},
    ],
)
def test_a_head_that_asks_too_much_is_not_followed(change: dict[str, object]) -> None:
    raw = sealed(b"x")
    length = head_of(raw)
    told = json.loads(raw[len(MAGIC) + 4 : length])
    told["key"] |= change
    text = json.dumps(told).encode()
    with pytest.raises(errors.BackupDamaged):
        opened(MAGIC + len(text).to_bytes(4, "big") + text + raw[length:], PASSPHRASE, None)


class Endless(io.RawIOBase):
    """Bytes that are made as they are read."""

    def read(self, size: int = -1) -> bytes:
        return b"h" * size


class Sink(io.RawIOBase):
    """Counts what is written."""

    written = 0

    def write(self, content: object) -> int:
        assert isinstance(content, bytes)
        self.written += len(content)
        return len(content)


def test_memory_stays_flat_however_large_the_store() -> None:
    source: BinaryIO = Endless()  # type: ignore[assignment]
    sink = Sink()
    size = 100 * PIECE
    tracemalloc.start()
    sealed_backup.seal(source, size, sink, KEY)  # type: ignore[arg-type]
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sink.written > size
    assert peak < 8 * PIECE
