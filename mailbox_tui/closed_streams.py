"""Standard streams that were closed before we began ("brevdue status >&-", some cron daemons)."""

import os
import sys

_STREAMS = ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w"))


def open_closed_streams() -> None:
    """Let /dev/null stand for each closed stream.

    Otherwise the next file that is opened, the store among them, becomes stdin, stdout or stderr,
    and what is meant for a person is written into it.
    """
    for descriptor, name, mode in _STREAMS:
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free descriptor, which is this one
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(descriptor, mode, encoding="utf-8", closefd=False))
