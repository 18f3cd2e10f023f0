"""GIF and BMP files."""

import struct

import xmp
from binary import BitWriter, le16, le32, padded, u8
from fixture import Fixture

NETSCAPE_LOOP = b"\x21\xff\x0bNETSCAPE2.0\x03\x01" + le16(0) + b"\0"


def gif(width=16, height=8, frames=1, version=b"89a", extensions=b"", transparent=False):
    """A whole GIF of two colors."""
    screen = b"GIF" + version + le16(width, height) + u8(0x80, 0, 0) + bytes(3) + b"\xff" * 3
    body = b"".join(gif_frame(width, height, frames > 1 or transparent, transparent) for _ in range(frames))
    return screen + extensions + body + b";"


def gif_frame(width, height, controlled, transparent=False):
    """An image with, where wanted, its graphic control extension."""
    control = b"\x21\xf9\x04" + u8(int(transparent)) + le16(10) + b"\0\0"
    data = lzw(width * height)
    blocks = b"".join(u8(len(data[i : i + 255])) + data[i : i + 255] for i in range(0, len(data), 255))
    return (control if controlled else b"") + b"," + le16(0, 0, width, height) + b"\0\x02" + blocks + b"\0"


def lzw(count):
    """`count` pixels of alternating colors; a clear code before the code width would grow."""
    writer = BitWriter(most_first=False)
    for index in range(count):
        if index % 2 == 0:
            writer.write(4, 3)
        writer.write(index // 3 % 2, 3)
    writer.write(5, 3)
    return writer.to_bytes()


def gif_xmp():
    """XMP in an application extension, with the trailer that lets old readers skip it."""
    magic = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
    return b"\x21\xff\x0bXMP DataXMP" + xmp.photo() + magic


def comment(text):
    """A comment extension."""
    return b"\x21\xfe" + u8(len(text)) + text + b"\0"


def bmp(header, width, height, bits, palette=b""):
    """A whole BMP: file header, `header`, palette, rows."""
    row = padded(bytes([0x55]) * (-(-width * bits // 8)), 4)
    pixels = row * abs(height)
    start = 14 + len(header) + len(palette)
    return b"BM" + le32(start + len(pixels), 0, start) + header + palette + pixels


def info_header(width, height, bits, size=40, resolution=2835, compression=0):
    """BITMAPINFOHEADER; longer sizes are filled with zeros."""
    fields = struct.pack("<IiiHHIIiiII", size, width, height, 1, bits, compression, 0, resolution, resolution, 0, 0)
    return fields.ljust(size, b"\0")


def v5_header(width, height):
    """BITMAPV5HEADER of 32 bits with an alpha mask, sRGB."""
    header = info_header(width, height, 32, 124, compression=3)
    masks = le32(0x00FF0000, 0x0000FF00, 0x000000FF, 0xFF000000)
    return header[:40] + masks + b"BGRs" + header[60:]


def core_header(width, height, bits):
    """BITMAPCOREHEADER of OS/2 1.x."""
    return le32(12) + le16(width, height, 1, bits)


def fixtures():
    """Every whole GIF and BMP."""
    gifs = [
        ("static", gif(), "one image"),
        ("version-87a", gif(version=b"87a"), "version 87a"),
        ("transparent", gif(transparent=True), "a transparent color"),
        ("animated", gif(frames=5, extensions=NETSCAPE_LOOP), "five frames that loop"),
        ("comment-xmp", gif(extensions=comment(b"A comment") + gif_xmp()), "a comment and XMP"),
        ("large-screen", gif_with_screen(40_000, 300), "a logical screen wider than 32,767"),
    ]
    two_colors = bytes(4) + b"\xff\xff\xff\0"
    bmps = [
        ("info-24-bit", bmp(info_header(13, 7, 24), 13, 7, 24), "BITMAPINFOHEADER, 24 bits, padded rows"),
        ("info-1-bit", bmp(info_header(13, 7, 1), 13, 7, 1, two_colors), "one bit, palette"),
        ("top-down", bmp(info_header(13, -7, 24), 13, -7, 24), "negative height: rows from the top"),
        ("v4", bmp(info_header(16, 8, 24, 108), 16, 8, 24), "BITMAPV4HEADER"),
        ("v5-alpha", bmp(v5_header(16, 8), 16, 8, 32), "BITMAPV5HEADER, 32 bits with alpha"),
        ("os2-core", bmp(core_header(13, 7, 24), 13, 7, 24), "OS/2 1.x, 16-bit sizes"),
        ("os2-v2", bmp(info_header(13, 7, 24, 64), 13, 7, 24), "OS/2 2.x, header of 64 bytes"),
    ]
    return [Fixture(f"GIF/{name}.gif", data, shows) for name, data, shows in gifs] + [
        Fixture(f"BMP/{name}.bmp", data, shows) for name, data, shows in bmps
    ]


def gif_with_screen(width, height):
    """A small image on a large logical screen."""
    data = gif()
    return data[:6] + le16(width, height) + data[10:]
