"""Every sentence is there in Danish, with the same facts in it, and the catalogue is compiled."""

import gettext
import io
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.architecture.sentences import NotWrittenOut, Sentence, places_in, sentences_in
from tests.architecture.tree import PACKAGES, ROOT, python_files

DANISH = ROOT / "accessibility" / "locales" / "da" / "LC_MESSAGES"


def catalogue(text: bytes) -> Catalog:
    """Read a .po file, refusing what cannot be read."""
    return read_po(io.BytesIO(text), abort_invalid=True)


def wrong_in(danish: Catalog, wanted: set[Sentence]) -> list[str]:
    """Say what is missing, stale, unsure, or has other facts in it than the English."""
    wrong = []
    for sentence in sorted(wanted, key=lambda one: (one.one, one.many)):
        message = danish.get(sentence.one)
        told = message.string if message else ""
        forms = [str(form or "") for form in (told if isinstance(told, tuple) else [told])]
        if not message or not all(forms) or message.fuzzy:
            wrong.append(f"not in Danish: {sentence.one}")
        elif sentence.many and (len(forms) != 2 or message.id != (sentence.one, sentence.many)):
            wrong.append(f"other plural: {sentence.one}")
        elif not all(fits(form, sentence) for form in forms):
            wrong.append(f"other facts: {sentence.one}")
    known = {sentence.one for sentence in wanted}
    ids = [message.id for message in danish if message.id]
    wrong += [f"stale: {name}" for name in map(first_of, ids) if name not in known]
    return wrong + [f"stale: {first_of(message)}" for message in danish.obsolete]


def fits(translated: str, sentence: Sentence) -> bool:
    """Tell whether a translation has the facts of its sentence; one letter needs no number."""
    wanted, given = places_in(sentence.one), places_in(translated)
    if sentence.many:
        wanted |= places_in(sentence.many)
        return wanted - {"n"} <= given <= wanted
    return wanted == given


def first_of(message_id: object) -> str:
    """Give the first form of a message's id."""
    return str(message_id[0] if isinstance(message_id, tuple) else message_id)


def compiled(danish: Catalog) -> dict[object, str]:
    """Give what a program would look up, were this catalogue compiled now."""
    binary = io.BytesIO()
    write_mo(binary, danish)
    binary.seek(0)
    return looked_up(binary)


def looked_up(file: io.BufferedIOBase) -> dict[object, str]:
    """Give what a compiled catalogue answers, without its head of dates."""
    held = vars(gettext.GNUTranslations(file))["_catalog"]
    return {key: value for key, value in held.items() if key != ""}


def wanted_sentences() -> set[Sentence]:
    return {
        sentence
        for path in python_files(*PACKAGES)
        for sentence in sentences_in(path.read_text(encoding="utf-8"))
    }


def test_every_sentence_is_there_in_danish_and_no_other() -> None:
    wanted = wanted_sentences()
    assert len(wanted) > 100
    assert wrong_in(catalogue((DANISH / "brevdue.po").read_bytes()), wanted) == []


def test_the_compiled_catalogue_is_the_written_one() -> None:
    danish = catalogue((DANISH / "brevdue.po").read_bytes())
    with (DANISH / "brevdue.mo").open("rb") as file:
        assert looked_up(file) == compiled(danish), "run: make words"


HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
HEAD += '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
PLURAL = 'msgid "{n} letter"\nmsgid_plural "{n} letters"\nmsgstr[0] "{n} brev"\nmsgstr[1] "%s"\n'


@pytest.mark.parametrize(
    ("source", "po", "wrong"),
    [
        ('say("Hello.")', 'msgid "Hello."\nmsgstr "Hej."\n', []),
        ('say("Hello.")', 'msgid "Hello."\nmsgstr ""\n', ["not in Danish: Hello."]),
        ('desk.say("Hello.")', "", ["not in Danish: Hello."]),
        ('X = sentence("Hello.")', "", ["not in Danish: Hello."]),
        ('say("Hello.")', '#, fuzzy\nmsgid "Hello."\nmsgstr "Hej."\n', ["not in Danish: Hello."]),
        ("say(table[key])", 'msgid "Old."\nmsgstr "Gammel."\n', ["stale: Old."]),
        ('say("To {a}.", a=1)', 'msgid "To {a}."\nmsgstr "Til {b}."\n', ["other facts: To {a}."]),
        (
            'sentence("error: %(message)s")',
            'msgid "error: %(message)s"\nmsgstr "fejl: %(besked)s"\n',
            ["other facts: error: %(message)s"],
        ),
        ('self._say.count("{n} letter", "{n} letters", 2)', PLURAL % "{n} breve", []),
        ('say.count("{n} letter", "{n} letters", 2)', PLURAL % "", ["not in Danish: {n} letter"]),
        (
            'say.count("{n} letter", "{n} letters", 2)',
            PLURAL % "{m} breve",
            ["other facts: {n} letter"],
        ),
    ],
)
def test_what_is_wrong_with_a_translation_is_found(source: str, po: str, wrong: list[str]) -> None:
    danish = catalogue((HEAD + po).encode())
    assert wrong_in(danish, set(sentences_in(source))) == wrong


@pytest.mark.parametrize("source", ['say(f"Hello {name}.")', 'say("Hello " + name)'])
def test_a_sentence_put_together_while_running_is_refused(source: str) -> None:
    with pytest.raises(NotWrittenOut):
        list(sentences_in(source))


def test_a_catalogue_compiled_before_its_last_change_is_found(tmp_path: Path) -> None:
    old = catalogue((HEAD + 'msgid "Hello."\nmsgstr "Hej."\n').encode())
    new = catalogue((HEAD + 'msgid "Hello."\nmsgstr "Goddag."\n').encode())
    with (tmp_path / "old.mo").open("wb") as file:
        write_mo(file, old)
    with (tmp_path / "old.mo").open("rb") as file:
        held = looked_up(file)
    assert held == compiled(old) != compiled(new)
