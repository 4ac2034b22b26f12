"""No file names a package registry, a folder of somebody's machine or a secret."""

import re

import pytest

from tests.house.tracked import ROOT, tracked

LOCKS = ["run.lock", "dev.lock"]
# Written apart, so that this file does not hold what it looks for.
MACHINE = re.compile(rb"(?<![\w.:/-])/(?:ho" + rb"me|ro" + rb"ot|wo" + rb"rk|Us" + rb"ers)/\w")
REGISTRY = re.compile(
    rb"pypi\.o" + rb"rg|pythonhosted\.o" + rb"rg|npmjs\.o" + rb"rg|https?://[^\s/]*@", re.IGNORECASE
)
KEY = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE " + rb"KEY-----")
LARGEST_TEXT = 3_000_000


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_names_and_digests_only(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text("utf-8")
    assert "http" not in text
    assert "file:" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE), "an option in a lock"
    pinned = re.findall(r"^([a-z0-9-]+(?:\[\w+\])?)==", text, re.MULTILINE)
    assert len(pinned) > 20
    blocks = re.split(r"^(?=[a-z])", text, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)


def test_the_run_lock_is_part_of_the_dev_lock() -> None:
    run, dev = (
        set(re.findall(r"^\S+==\S+", (ROOT / "packaging" / name).read_text("utf-8"), re.MULTILINE))
        for name in LOCKS
    )
    assert run < dev


@pytest.mark.parametrize("pattern", [MACHINE, REGISTRY, KEY], ids=["machine", "registry", "key"])
def test_no_text_names_a_machine_a_registry_or_a_key(pattern: re.Pattern[bytes]) -> None:
    found = []
    for file in tracked():
        content = (ROOT / file).read_bytes()
        if b"\0" in content[:4096] or len(content) > LARGEST_TEXT:
            continue
        found += [f"{file}: {hit.group().decode()}" for hit in pattern.finditer(content)]
    assert not found
