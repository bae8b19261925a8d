"""A speech-dispatcher at the rim: a socket that answers as its protocol (SSIP) says."""

import socket
import threading
from contextlib import suppress
from pathlib import Path

_SPEAKS = 0.3  # seconds that a message takes
_LATE = 0.05  # seconds until one that was cancelled is told of


class SsipServer:
    """One server for connections one after the other; `asked` is all it was sent."""

    def __init__(self, folder: Path) -> None:
        (folder / "speech-dispatcher").mkdir()
        self.asked: list[str] = []
        self.heard: list[str] = []
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(folder / "speech-dispatcher" / "speechd.sock"))
        self._listening.listen()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listening.accept()
                with connection, suppress(OSError):
                    self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        lines = connection.makefile("r", encoding="utf-8", newline="\r\n")
        timers: list[threading.Timer] = []
        number = 20

        def send(*told: str) -> None:
            with suppress(OSError):
                connection.sendall("".join(f"{line}\r\n" for line in told).encode())

        with lines:
            for line in lines:
                command = line.removesuffix("\r\n")
                self.asked.append(command)
                if command == "SPEAK":
                    send("230 OK RECEIVING DATA")
                    text = ""
                    while (told := next(lines, ".\r\n")) != ".\r\n":
                        text += told.removeprefix(".") if told.startswith("..") else told
                    self.heard.append(text.removesuffix("\r\n"))
                    number += 1
                    send(f"225-{number}", "225 OK MESSAGE QUEUED")
                    ends = [f"702-{number}", "702-1", "702 END"]
                    timers.append(threading.Timer(_SPEAKS, send, ends))
                    timers[-1].start()
                elif command == "CANCEL SELF":
                    timers[-1].cancel()
                    send("213 OK CANCELED")
                    late = [f"703-{number}", "703-1", "703 CANCELED"]
                    timers.append(threading.Timer(_LATE, send, late))
                    timers[-1].start()
                else:
                    send("200 OK SET")
            for timer in timers:
                timer.join()
