"""An engine that says nothing for as long as a voice would speak: for tests and deaf machines."""

from accessibility.speech.synthesiser import BeganWord, InstalledVoice, Write

_RATE = 22_050  # samples a second, as espeak-ng
_PIECE = _RATE // 50  # samples: 20 ms


class SilentVoice:
    """Needs no library and no sound card. Any voice is one of its own."""

    sample_rate = _RATE

    def __init__(self) -> None:
        self._words_a_minute = 175

    def speak(self, text: str, write: Write, began_word: BeganWord) -> bool:
        """Write a silence of so many words."""
        start = 0
        for word in text.split():
            start = text.index(word, start)
            began_word(start, len(word))
            left = 60 * _RATE // self._words_a_minute
            while left > 0:
                size = min(left, _PIECE)
                if not write(b"\0\0" * size):
                    return False
                left -= size
            start += len(word)
        return True

    def set_voice(self, voice: str) -> None:
        """Take any."""

    def set_rate(self, words_a_minute: int) -> None:
        """Speak so fast from the next text on."""
        self._words_a_minute = words_a_minute

    def set_volume(self, percent: int) -> None:
        """Do nothing."""

    def voices(self) -> list[InstalledVoice]:
        """List the one."""
        return [InstalledVoice(identifier="silent", name="Silent", languages=("da", "en"))]

    def close(self) -> None:
        """Do nothing."""
