"""What the tests of speech share: the engine, loaded once, and a sound card."""

from pathlib import Path

import pytest

from accessibility.speech.espeak_library import EspeakLibrary
from tests.accessibility.speech.sound_card import SoundCard


@pytest.fixture(scope="session")
def espeak() -> EspeakLibrary:
    """The real library, which can be opened once in a process."""
    return EspeakLibrary()


@pytest.fixture
def sound_card(tmp_path: Path) -> SoundCard:
    return SoundCard(tmp_path)
