"""The characters of RTF: bytes in the code page of their font, and UTF-16 units."""

from dataclasses import dataclass, field

from accessibility.documents import rtf_words

_MOST_FONTS = 5_000


@dataclass(slots=True)
class Characters:
    """What has gathered until it is known to be whole; a letter may be two bytes or two units."""

    page: str = "cp1252"
    _pages: dict[int, str] = field(default_factory=dict)  # by font, "" as the document's
    _bytes: bytearray = field(default_factory=bytearray)
    _units: bytearray = field(default_factory=bytearray)

    def tell_font(self, font: int, character_set: int) -> None:
        """Take in which character set a font has."""
        if len(self._pages) < _MOST_FONTS:
            self._pages[font] = rtf_words.CODE_PAGES.get(character_set, "")

    def take(self, content: bytes, font: int) -> str:
        """Take bytes; give what was whole before them."""
        before = self.flush(font) if self._units else ""
        self._bytes += content
        return before

    def take_unit(self, unit: int, font: int) -> str:
        """Take a UTF-16 unit; give what was whole before it."""
        before = self.flush(font) if self._bytes else ""
        self._units += (unit % 65_536).to_bytes(2, "little")
        return before

    def flush(self, font: int) -> str:
        """Give all that has gathered; of bytes and units only one kind ever has."""
        text = self._bytes.decode(self._pages.get(font, "") or self.page, "replace")
        text += self._units.decode("utf-16-le", "replace")
        self._bytes.clear()
        self._units.clear()
        return text
