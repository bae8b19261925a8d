"""Text as lines: nothing lost, nothing too wide, what belongs together stays together."""

import re

from hypothesis import given
from hypothesis import strategies as st

from accessibility.plain_lines import TEXT_WIDTH, display_width, pages_of, wrap, wrapped_text

TEXTS = st.text(alphabet=st.characters(exclude_categories=("C", "Z"), include_characters=" \n"))


@given(TEXTS, st.integers(20, 100))
def test_no_character_is_lost_and_no_line_is_too_wide(text: str, columns: int) -> None:
    lines = wrapped_text(text, columns)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    assert all(display_width(line) <= columns for line in lines)


@given(st.text(alphabet="ab ", max_size=300), st.integers(20, 80))
def test_words_are_never_broken_where_they_fit(text: str, width: int) -> None:
    words = [word for word in text.split() if len(word) <= width]
    if len(words) == len(text.split()):
        assert " ".join(wrap(text, width)).split() == words


def test_dates_amounts_and_hours_are_not_torn_apart() -> None:
    text = "Du skal betale 834,50 kr. senest den 15. december 2026 kl. 9.00 til kommunen"
    for width in range(30, 80):
        shown = "\n".join(wrap(text, width))
        assert all(part in shown for part in ("834,50 kr.", "15. december", "kl. 9.00"))


def test_lines_broken_by_the_sender_are_joined_only_where_the_line_was_full() -> None:
    broken = (
        "Vi har modtaget din henvendelse og har nu behandlet sagen, og mødet er\n"
        "den 9. oktober.\n"
        "Husstandens indkomst om året er nu blevet regnet ud til 214.800,00 kr.\n"
        "Husleje uden varme og vand: 6.940,00 kr."
    )
    lines = wrapped_text(broken, 40)
    date = "Afgørelsen er truffet efter reglerne i lovbekendtgørelse nr. 548 af 7.\nfebruar 2024."
    assert "7. februar" in "\n".join(wrapped_text(date, 72))
    assert " ".join(lines).count("mødet er den 9. oktober.") == 1
    assert "Husleje uden varme og vand: 6.940,00 kr." in lines


def test_short_lines_stay_apart_also_among_long_ones() -> None:
    text = "Her er en linje, som er lang nok til, at nogen kunne have brudt den\nvarme\nvand"
    assert wrapped_text(text, 72)[1:] == ["varme", "vand"]


def test_addresses_and_columns_keep_their_lines() -> None:
    text = "Anna Prøve\nVejen 1\n1234 Byen\n\nJanuar    100,00 kr.\nFebruar   200,00 kr."
    assert len(wrapped_text(text, 80)) == 6


def test_a_long_address_of_the_web_is_whole_where_it_fits_and_broken_at_its_joints() -> None:
    url = "https://www.borger.example/" + "/".join(["afdeling"] * 5)
    assert url in wrapped_text(f"Se {url} nu", 79)
    lines = wrapped_text(url, 40)
    assert "".join(lines) == url
    assert all(line.endswith("/") for line in lines[:-1])


def test_wide_characters_count_twice() -> None:
    assert display_width("漢字") == 4
    assert display_width("e\u0301") == 1
    assert all(display_width(line) <= 20 for line in wrapped_text("漢字" * 30, 20))


def test_pages_begin_and_end_with_words() -> None:
    lines = [str(n) if n % 5 else "" for n in range(1, 60)]
    pages = pages_of(lines, first=10, size=10)
    assert all(page[0] and page[-1] for page in pages)
    assert [line for page in pages for line in page if line] == [line for line in lines if line]


def test_text_is_at_most_72_wide_however_wide_the_terminal() -> None:
    assert max(map(len, wrapped_text("ord " * 100, 200))) <= TEXT_WIDTH
