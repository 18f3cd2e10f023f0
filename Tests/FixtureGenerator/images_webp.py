"""WebP files (RFC 9649)."""

import exif
import icc
import xmp
from binary import BitWriter, le16, le32, u8
from fixture import Fixture

ANIMATION, XMP, EXIF, ALPHA, ICC = 0x02, 0x04, 0x08, 0x10, 0x20


def chunk(kind, data):
    """A RIFF chunk, padded to an even length."""
    return kind + le32(len(data)) + data + bytes(len(data) % 2)


def riff(*chunks):
    """The file around the chunks."""
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + le32(len(body)) + body


def lossless(width, height, alpha=False):
    """A VP8L chunk of one color: five prefix codes of a single symbol each, so pixels take no bits."""
    writer = BitWriter(most_first=False)
    for value, count in ((width - 1, 14), (height - 1, 14), (int(alpha), 1), (0, 3), (0, 3)):
        writer.write(value, count)
    for symbol in (0x40, 0x80, 0xC0, 0x7F if alpha else 0xFF):
        writer.write(0b101, 3)
        writer.write(symbol, 8)
    writer.write(0b001, 3)
    writer.write(0, 1)
    return chunk(b"VP8L", b"\x2f" + writer.to_bytes())


def lossy(width, height):
    """A VP8 key frame whose partitions are zeros: every flag is off, every block is predicted and empty."""
    first = bytes(256)
    tag = (len(first) << 5 | 1 << 4).to_bytes(3, "little")
    return chunk(b"VP8 ", tag + b"\x9d\x01\x2a" + le16(width, height) + first + bytes(256))


def extended(width, height, flags):
    """VP8X."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return chunk(b"VP8X", u8(flags, 0, 0, 0) + size)


def frame(width, height, image):
    """ANMF with a duration of 100 ms."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return chunk(b"ANMF", bytes(6) + size + (100).to_bytes(3, "little") + u8(2) + image)


def metadata(exif_block=None):
    """VP8X with a profile, EXIF and XMP."""
    block = exif_block or exif.full()
    return riff(
        extended(16, 8, ICC | EXIF | XMP),
        chunk(b"ICCP", icc.profile()),
        lossy(16, 8),
        chunk(b"EXIF", block),
        chunk(b"XMP ", xmp.photo()),
    )


def fixtures():
    """Every whole WebP."""
    alpha = chunk(b"ALPH", u8(0) + bytes([128]) * (16 * 8))
    made = [
        ("lossless", riff(lossless(17, 9)), "VP8L, odd size"),
        ("lossless-alpha", riff(lossless(16, 8, alpha=True)), "VP8L with alpha"),
        ("lossy", riff(lossy(33, 17)), "VP8"),
        ("lossy-alpha", riff(extended(16, 8, ALPHA), alpha, lossy(16, 8)), "VP8X, uncompressed ALPH, VP8"),
        ("metadata", metadata(), "VP8X with ICC, EXIF and XMP"),
        ("exif-prefixed", metadata(exif.PREFIX + exif.full(">")), "EXIF with the JPEG prefix"),
        (
            "orientation-8",
            riff(extended(16, 8, EXIF), lossy(16, 8), chunk(b"EXIF", exif.orientation_only(8))),
            "EXIF orientation 8",
        ),
        (
            "animated",
            riff(
                extended(16, 8, ANIMATION), chunk(b"ANIM", bytes(6)), *[frame(16, 8, lossless(16, 8)) for _ in range(3)]
            ),
            "three frames",
        ),
    ]
    return [Fixture(f"WebP/{name}.webp", data, shows) for name, data, shows in made]
