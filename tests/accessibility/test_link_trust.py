"""Where a link leads, and what is said when that is not its letter's sender."""

import pytest

from accessibility.link_trust import domain_of, link_warning
from accessibility.wording import wording_for
from mailbox_store.model.party import IdType, Party

MAIL = Party(id_type=IdType.EMAIL, number="post@Bylderup.example")
NUMBER = Party(id_type=IdType.CVR, number="12345678", name="Borger.dk")
SAY = wording_for("en")


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://borger.dk/a?b#c", "borger.dk"),
        ("https://BORGER.dk:8443/", "borger.dk"),
        ("https://borger.dk@evil.example/", "evil.example"),
        ("https://evil.example\\@borger.dk/", ""),
        ("https://b\u043erger.dk/", "xn--brger-jye.dk"),  # a Cyrillic o
        ("javascript:alert(1)", ""),
        ("https://", ""),
        ("https://[::1", ""),
    ],
)
def test_the_domain_is_the_one_a_browser_would_go_to(url: str, domain: str) -> None:
    assert domain_of(url) == domain


@pytest.mark.parametrize(
    "url",
    ["https://bylderup.example/x", "https://www.bylderup.example", "https://post.borger.dk/x"],
)
def test_the_senders_own_domain_and_the_states_portals_need_no_word(url: str) -> None:
    assert link_warning(url, MAIL, SAY) == ""


@pytest.mark.parametrize(
    "url",
    ["https://bylderup.example.evil.example/", "https://xbylderup.example/", "https://xborger.dk/"],
)
def test_a_look_alike_is_warned_of(url: str) -> None:
    warning = link_warning(url, MAIL, SAY)
    assert warning.startswith("Warning: ")
    assert "is not the sender's domain, which is bylderup.example." in warning


def test_a_senders_name_proves_nothing() -> None:
    warning = link_warning("https://evil.example/", NUMBER, SAY)
    assert warning == "Whether evil.example belongs to the sender cannot be told here."
