"""Where a link leads, and what is said when that is not its letter's sender."""

import pytest

from accessibility.link_trust import domain_of, link_warning
from accessibility.wording import wording_for
from mailbox_store.model.party import IdType, Party

MAIL = Party(id_type=IdType.EMAIL, number="post@Bylderup.example")
NUMBER = Party(id_type=IdType.CVR, number="12345678", name="Borger.dk")
SAY = wording_for("en")


def mail_from(domain: str) -> Party:
    """Make a sender of e-mail."""
    return Party(id_type=IdType.EMAIL, number=f"post@{domain}")


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://borger.dk/a?b#c", "borger.dk"),
        ("https://BORGER.dk:8443/", "borger.dk"),
        ("https://borger.dk@evil.example/", "evil.example"),
        ("https://evil.example\\@borger.dk/", ""),
        ("https://b\u043erger.dk/", "xn--brger-jye.dk"),  # a Cyrillic o
        ("https://BLÅBÆR.dk/", "xn--blbr-roah.dk"),
        ("https://bla\u030abær.dk/", "xn--blbr-roah.dk"),  # an a, and a ring on its own
        ("https://XN--BLBR-ROAH.dk/", "xn--blbr-roah.dk"),
        ("https://straße.example/", "xn--strae-oqa.example"),  # and not strasse.example
        ("https://fu\u0308ß.example/", "xn--f-qfa0g.example"),  # its two dots on their own
        ("https://a..b/", ""),
        ("https://" + "a." * 126 + "a/", "a." * 126 + "a"),  # as long as a domain may be
        ("https://" + "a." * 127 + "a/", ""),
        ("https://" + "ß" * 200_000 + "/", ""),
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


@pytest.mark.parametrize("written", ["blåbær.dk", "Blåbær.DK", "xn--blbr-roah.dk"])
@pytest.mark.parametrize(
    "url", ["https://blåbær.dk/x", "https://www.BLÅBÆR.dk", "https://xn--blbr-roah.dk/x"]
)
def test_a_domain_with_danish_letters_is_the_senders_own_however_both_are_written(
    written: str, url: str
) -> None:
    assert link_warning(url, mail_from(written), SAY) == ""


@pytest.mark.parametrize(
    "domain",
    [
        "bl\u00e5b\u00e6\u0433.dk",  # a Cyrillic g, much like an r
        "xn--blb-vlag481c.dk",  # the same, as computers spell it
        "bläbær.dk",
        "blabaer.dk",
        "xn--blbr-roah.dk.example",
    ],
)
def test_a_look_alike_of_danish_letters_is_warned_of_by_the_domain_as_the_sender_writes_it(
    domain: str,
) -> None:
    warning = link_warning(f"https://{domain}/", mail_from("Blåbær.dk"), SAY)
    assert warning.startswith("Warning: ")
    assert warning.endswith("is not the sender's domain, which is blåbær.dk.")


def test_a_domain_is_not_taken_for_another_that_browsers_tell_apart() -> None:
    warning = link_warning("https://straße.example/", mail_from("strasse.example"), SAY)
    assert warning.startswith("Warning: xn--strae-oqa.example is not the sender's domain")
    assert link_warning("https://straße.example/", mail_from("straße.example"), SAY) == ""


@pytest.mark.parametrize("own", ["b\u043erger.dk", "xn--brger-jye.dk", "xn--!.dk"])
def test_a_sender_whose_own_domain_mixes_scripts_is_not_trusted_for_it(own: str) -> None:
    warning = link_warning(f"https://{own}/", mail_from(own), SAY)
    assert warning.endswith(" belongs to the sender cannot be told here.")


@pytest.mark.parametrize("number", ["", "@", "post@", "post@a..b", "post@" + "a" * 64 + ".dk"])
def test_a_sender_whose_address_has_no_domain_is_not_known_by_one(number: str) -> None:
    sender = Party(id_type=IdType.EMAIL, number=number)
    warning = link_warning("https://evil.example/", sender, SAY)
    assert warning == "Whether evil.example belongs to the sender cannot be told here."


def test_a_senders_name_proves_nothing() -> None:
    warning = link_warning("https://evil.example/", NUMBER, SAY)
    assert warning == "Whether evil.example belongs to the sender cannot be told here."
