"""What reading one document may cost, and how a process holds itself to it."""

from contextlib import suppress
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The most that one document may cost."""

    memory_bytes: int = 1 << 30
    cpu_seconds: int = 20
    wall_seconds: float = 30.0  # also covers the start of the child
    open_files: int = 32


def hold_to(*, memory_bytes: int, cpu_seconds: int, open_files: int) -> None:
    """Limit this process and what it starts: memory, processor time, files; no core dump.

    A system without such limits (Windows) or that refuses one (macOS and memory) keeps only the
    wall-clock limit, which the parent holds.
    """
    try:
        import resource  # only where the system has it
    except ImportError:
        return
    for which, most in (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_NOFILE, open_files),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(which, (most, most))
