"""Everything that can go wrong has whole sentences, in both languages, without numbers."""

import ast
from pathlib import Path

import pytest

from accessibility.refusals import refusal
from accessibility.refused_arrivals import REFUSAL_CODES
from accessibility.wording import wording_for
from mailbox_store.model import errors
from mailbox_store.model.errors import MailboxError, NotUnderstood, StandardFolder
from tests.post_office.making import ANNE

PROJECT = Path(__file__).parents[2]
NASTY = f"{ANNE}\x1b[2J\n{{name}}"


def every_error() -> list[MailboxError]:
    made: list[MailboxError] = []
    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, MailboxError):
            names = getattr(kind, "__dataclass_fields__", {})
            facts = {n: 7 if f.type in (int, "int") else NASTY for n, f in names.items()}
            if "at" in facts:
                facts["at"] = 3000
            made.append(kind(**facts))
    return made


def codes_in_the_sources() -> set[str]:
    """Every code that a NotUnderstood or TooLarge is made with."""
    found: set[str] = set()
    for package in ("post_office", "accessibility", "mailbox_store"):
        for path in (PROJECT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                    continue
                if node.func.id in ("NotUnderstood", "TooLarge"):
                    values = [k.value for k in node.keywords if k.arg == "code"]
                    found |= {str(v.value) for v in values if isinstance(v, ast.Constant)}
    return found


@pytest.mark.parametrize("language", ["en", "da"])
def test_every_error_is_said_in_one_safe_line(language: str) -> None:
    said = [refusal(error, wording_for(language)) for error in every_error()]
    assert len(said) > 25
    for sentence in said:
        assert sentence.isprintable()
        assert sentence.endswith(".")
        assert ANNE not in sentence


def test_every_code_in_the_sources_has_its_sentence() -> None:
    codes = codes_in_the_sources()
    assert len(codes) > 20
    assert codes <= REFUSAL_CODES


def test_a_code_says_where_and_what() -> None:
    say = wording_for("en")
    assert "(byte 3000)" in refusal(NotUnderstood(code="xml-broken", at=3000), say)
    assert "more than 150 MB" in refusal(NotUnderstood(code="too-large", detail="150 MB"), say)
    assert "(new-code)" in refusal(NotUnderstood(code="new-code"), say)


def test_a_standard_folder_is_named_in_the_persons_language() -> None:
    danish = wording_for("da")
    assert "Indbakke" in refusal(StandardFolder(name="INBOX"), danish)
    assert "Arkiv" in refusal(StandardFolder(name="Archive"), danish)
