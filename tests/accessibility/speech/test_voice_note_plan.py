"""Where a letter is cut into voice notes."""

from hypothesis import given
from hypothesis import strategies as st

from accessibility.rendering.spoken import Utterance
from accessibility.speech.voice_note_plan import PlannedNote, planned_notes

_SENTENCE = "Du skal betale et tusind kroner til kommunen. "  # 2.5 seconds


def _section(number: int, sentences: int) -> Utterance:
    return Utterance(text=_SENTENCE * sentences, language="da", section=number, pause=0.5)


def _planned(*utterances: Utterance, rate: int = 175) -> list[PlannedNote]:
    return list(planned_notes(utterances, lambda text, _: text, rate=rate))


def test_short_sections_are_joined_up_to_a_minute():
    notes = _planned(*(_section(number, 8) for number in range(6)))  # 20 seconds each
    assert [(note.section, note.last_section, note.part) for note in notes] == [
        (0, 1, 0),
        (2, 3, 0),
        (4, 5, 0),
    ]
    assert all(note.seconds <= 60 for note in notes)


def test_a_very_long_section_is_cut_between_sentences_into_like_parts():
    notes = _planned(_section(0, 1), _section(1, 100), _section(2, 1))
    assert [note.part for note in notes] == [0, 1, 2, 3, 4, 5, 0]
    parts = [note.seconds for note in notes[1:6]]
    assert max(parts) - min(parts) < 5
    assert all(one.text == _SENTENCE.strip() for note in notes for one in note.sentences)


def test_whoever_listens_faster_has_fewer_notes():
    letter = [_section(number, 40) for number in range(3)]
    assert len(_planned(*letter, rate=350)) < len(_planned(*letter, rate=175))


def test_what_is_pronounced_is_cut_and_what_is_written_names_the_note():
    letter = [Utterance(text="kl. 9. Husk det.", language="da", pause=0.5)]
    (note,) = planned_notes(letter, lambda text, _: "klokken ni. Husk det.", rate=175)
    assert [one.text for one in note.sentences] == ["klokken ni.", "Husk det."]
    assert [one.pause for one in note.sentences] == [0.0, 0.5]
    assert note.begins == "kl. 9. Husk det."


def test_a_note_is_named_by_its_whole_line_also_where_the_language_changes():
    heading = Utterance(text="Heading 2:", language="en")
    words = Utterance(text="Det skal du gøre", language="da", pause=0.8)
    (note,) = _planned(heading, words, _section(0, 1))
    assert note.begins == "Heading 2: Det skal du gøre"


def test_nothing_to_say_gives_no_note():
    assert _planned() == []
    assert _planned(Utterance(text=" \n ", language="da", pause=1.0)) == []


def test_a_text_without_a_stop_is_cut_at_blanks():
    notes = _planned(Utterance(text="ord " * 5000, language="da"))
    told = " ".join(one.text for note in notes for one in note.sentences)
    assert told == ("ord " * 5000).strip()
    assert all(note.seconds < 95 for note in notes)


@given(
    st.lists(
        st.tuples(st.text("ab c.\n", max_size=2000), st.booleans()),
        max_size=12,
    )
)
def test_no_word_is_lost_and_all_stand_in_their_order(told: list[tuple[str, bool]]):
    section, letter = 0, []
    for text, begins in told:
        section += begins
        letter.append(Utterance(text=text, language="da", section=section))
    notes = _planned(*letter)
    said = "".join("".join(one.text.split()) for note in notes for one in note.sentences)
    assert said == "".join("".join(text.split()) for text, _ in told)
    places = [(note.section, note.last_section, note.part) for note in notes]
    assert places == sorted(places)
    assert all(note.seconds <= 125 for note in notes)
