"""What goes wrong in a sitting becomes a sentence, and the sitting goes on."""

from collections.abc import Iterator
from contextlib import contextmanager

from mailbox_tui.face import Face
from mailbox_tui.troubles import TROUBLES, told


@contextmanager
def troubles_told(face: Face) -> Iterator[None]:
    """Tell whatever goes wrong in the block, so that the sitting goes on.

    `BrokenPipeError` is raised: there is nobody left to be told.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except TROUBLES as error:
        face.tell(told(error, face.desk.say))
