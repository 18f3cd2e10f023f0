"""TIFF 6.0 and BigTIFF structures: directories, values, sub-directories."""

import struct
from dataclasses import dataclass, field

BYTE, ASCII, SHORT, LONG, RATIONAL, SBYTE, UNDEFINED, SSHORT, SLONG, SRATIONAL, FLOAT, DOUBLE, IFD = range(1, 14)
LONG8 = 16
LETTERS = {
    BYTE: "B",
    SHORT: "H",
    LONG: "I",
    SSHORT: "h",
    SLONG: "i",
    FLOAT: "f",
    DOUBLE: "d",
    SBYTE: "b",
    IFD: "I",
    LONG8: "Q",
}


@dataclass
class Directory:
    """An image file directory: (tag, type, values) rows, written in the order given.

    Values are a list of numbers, of (numerator, denominator) pairs, bytes, a `Directory` or list of them (their
    offset becomes the value), or a list of `Block`s (likewise).
    """

    rows: list = field(default_factory=list)


@dataclass
class Block:
    """Bytes that a row points to: a strip, a thumbnail."""

    data: bytes


@dataclass
class Raw:
    """A row as it stands: any count, and any four (or eight) bytes for the value."""

    tag: int
    type: int
    count: int
    value: bytes


class Writer:
    """Writes directories in one byte order: "<" is II, ">" is MM."""

    def __init__(self, order="<", big=False, magic=None):
        self.order, self.big = order, big
        self.magic = magic if magic is not None else (43 if big else 42)
        self.word = 8 if big else 4
        self.letter = "Q" if big else "I"

    def file(self, directories, filler=0):
        """A whole file: header, `filler` bytes, then the chain of directories."""
        header = b"II" if self.order == "<" else b"MM"
        header += self._pack("H", self.magic)
        if self.big:
            header += self._pack("H", 8) + self._pack("H", 0)
        start = len(header) + self.word + filler
        return header + self._pack(self.letter, start) + bytes(filler) + self.chain(directories, start)

    def chain(self, directories, start):
        """The directories of a chain, the first one at offset `start`."""
        rows = directories[0].rows
        heap_start = start + (8 if self.big else 2) + (20 if self.big else 12) * len(rows) + self.word
        heap = bytearray()
        table = self._pack("Q" if self.big else "H", len(rows))
        for row in rows:
            table += self._row(row, heap, heap_start)
        following = 0
        if len(directories) > 1:
            following = self._aligned(heap, heap_start)
            heap += self.chain(directories[1:], following)
        return table + self._pack(self.letter, following) + bytes(heap)

    def _row(self, row, heap, heap_start):
        if isinstance(row, Raw):
            return self._pack("HH" + self.letter, row.tag, row.type, row.count) + row.value
        tag, kind, values = row
        payload, count = self._payload(kind, values, heap, heap_start)
        if len(payload) > self.word:
            offset = self._aligned(heap, heap_start)
            heap += payload
            payload = self._pack(self.letter, offset)
        return self._pack("HH" + self.letter, tag, kind, count) + payload.ljust(self.word, b"\0")

    def _payload(self, kind, values, heap, heap_start):
        """The bytes and the count of a row's values."""
        if isinstance(values, bytes):
            return values, len(values)
        if isinstance(values, (Directory, Block)):
            values = [values]
        values = [self._placed(value, heap, heap_start) for value in values]
        if kind in (RATIONAL, SRATIONAL):
            letter = "I" if kind == RATIONAL else "i"
            return b"".join(self._pack(letter * 2, *pair) for pair in values), len(values)
        return self._pack(LETTERS[kind] * len(values), *values), len(values)

    def _placed(self, value, heap, heap_start):
        """The offset of a block or directory that is put on the heap; any other value as it is."""
        if not isinstance(value, (Directory, Block)):
            return value
        offset = self._aligned(heap, heap_start)
        heap += value.data if isinstance(value, Block) else self.chain([value], offset)
        return offset

    def _aligned(self, heap, heap_start):
        if (heap_start + len(heap)) % 2:
            heap += b"\0"
        return heap_start + len(heap)

    def _pack(self, letters, *values):
        return struct.pack(self.order + letters, *values)
