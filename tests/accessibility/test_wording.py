"""Every sentence in both languages, with the same facts in it."""

import ast
import gettext
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import accessibility.wording
from accessibility.wording import Say, language_of_environment, wording_for

ROOT = Path(accessibility.wording.__file__).parents[1]
DANISH = ROOT / "accessibility/locales/da/LC_MESSAGES"
PACKAGES = ("accessibility", "mailbox_tui", "post_office")


def sentences() -> Iterator[tuple[str, ...]]:
    """Read every sentence out of the program: say(...), say.count(...), sentence(...)."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and (found := _texts(node)):
                    yield found


def _texts(call: ast.Call) -> tuple[str, ...]:
    name = ast.unparse(call.func)
    wanted = 2 if name.endswith("say.count") else 1
    if wanted == 1 and not (name in ("say", "sentence") or name.endswith(".say")):
        return ()
    texts = [a.value for a in call.args[:wanted] if isinstance(a, ast.Constant)]
    return tuple(text for text in texts if isinstance(text, str))


def facts_in(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}|%\(\w+\)\w|%\w", text))


def ids_of(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def texts_of(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def written() -> dict[tuple[str, ...], tuple[str, ...]]:
    with (DANISH / "brevdue.po").open("rb") as file:
        return {ids_of(m): texts_of(m) for m in read_po(file) if m.id}


def compiled() -> dict[tuple[str, ...], tuple[str, ...]]:
    with (DANISH / "brevdue.mo").open("rb") as file:
        return {ids_of(m): texts_of(m) for m in read_mo(file) if m.id}


def test_every_sentence_is_translated() -> None:
    found = set(sentences())
    assert len(found) > 300
    assert found - set(compiled()) == set()


def test_each_translation_holds_the_facts_of_its_sentence() -> None:
    for ids, texts in written().items():
        for english, danish in zip(ids, texts, strict=True):
            assert danish
            assert facts_in(danish) == facts_in(english)


def test_the_compiled_catalogue_is_that_of_the_written_one() -> None:
    assert compiled() == written()


def test_numbers_and_facts_are_put_in() -> None:
    assert wording_for("da").count("{n} letter stored.", "{n} letters stored.", 1) == "1 brev gemt."
    assert wording_for("en").count("{n} letter stored.", "{n} letters stored.", 2) == (
        "2 letters stored."
    )
    assert wording_for("da")("Answer by {date}.", date="{x}") == "Svar senest {x}."


def test_a_damaged_catalogue_leaves_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accessibility.wording, "_CATALOGUES", tmp_path)
    assert wording_for("da")("Unread.") == "Unread."
    folder = tmp_path / "da" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "brevdue.mo").write_bytes(b"no catalogue")
    assert wording_for("da")("Unread.") == "Unread."
    assert Say("en", gettext.NullTranslations())("Unread.") == "Unread."


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "da_DK.UTF-8"}, "da"),
        ({"LANG": "da_DK.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE", "BREVDUE_LANGUAGE": "da"}, "da"),
        ({"LC_MESSAGES": "da", "LANG": "en_GB"}, "da"),
        ({"LANG": "da_DK", "BREVDUE_LANGUAGE": "fr"}, "da"),
    ],
)
def test_the_environment_names_the_language(environment: dict[str, str], language: str) -> None:
    assert language_of_environment(environment) == language


def test_saying_something_imports_little() -> None:
    assert _modules_after("accessibility.wording") <= _modules_after("gettext, pathlib") + 5


def _modules_after(imported: str) -> int:
    code = f"import sys, {imported}; print(len(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=ROOT)
    return int(ran.stdout)
