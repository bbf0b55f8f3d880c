"""Reads times and quantities as authors write them, and finds round numbers for the ticks of a scale.

"12:00:05", "10 min", "T=100", "$3,000", "1.5 GB" and "95 %" are numbers of seconds, of bytes, or as they are.
"""

import re
from math import ceil, floor, log10

_UNITS = {
    "µs": 1e-6, "us": 1e-6, "ms": 1e-3, "s": 1.0, "sec": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0, "days": 86400.0,
    "day": 86400.0, "B": 1.0, "KB": 1e3, "kB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "PB": 1e15, "KiB": 1024.0,
    "MiB": 1024.0**2, "GiB": 1024.0**3, "k": 1e3, "K": 1e3, "M": 1e6, "bn": 1e9, "Mbit": 1e6, "kbit": 1e3,
}  # fmt: skip
_CLOCK = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2}(?:\.\d+)?))?")
_QUANTITY = re.compile(rf"[A-Za-z]{{1,2}}\s*=\s*\d[\d.,]*|[-+$]?\d[\d.,]*\s?(?:{'|'.join(_UNITS)}|%)?(?!\w)")
_NUMBER = re.compile(r"^\W*?(?:[A-Za-z]{1,2}\s*=\s*)?\W*?([-+−]?\d[\d,]*(?:\.\d+)?)\s*([A-Za-zµ]*)")


def value(text: str) -> float | None:
    """The number that a text begins with, in its unit's base."""
    clock = _CLOCK.match(text.strip())
    if clock:
        return int(clock[1]) * 3600 + int(clock[2]) * 60 + float(clock[3] or 0)
    found = _NUMBER.match(text.strip())
    if not found:
        return None
    return float(found[1].replace(",", "").replace("−", "-")) * _UNITS.get(found[2], 1.0)


def leading(label: str) -> str:
    """What a label begins with, if that is a time or a quantity: "12:00:05" of "12:00:05 click"."""
    found = _CLOCK.match(label) or _QUANTITY.match(label)
    return found[0].strip() if found else ""


def ticks(low: float, high: float, most: int, unit: str, clock: bool) -> list[tuple[float, str]]:
    """Round numbers between two, with their texts."""
    if high <= low:
        return [(low, _told(low, unit, clock))]
    step = _round_step((high - low) / max(1, most), clock)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [(index * step, _told(index * step, unit, clock)) for index in range(first, last + 1)]


def _round_step(least: float, clock: bool) -> float:
    if clock:
        steps = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400)
        return next((float(step) for step in steps if step >= least), 86400.0 * ceil(least / 86400))
    power = 10.0 ** floor(log10(least))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= least * 0.999)


def _told(number: float, unit: str, clock: bool) -> str:
    """A number as a tick's text."""
    if clock:
        hours, rest = divmod(round(number), 3600)
        minutes, seconds = divmod(rest, 60)
        return f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
    text = f"{number:,.10g}" if abs(number) < 1e15 else f"{number:.3g}"
    return f"{text} {unit}".strip()
