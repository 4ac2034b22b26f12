"""Old provinces of the identity number, and the parts of made-up people for the demo."""

import csv
import unicodedata
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def _rows(name: str) -> list[dict[str, str]]:
    text = (RESOURCES / name).read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    return list(csv.DictReader(text.splitlines()))


def test_the_63_provinces_are_those_before_the_merger() -> None:
    names = {row["code"]: row["name"] for row in _rows("identity/provinces.csv")}
    assert len(names) == 63
    assert all(len(code) == 3 and code.isdigit() for code in names)
    # The same digits name another province today; numbers follow the old table.
    assert (names["024"], names["027"]) == ("Bắc Giang", "Bắc Ninh")
    assert (names["030"], names["062"], names["079"]) == (
        "Hải Dương",
        "Kon Tum",
        "Thành phố Hồ Chí Minh",
    )


def test_made_up_people_are_enough_and_of_both_sexes() -> None:
    people = _rows("demo/names.csv")
    assert 60 <= len(people) <= 120
    assert {person["sex"] for person in people} == {"female", "male"}
    full = [" ".join((person["family"], person["middle"], person["given"])) for person in people]
    assert len(set(full)) == len(full)


def test_hamlets_have_a_name_of_their_own() -> None:
    names = [row["name"] for row in _rows("demo/hamlets.csv")]
    assert 5 <= len(names) == len(set(names))
    assert names[0] == "Thôn Bùi Xá"
