"""Reading an identity card: both generations, by position and shape; only field 1 is the identity."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onestop_desktop.domain.applicant import Applicant, ApplicantKind, Sex, identity_warnings
from onestop_desktop.domain.card import IdentityCard, looks_like_card, read_card
from onestop_desktop.domain.errors import CardIsVneid, CardUnreadable, DeskError
from onestop_desktop.domain.moments import read_day

OF_2021 = "030185001234|142345678|Nguyễn Thị Đường|02031985|Nữ|Thôn Bùi Xá, Đoàn Kết|10052021"
OF_2024 = (
    "030185001234||Nguyễn Thị Đường|02031985|Nữ|Thôn Bùi Xá, Đoàn Kết|10052025||Nguyễn Văn Cha|"
    "030160009999|Trần Thị Mẹ|030162008888"
)
PROVINCES = {"030": "Hải Dương", "001": "Hà Nội"}


def test_a_card_of_2021() -> None:
    assert read_card(OF_2021) == IdentityCard(
        "030185001234",
        "142345678",
        "Nguyễn Thị Đường",
        read_day("1985-03-02"),
        Sex.FEMALE,
        "Thôn Bùi Xá, Đoàn Kết",
        read_day("2021-05-10"),
    )


def test_a_card_of_2024_keeps_nothing_of_the_parents() -> None:
    card = read_card(OF_2024)
    assert (card.identity, card.old_identity, card.issued_on) == (
        "030185001234",
        "",
        read_day("2025-05-10"),
    )
    for secret in ("Cha", "Mẹ", "030160009999", "030162008888"):
        assert secret not in repr(card)


def test_a_card_without_the_field_of_the_old_number() -> None:
    card = read_card("030185001234|Nguyễn Thị Đường|02031985|Nữ|Thôn Bùi Xá|10052021")
    assert (card.name, card.old_identity, card.address) == ("Nguyễn Thị Đường", "", "Thôn Bùi Xá")


@pytest.mark.parametrize("end", ["", "\n", "\r\n", " ", "\r"])
def test_what_a_scanner_adds_at_the_end_is_no_part_of_it(end: str) -> None:
    assert read_card(OF_2021 + end) == read_card(OF_2021)


def test_letters_in_parts_become_whole_letters() -> None:
    assert read_card(unicodedata.normalize("NFD", OF_2021)).name == "Nguyễn Thị Đường"


def test_a_year_alone_or_no_day_is_left_out() -> None:
    assert read_card(OF_2021.replace("02031985", "1985")).born_on is None
    assert read_card(OF_2021.replace("10052021", "")).issued_on is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (OF_2021.replace("030185001234", "03018500123"), "number"),
        (OF_2021.replace("030185001234", "0301850012345"), "number"),
        (OF_2021.replace("030185001234", "٠٣٠١٨٥٠٠١٢٣٤"), "number"),
        (OF_2021.replace("02031985", "31021985"), "born_on"),
        (OF_2021.replace("10052021", "10132021"), "issued_on"),
        (OF_2021.replace("Nguyễn Thị Đường", ""), "name"),
        (OF_2021.replace("Nguyễn Thị Đường", "Nguyễn\u202e Thị"), "name"),
        ("030185001234", "not_a_card"),
        ("", "not_a_card"),
        ("|" * 8, "number"),
        (OF_2021 + "|" * 3000, "too_long"),
    ],
)
def test_what_is_no_card_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(CardUnreadable) as refused:
        read_card(text)
    assert refused.value.facts["reason"] == reason


@pytest.mark.parametrize(
    "text",
    [
        "https://dichvucong.gov.vn/qr?x=1",
        "http://vneid.gov.vn",
        "VNEID|030185001234",
        "eyJhbGciOiJIUzI1NiJ9.abc_-123456789012345678".replace(".", "_"),
    ],
)
def test_a_code_of_vneid_gets_its_own_sentence(text: str) -> None:
    with pytest.raises(CardIsVneid):
        read_card(text)


def test_letters_lost_by_a_keyboard_scanner_are_doubted() -> None:
    card = read_card(OF_2021.replace("Nguyễn Thị Đường", "Nguy?n Th? ???ng").replace("ù", "?"))
    assert card.doubtful == ("name", "address")
    assert read_card(OF_2021).doubtful == ()


@given(st.text(max_size=300))
def test_any_text_is_a_card_or_a_refusal(text: str) -> None:
    try:
        card = read_card(text)
    except DeskError:
        return
    assert card.identity == text.strip()[:12]


FIELD = st.text(st.characters(exclude_characters="|", exclude_categories=("Cs", "Cc")), max_size=40)


@given(st.lists(FIELD, min_size=6, max_size=14))
def test_only_the_first_field_is_ever_the_identity(fields: list[str]) -> None:
    try:
        card = read_card("|".join(["030185001234", *fields]))
    except DeskError:
        return
    assert card.identity == "030185001234"


def test_fewer_than_six_fields_are_not_worth_reading() -> None:
    assert looks_like_card(OF_2021)
    assert not looks_like_card("a|b|c|d")


# -- what is odd about a number, and passes
def person(**changes: object) -> Applicant:
    facts: dict[str, object] = {
        "identity": "030185001234",
        "born_on": read_day("1985-03-02"),
        "sex": Sex.FEMALE,
        "phone": "0912345678",
    } | changes
    return Applicant(ApplicantKind.PERSON, "Nguyễn Thị Đường", **facts)  # type: ignore[arg-type]


def codes(applicant: Applicant) -> list[str]:
    return [warning.code for warning in identity_warnings(applicant, PROVINCES)]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, []),
        ({"identity": ""}, []),
        ({"identity": "999185001234"}, ["identity_odd_province"]),
        ({"sex": Sex.MALE}, ["identity_odd_sex"]),
        ({"sex": Sex.UNKNOWN}, []),
        ({"identity": "030285001234"}, ["identity_odd_sex", "identity_odd_year"]),  # 21st century
        ({"identity": "030385001234"}, ["identity_odd_year"]),
        ({"born_on": read_day("1986-03-02")}, ["identity_odd_year"]),
        ({"born_on": None}, []),
        ({"identity": "142345678"}, ["identity_old_card"]),
        ({"identity": "B1234567"}, []),
        ({"phone": "0612345678"}, ["phone_odd"]),
        ({"phone": "0912 345 678"}, []),
        ({"phone": "0912.345.678"}, []),
        ({"phone": "+84 912345678"}, []),
        ({"phone": "0220 3000 000"}, []),
        ({"phone": "1900 1234"}, []),
        ({"phone": ""}, []),
    ],
)
def test_odd_but_possible_values_warn_and_pass(
    changes: dict[str, object], found: list[str]
) -> None:
    assert codes(person(**changes)) == found


def test_an_organisations_number_is_not_read_as_a_persons() -> None:
    firm = Applicant(ApplicantKind.ORGANISATION, "Hợp tác xã Đoàn Kết", "999185001234")
    assert codes(firm) == []
