"""Telling other processes of a commit: a datagram to each one's unix socket.

A bell may be lost (a full buffer, a path too long for a socket): whoever watches also polls, so a
lost bell costs a quarter of a second and never a letter.
"""

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

POLL = 0.25  # seconds between two looks without a bell
_LONGEST_SOCKET_PATH = 107  # bytes, by the system's sockaddr_un


def bells_of(store: Path) -> Path:
    """Give the folder where the watchers of a store hang their bells."""
    return store.with_name(store.name + ".bells")


def ring(store: Path) -> None:
    """Ring everybody's bell; take down those that nobody answers any more."""
    try:
        bells = [entry.path for entry in os.scandir(bells_of(store))]
    except OSError:
        return
    if not bells:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
        sender.settimeout(0)
        for bell in bells:
            try:
                sender.sendto(b".", bell)
            except ConnectionRefusedError:
                with suppress(OSError):
                    Path(bell).unlink()
            except OSError:
                continue


@asynccontextmanager
async def hung_bell(store: Path) -> AsyncIterator[asyncio.Event]:
    """Hang a bell for as long as the block runs; the event is set at each ring.

    Where no bell can be hung the event is never set, and polling must do.
    """
    rung = asyncio.Event()
    bell = bells_of(store) / f"{os.getpid()}-{os.urandom(4).hex()}"
    receiver = _bound(bell)
    if receiver is None:
        yield rung
        return
    loop = asyncio.get_running_loop()

    def hear() -> None:
        with suppress(BlockingIOError):
            while receiver.recv(16):
                pass
        rung.set()

    loop.add_reader(receiver, hear)
    try:
        yield rung
    finally:
        loop.remove_reader(receiver)
        receiver.close()
        with suppress(OSError):
            bell.unlink()


def _bound(bell: Path) -> socket.socket | None:
    if len(os.fsencode(bell)) > _LONGEST_SOCKET_PATH:
        return None
    receiver = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    receiver.settimeout(0)
    try:
        bell.parent.mkdir(mode=0o700, exist_ok=True)
        receiver.bind(str(bell))
    except OSError:
        receiver.close()
        return None
    return receiver
