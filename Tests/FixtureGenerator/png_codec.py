"""PNG structures (PNG third edition)."""

import zlib

from binary import be16, be32, u8
from deflate import zlib_wrapped

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GRAY, RGB, PALETTE, GRAY_ALPHA, RGB_ALPHA = 0, 2, 3, 4, 6
CHANNELS = {GRAY: 1, RGB: 3, PALETTE: 1, GRAY_ALPHA: 2, RGB_ALPHA: 4}
# Adam7: first column, first row, column step, row step of each pass.
PASSES = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def chunk(kind, data=b""):
    """Length, type, data, CRC."""
    return be32(len(data)) + kind + data + be32(zlib.crc32(kind + data))


def header(width, height, depth=8, color=RGB, interlace=0):
    """IHDR."""
    return chunk(b"IHDR", be32(width, height) + u8(depth, color, 0, 0, interlace))


def rows(width, height, depth, color):
    """Unfiltered scan lines of a simple pattern."""
    byte_count = -(-width * CHANNELS[color] * depth // 8)
    fill = (lambda row: row % 2) if color == PALETTE else (lambda row: row * 16 % 256)
    return b"".join(b"\0" + u8(fill(row)) * byte_count for row in range(height))


def pixels(width, height, depth, color, interlace):
    """The content of IDAT before compression."""
    if not interlace:
        return rows(width, height, depth, color)
    sizes = ((-(-(width - x) // dx), -(-(height - y) // dy)) for x, y, dx, dy in PASSES)
    return b"".join(rows(w, h, depth, color) for w, h in sizes if w > 0 and h > 0)


def image(width=16, height=8, depth=8, color=RGB, interlace=0, before=b"", after=b""):
    """A whole file; `before` and `after` are chunks around IDAT."""
    palette = chunk(b"PLTE", u8(255, 0, 0, 0, 0, 255)) if color == PALETTE else b""
    data = chunk(b"IDAT", zlib_wrapped(pixels(width, height, depth, color, interlace)))
    return (
        SIGNATURE
        + header(width, height, depth, color, interlace)
        + before_palette(before, palette)
        + data
        + (after + chunk(b"IEND"))
    )


def before_palette(chunks, palette):
    """PLTE behind iCCP and its like, before tRNS."""
    place = chunks.find(b"tRNS") - 4
    return chunks + palette if place < 0 else chunks[:place] + palette + chunks[place:]


def iccp(profile, name=b"profile"):
    """A compressed ICC profile."""
    return chunk(b"iCCP", name + b"\0\0" + zlib_wrapped(profile))


def text(keyword, value):
    """tEXt: Latin-1."""
    return chunk(b"tEXt", keyword.encode() + b"\0" + value.encode("latin-1"))


def compressed_text(keyword, value):
    """zTXt: compressed Latin-1."""
    return chunk(b"zTXt", keyword.encode() + b"\0\0" + zlib_wrapped(value))


def international_text(keyword, value, compressed=False, language="", translated=""):
    """iTXt: UTF-8, perhaps compressed."""
    body = zlib_wrapped(value) if compressed else value
    names = language.encode() + b"\0" + translated.encode() + b"\0"
    return chunk(b"iTXt", keyword.encode() + b"\0" + u8(compressed, 0) + names + body)


def raw_profile(kind, data):
    """The text form in which older programs keep EXIF, IPTC and XMP: a length and hexadecimal lines."""
    digits = data.hex()
    lines = [digits[start : start + 72] for start in range(0, len(digits), 72)]
    return compressed_text(
        f"Raw profile type {kind}", f"\n{kind}\n{len(data):8}\n".encode() + "\n".join(lines).encode() + b"\n"
    )


def animated(width=16, height=8, frames=3):
    """An APNG whose first frame is the default image."""
    control = chunk(b"acTL", be32(frames, 0))
    data = zlib_wrapped(pixels(width, height, 8, RGB, 0))
    body, sequence = b"", 0
    for frame in range(frames):
        body += chunk(b"fcTL", be32(sequence, width, height, 0, 0) + be16(1, 10) + u8(0, 0))
        sequence += 1
        body += chunk(b"IDAT", data) if frame == 0 else chunk(b"fdAT", be32(sequence) + data)
        sequence += 1 if frame else 0
    return SIGNATURE + header(width, height) + control + body + chunk(b"IEND")
