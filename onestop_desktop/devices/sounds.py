"""Sounds of the desk: one high tone for a good scan, two low ones for a bad one, two falling ones for a call."""

import io
import math
import shutil
import struct
import subprocess
import sys
import tempfile
import wave
from functools import lru_cache
from pathlib import Path

RATE = 22_050
GOOD = ((1760, 0.09),)
BAD = ((330, 0.12), (0, 0.06), (330, 0.12))
CALL = ((988, 0.3), (784, 0.5))
Tones = tuple[tuple[int, float], ...]
PLAYING: list[subprocess.Popen[bytes]] = []
"""Players under way."""


@lru_cache(maxsize=4)
def tones(parts: Tones) -> bytes:
    """A WAV of (hertz, seconds) parts one after the other; 0 Hz is silence."""
    samples = bytearray()
    for hertz, seconds in parts:
        count = int(RATE * seconds)
        for at in range(count):
            fade = min(1.0, at / 200, (count - at) / 200)
            level = 0.4 * fade * math.sin(2 * math.pi * hertz * at / RATE) if hertz else 0.0
            samples += struct.pack("<h", int(32767 * level))
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(bytes(samples))
    return out.getvalue()


def play(parts: Tones) -> bool:
    """Play without waiting; False where this PC has no player (the caller beeps instead)."""
    sound = tones(parts)
    if sys.platform == "win32":
        import winsound  # noqa: PLC0415

        winsound.PlaySound(sound, winsound.SND_MEMORY)
        return True
    player = shutil.which("paplay") or shutil.which("aplay")
    if player is None:
        return False
    file = Path(tempfile.gettempdir()) / f"onestop-{parts[0][0]}.wav"
    try:
        file.write_bytes(sound)
        # Those that have ended are let go of here, so that none stays behind as a zombie.
        PLAYING[:] = [each for each in PLAYING if each.poll() is None]
        PLAYING.append(
            subprocess.Popen(  # noqa: S603 - a list, no shell
                [player, str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        )
    except OSError:
        return False
    return True
