"""A small DEFLATE encoder of our own (RFC 1951), so that the bytes do not depend on the machine's zlib."""

import zlib

from binary import BitWriter, be32, le32

LENGTH_BASES = [
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
    13,
    15,
    17,
    19,
    23,
    27,
    31,
    35,
    43,
    51,
    59,
    67,
    83,
    99,
    115,
    131,
    163,
    195,
    227,
    258,
]
LENGTH_EXTRA = [0] * 8 + [bits for bits in range(1, 6) for _ in range(4)] + [0]
CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]


def deflated(data):
    """Compresses with fixed Huffman codes; only runs of one byte become matches."""
    writer = BitWriter(most_first=False)
    writer.write(0b011, 3)
    position = 0
    while position < len(data):
        run = _run_length(data, position)
        if position > 0 and run >= 3 and data[position] == data[position - 1]:
            _write_match(writer, run)
            position += run
        else:
            _write_symbol(writer, data[position])
            position += 1
    _write_symbol(writer, 256)
    return writer.to_bytes()


def _run_length(data, position):
    end = position
    while end < len(data) and end - position < 258 and data[end] == data[position]:
        end += 1
    return end - position


def _write_symbol(writer, symbol):
    """Writes a literal or length symbol in the fixed code (RFC 1951, 3.2.6)."""
    if symbol < 144:
        code, width = 0x30 + symbol, 8
    elif symbol < 256:
        code, width = 0x190 + symbol - 144, 9
    elif symbol < 280:
        code, width = symbol - 256, 7
    else:
        code, width = 0xC0 + symbol - 280, 8
    writer.write(int(f"{code:0{width}b}"[::-1], 2), width)


def _write_match(writer, length):
    """Writes a match of `length` at distance 1."""
    index = max(place for place, base in enumerate(LENGTH_BASES) if base <= length)
    _write_symbol(writer, 257 + index)
    writer.write(length - LENGTH_BASES[index], LENGTH_EXTRA[index])
    writer.write(0, 5)


def bomb(count):
    """DEFLATE data that grows to `count` or a few more zero bytes, 1032 times its size.

    A dynamic block whose codes for "258 bytes" and "distance 1" are one zero bit each: the body is zero bytes, so it
    can itself be compressed as well again.
    """
    writer = BitWriter(most_first=False)
    writer.write(0b101, 3)
    lengths = {0: 2, 256: 2, 285: 1}
    _write_code_lengths(writer, [lengths.get(symbol, 0) for symbol in range(286)])
    writer.write(0b01, 2)
    zero_bits = 2 * max(16, -(-(count - 1) // 258))
    zero_bits -= -len(writer.bits) % 8
    tail = BitWriter(most_first=False)
    tail.write(0, zero_bits % 8)
    tail.write(0b11, 2)
    return writer.to_bytes() + bytes(zero_bits // 8) + tail.to_bytes()


def _write_code_lengths(writer, lengths):
    """Writes the header of a dynamic block; every code length is sent as it is, in two bits (RFC 1951, 3.2.7)."""
    writer.write(len(lengths) - 257, 5)
    writer.write(0, 5)
    used = {0: 1, 1: 2, 2: 2}
    count = max(place for place, symbol in enumerate(CODE_LENGTH_ORDER) if symbol in used) + 1
    writer.write(count - 4, 4)
    for symbol in CODE_LENGTH_ORDER[:count]:
        writer.write(used.get(symbol, 0), 3)
    for length in lengths + [1]:
        code, width = {0: (0b0, 1), 1: (0b01, 2), 2: (0b11, 2)}[length]
        writer.write(code, width)


def adler_of_zeros(count):
    """The Adler-32 of `count` zero bytes."""
    return (count % 65521) << 16 | 1


def zlib_wrapped(data):
    """A zlib stream (RFC 1950) of `data`."""
    return b"\x78\x01" + deflated(data) + be32(zlib.adler32(data))


def zlib_bomb(count):
    """A zlib stream of `count` or a few more zero bytes."""
    body = bomb(count)
    grown = 1 + -(-(count - 1) // 258) * 258
    return b"\x78\x01" + body + be32(adler_of_zeros(grown))


def gzip_wrapped(data, name=b""):
    """A gzip member (RFC 1952) without a time."""
    flags, stored_name = (8, name + b"\0") if name else (0, b"")
    header = b"\x1f\x8b\x08" + bytes([flags]) + bytes(4) + b"\0\xff" + stored_name
    return header + deflated(data) + le32(zlib.crc32(data), len(data) & 0xFFFFFFFF)
