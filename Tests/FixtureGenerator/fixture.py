"""What a fixture is: a path, its bytes and what it shows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fixture:
    """One file of the Fixtures folder."""

    path: str
    data: bytes
    shows: str
    made_by: str = ""


def cut(data, count):
    """Returns the first `count` bytes; a negative count drops bytes from the end."""
    return data[:count]


def patched(data, offset, replacement):
    """Returns `data` with the bytes at `offset` replaced."""
    assert 0 <= offset <= len(data) - len(replacement)
    return data[:offset] + replacement + data[offset + len(replacement) :]


def replaced(data, old, new):
    """Returns `data` with the first occurrence of `old` replaced; it must be there."""
    assert old in data, old
    return data.replace(old, new, 1)
