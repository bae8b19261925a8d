"""Where a person's settings and the list last printed lie: the XDG folders."""

import os
from collections.abc import Mapping
from pathlib import Path


def config_folder(environment: Mapping[str, str]) -> Path:
    """Give the folder of the settings."""
    return _folder(environment, "XDG_CONFIG_HOME", ".config")


def state_folder(environment: Mapping[str, str]) -> Path:
    """Give the folder of what is remembered between commands."""
    return _folder(environment, "XDG_STATE_HOME", ".local/state")


def passing_folder(environment: Mapping[str, str]) -> Path | None:
    """Give the folder for what is gone when the person logs out; None where there is none."""
    named = environment.get("XDG_RUNTIME_DIR", "")
    return Path(named) if named.startswith("/") and Path(named).is_dir() else None


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all."""

    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _folder(environment: Mapping[str, str], name: str, default: str) -> Path:
    chosen = environment.get(name, "")
    if chosen.startswith("/"):  # a relative one is to be ignored, says the XDG specification
        return Path(chosen) / "brevdue"
    home = environment.get("HOME", "")
    return (Path(home) if home else Path.home()) / default / "brevdue"
