"""Fixed-width integers as bytes."""

import struct


def u8(*values):
    """Bytes."""
    return bytes(values)


def be16(*values):
    """Unsigned 16-bit integers, most significant byte first."""
    return struct.pack(f">{len(values)}H", *values)


def be32(*values):
    """Unsigned 32-bit integers, most significant byte first."""
    return struct.pack(f">{len(values)}I", *values)


def be64(*values):
    """Unsigned 64-bit integers, most significant byte first."""
    return struct.pack(f">{len(values)}Q", *values)


def le16(*values):
    """Unsigned 16-bit integers, least significant byte first."""
    return struct.pack(f"<{len(values)}H", *values)


def le32(*values):
    """Unsigned 32-bit integers, least significant byte first."""
    return struct.pack(f"<{len(values)}I", *values)


def le64(*values):
    """Unsigned 64-bit integers, least significant byte first."""
    return struct.pack(f"<{len(values)}Q", *values)


def padded(data, multiple, filler=b"\0"):
    """Returns `data`, filled up to a multiple of `multiple` bytes."""
    return data + filler * (-len(data) % multiple)


class BitWriter:
    """Collects bits; `most_first` tells which end of a byte is filled first."""

    def __init__(self, most_first):
        self.most_first = most_first
        self.bits = []

    def write(self, value, count):
        """Appends the `count` low bits of `value`, in the writer's order."""
        places = range(count - 1, -1, -1) if self.most_first else range(count)
        self.bits.extend(value >> place & 1 for place in places)

    def to_bytes(self, fill=0):
        """Returns all bits, the last byte filled up with `fill`."""
        bits = self.bits + [fill] * (-len(self.bits) % 8)
        groups = (bits[index : index + 8] for index in range(0, len(bits), 8))
        return bytes(self._byte(group) for group in groups)

    def _byte(self, group):
        ordered = group if self.most_first else group[::-1]
        return int("".join(map(str, ordered)), 2)
