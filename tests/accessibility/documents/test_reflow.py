"""A page's lines become paragraphs only where it is safe."""

import pytest

from accessibility.documents.pdf.reflow import reflowed

WIDE = "x" * 70


def test_a_paragraph_is_joined_and_an_address_is_not() -> None:
    page = (
        "Bo Hansen\r\nVej 1\r\n5000 By\r\nVi har behandlet din ansøgning om støtte, som vi modtog "
        "den 14. \r\noktober 2026. Du har ret til støtte.\r\nMed hilsen"
    )
    assert reflowed(page).split("\n") == [
        "Bo Hansen",
        "Vej 1",
        "5000 By",
        "Vi har behandlet din ansøgning om støtte, som vi modtog den 14. oktober 2026. "
        "Du har ret til støtte.",
        "Med hilsen",
    ]


@pytest.mark.parametrize(
    ("page", "joined"),
    [
        (f"{WIDE} kommu\ufffe\nnen har besluttet", f"{WIDE} kommunen har besluttet"),
        (f"{WIDE} Teknik-\nog Miljø er med her", f"{WIDE} Teknik- og Miljø er med her"),
        (f"{WIDE} 2026-\n118204 er nummeret", f"{WIDE} 2026-118204 er nummeret"),
    ],
)
def test_a_word_is_put_together_only_in_the_safe_case(page: str, joined: str) -> None:
    assert reflowed(page) == joined


def test_a_list_and_a_table_keep_their_lines() -> None:
    page = f"{WIDE} som \n\uf0b7 ring til os\n\uf0b7 betal\nMaj 10,00 kr.\nJuni 20,00 kr."
    assert reflowed(page).split("\n")[1:] == [
        "- ring til os",
        "- betal",
        "Maj 10,00 kr.",
        "Juni 20,00 kr.",
    ]
