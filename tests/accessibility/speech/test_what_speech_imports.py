"""A face that never speaks pays nothing for speech: no engine is imported, nothing is started."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
HEAVY = {"pyttsx3", "espeakng_loader", "numpy", "soundfile", "soxr", "ctypes", "wave"}
PARENTS = ("speaker", "settings", "sentence", "troubles", "trouble_words", "described", "synthesis")
# What every face has imported before.
_USUAL = "asyncio, gettext, dataclasses, json, pathlib, subprocess"


def told_by(program: str, bytecode: Path) -> str:
    """Run a program that may keep its bytecode, as an installed one does."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    child = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**kept, "PYTHONPYCACHEPREFIX": str(bytecode)},
        capture_output=True,
        text=True,
        check=True,
    )
    return child.stdout


def test_what_a_face_imports_is_light(tmp_path: Path) -> None:
    imports = "\n".join(f"import accessibility.speech.{name}" for name in PARENTS)
    program = f"{imports}\nimport sys\nprint(' '.join(sys.modules))"
    modules = set(told_by(program, tmp_path).split())
    assert "accessibility.speech.speaker" in modules
    assert modules & HEAVY == set()


def test_importing_the_speaker_costs_a_fraction_of_importing_asyncio(tmp_path: Path) -> None:
    program = f"""
import time
start = time.perf_counter()
import {_USUAL}
usual = time.perf_counter()
import accessibility.speech.speaker
print((time.perf_counter() - usual) / (usual - start))
"""
    told_by(program, tmp_path)
    # 8 ms beside 60 ms here; benchmarks/speech.py tells the milliseconds.
    assert min(float(told_by(program, tmp_path)) for _ in range(5)) < 0.25
