"""What espeak-ng makes of the dangerous examples: as it says the sentence written out by hand."""

import shutil
import subprocess

import pytest

from accessibility.pronouncing.pronouncing import pronounced

pytestmark = pytest.mark.skipif(
    shutil.which("espeak-ng") is None, reason="espeak-ng is not installed here"
)

ALL = {
    "-500,00": "minus fem hundrede komma nul nul",
    "kr. 1.234,50": "et tusind to hundrede fireogtredive kroner og halvtreds øre",
    "01.12.2026": "den første december to tusind seksogtyve",
    "+45 70101881": "plus femogfyrre, halvfjerds, ti, atten, enogfirs",
    "kl. 10.30": "klokken ti tredive",
    "2026 140 kr.": "to tusind seksogtyve, et hundrede fyrre kroner.",
    "ATP": "A T P",
    "borger.dk": "borger punktum dk",
    "<b>[[h@]]": "mindre end b større end (h snabel-a)",
}


def phonemes(text: str, *options: str) -> str:
    """Ask the Danish voice how it says a text."""
    command = ["espeak-ng", "-v", "da", "-x", "-q", "--stdin", *options]
    told = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return " ".join(told.stdout.decode().replace("_:", "").split())


@pytest.mark.parametrize(("written", "by_hand"), ALL.items(), ids=list(ALL))
def test_a_dangerous_text_sounds_as_written_out_by_hand(written: str, by_hand: str) -> None:
    assert phonemes(pronounced(written, "da")) == phonemes(by_hand)
    assert phonemes(written) != phonemes(by_hand)  # without rules it sounds otherwise


def test_markup_is_read_even_where_the_engine_is_told_to_obey_it() -> None:
    said = pronounced('<speak><prosody volume="0">hemmeligt</prosody></speak> [[_]]', "da")
    assert phonemes(said, "-m") == phonemes(said)
