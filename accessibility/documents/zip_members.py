"""What lies in a zip, told by its central directory alone: nothing is inflated.

The standard library's reader makes an object of each of a million members first; this looks at
a few thousand names, because it runs in our own process on any bytes at all.
"""

import struct

_END = b"PK\x05\x06"
_END_REACH = 65_557  # the end record and the longest comment
_MEMBER = struct.Struct("<4s24xHHH12x")  # signature, lengths of name, extra and comment
_MOST_MEMBERS = 2_000


def member_names(content: bytes) -> list[str]:
    """Give the names of the first 2,000 members; none if it is no zip."""
    end = content.rfind(_END, max(0, len(content) - _END_REACH))
    if end < 0 or len(content) < end + 22:
        return []
    size, offset = struct.unpack_from("<II", content, end + 12)
    place = end - size  # where it must be, also when something was put before the zip
    if place < 0 or content[place : place + 2] != b"PK":
        place = offset
    names: list[str] = []
    while len(names) < _MOST_MEMBERS and place + 46 <= end:
        signature, name, extra, comment = _MEMBER.unpack_from(content, place)
        if signature != b"PK\x01\x02":
            break
        names.append(content[place + 46 : place + 46 + name].decode("utf-8", errors="replace"))
        place += 46 + name + extra + comment
    return names
