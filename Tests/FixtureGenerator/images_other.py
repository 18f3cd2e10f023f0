"""Image formats with a short header, and SVG."""

import struct

import exif
import icc
import png_codec as png
import xmp
from binary import be16, be32, le16, le32, u8
from deflate import gzip_wrapped
from fixture import Fixture
from images_gif_bmp import info_header
from images_jpeg import iptc


def photoshop(width, height, version=1, resources=b""):
    """PSD or, with version 2, PSB: an empty layer section, three planes stored as they are."""
    header = b"8BPS" + be16(version) + bytes(6) + be16(3) + be32(height, width) + be16(8, 3)
    layers = be32(0) if version == 1 else be32(0, 0)
    return header + be32(0) + be32(len(resources)) + resources + layers + be16(0) + bytes(width * height * 3)


def photoshop_resources():
    """Resolution, profile, EXIF, XMP, IPTC."""
    resolution = be32(300 << 16) + be16(1, 1) + be32(300 << 16) + be16(1, 1)
    blocks = [
        (0x03ED, resolution),
        (0x0404, iptc()),
        (0x040F, icc.profile()),
        (0x0422, exif.full(">")),
        (0x0424, xmp.photo()),
    ]
    return b"".join(
        b"8BIM" + be16(number, 0) + be32(len(data)) + data + bytes(len(data) % 2) for number, data in blocks
    )


def icon(kind, images):
    """ICO (1) or CUR (2): a directory of (width, height, bytes)."""
    directory, body = le16(0, kind, len(images)), b""
    start = 6 + 16 * len(images)
    for width, height, data in images:
        directory += u8(width % 256, height % 256, 0, 0) + le16(1, 32) + le32(len(data), start + len(body))
        body += data
    return directory + body


def icon_bitmap(width, height):
    """A device-independent bitmap of twice the height: colors, then the mask."""
    return info_header(width, height * 2, 32) + bytes(width * height * 4) + bytes(-(-width // 32) * 4 * height)


def qoi(width, height, channels=3):
    """QOI: one color, as runs."""
    count, body = width * height, b""
    while count:
        run = min(62, count)
        body += u8(0xC0 | (run - 1))
        count -= run
    return b"qoif" + be32(width, height) + u8(channels, 0) + body + bytes(7) + b"\x01"


def targa(width, height, depth=24, top_down=False, footer=True):
    """TGA, not compressed."""
    header = u8(0, 0, 2) + bytes(9) + le16(width, height) + u8(depth, 0x20 if top_down else 0)
    return header + bytes(width * height * depth // 8) + (le32(0, 0) + b"TRUEVISION-XFILE.\0" if footer else b"")


def direct_draw(width, height):
    """DDS with DXT1 blocks."""
    pixel_format = le32(32, 4) + b"DXT1" + bytes(20)
    header = le32(124, 0x1007, height, width, 0, 0, 1) + bytes(44) + pixel_format + le32(0x1000) + bytes(16)
    return b"DDS " + header + bytes(-(-width // 4) * -(-height // 4) * 8)


def open_exr(width, height):
    """OpenEXR: one half-float channel, no compression."""
    attributes = [
        (b"channels", b"chlist", b"Y\0" + le32(1, 0, 1, 1) + b"\0"),
        (b"compression", b"compression", u8(0)),
        (b"dataWindow", b"box2i", le32(0, 0, width - 1, height - 1)),
        (b"displayWindow", b"box2i", le32(0, 0, width - 1, height - 1)),
        (b"lineOrder", b"lineOrder", u8(0)),
        (b"pixelAspectRatio", b"float", struct.pack("<f", 1)),
        (b"screenWindowCenter", b"v2f", bytes(8)),
        (b"screenWindowWidth", b"float", struct.pack("<f", 1)),
    ]
    head = le32(20000630, 2)
    head += b"".join(name + b"\0" + kind + b"\0" + le32(len(data)) + data for name, kind, data in attributes) + b"\0"
    row = 8 + 2 * width
    table = b"".join(struct.pack("<Q", len(head) + 8 * height + line * row) for line in range(height))
    return head + table + b"".join(le32(line, 2 * width) + bytes(2 * width) for line in range(height))


def pcx(width, height):
    """PCX: 8 bits, one plane, runs."""
    header = u8(10, 5, 1, 8) + le16(0, 0, width - 1, height - 1, 72, 72) + bytes(48) + u8(0, 1) + le16(width, 1)
    runs = b"".join(u8(0xC0 | min(63, width - x), 0) for x in range(0, width, 63))
    return header.ljust(128, b"\0") + runs * height + b"\x0c" + bytes(768)


def dpx(width, height):
    """DPX: big-endian, 10 bits in words of 32."""
    size = 2048 + width * height * 4
    file_header = b"SDPX" + be32(2048) + b"V1.0".ljust(8, b"\0") + be32(size, 1, 1664, 384, 0)
    element = be32(0, 0, 0, 0, 0) + u8(50, 2, 2, 10) + be16(1, 0) + be32(2048, 0, 0)
    image_header = be16(0, 1) + be32(width, height) + element
    return (file_header.ljust(768, b"\0") + image_header).ljust(2048, b"\0") + bytes(width * height * 4)


def radiance(width, height):
    """Radiance HDR with flat scan lines."""
    return b"#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n" + b"-Y %d +X %d\n" % (height, width) + bytes(4 * width * height)


def vector(attributes, prolog='<?xml version="1.0" encoding="UTF-8"?>\n'):
    """SVG with these attributes on its root."""
    return (
        f'{prolog}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>' '<rect width="10" height="10"/></svg>\n'
    ).encode()


def apple_icons():
    """ICNS with one PNG of 128 x 128."""
    entry = png.image(128, 128)
    return b"icns" + be32(16 + len(entry)) + b"ic07" + be32(8 + len(entry)) + entry


def farbfeld(width, height):
    """farbfeld."""
    return b"farbfeld" + be32(width, height) + bytes(width * height * 8)


def fixtures():
    """Every file of these formats."""
    small_png = png.image(32, 32, color=png.RGB_ALPHA)
    portable = [
        ("ascii.pbm", b"P1\n# a comment\n6 2\n010101\n101010\n", "P1 with a comment"),
        ("ascii.pgm", b"P2\n4 2\n15\n" + b"0 5 10 15\n" * 2, "P2"),
        ("ascii.ppm", b"P3 2 1 255 255 0 0 0 0 255\n", "P3 in one line"),
        ("binary.pbm", b"P4\n10 2\n" + bytes(4), "P4"),
        ("binary-16-bit.pgm", b"P5\n5 3\n65535\n" + bytes(30), "P5, 16 bits"),
        ("binary.ppm", b"P6\n5 3\n255\n" + bytes(45), "P6"),
        ("binary.pam", b"P7\nWIDTH 5\nHEIGHT 3\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n" + bytes(60), "P7"),
        ("float.pfm", b"PF\n5 3\n-1.0\n" + bytes(180), "PFM"),
    ]
    vectors = [
        ("pixels.svg", vector('width="120" height="80"'), "width and height"),
        ("units.svg", vector('width="2in" height="25.4mm"'), "inches and millimetres"),
        ("view-box.svg", vector('viewBox="0 0 300 150"'), "viewBox only"),
        ("percent.svg", vector('width="100%" height="100%" viewBox="0,0,64,48"'), "percentages of a viewBox"),
        ("no-prolog.svg", vector('width="10.5px" height="1e1"', ""), "no XML declaration, fraction, exponent"),
        (
            "doctype.svg",
            vector(
                'width="10" height="20"',
                '<?xml version="1.0"?>\n<!-- a comment with <svg> -->\n'
                '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">\n',
            ),
            "comment, DOCTYPE",
        ),
        ("compressed.svgz", gzip_svg(), "SVG inside gzip"),
    ]
    others = [
        ("PSD/plain.psd", photoshop(16, 8), "PSD"),
        ("PSD/metadata.psd", photoshop(16, 8, resources=photoshop_resources()), "resolution, ICC, EXIF, XMP, IPTC"),
        ("PSD/large.psb", photoshop(16, 8, 2), "PSB"),
        ("ICO/bitmap.ico", icon(1, [(16, 16, icon_bitmap(16, 16))]), "one bitmap"),
        ("ICO/two-sizes.ico", icon(1, [(16, 16, icon_bitmap(16, 16)), (32, 32, small_png)]), "a bitmap and a PNG"),
        (
            "ICO/size-256.ico",
            icon(1, [(256, 256, png.image(256, 256, color=png.RGB_ALPHA))]),
            "0 in the directory is 256",
        ),
        ("ICO/cursor.cur", icon(2, [(16, 16, icon_bitmap(16, 16))]), "cursor"),
        ("ICO/apple.icns", apple_icons(), "ICNS with a PNG"),
        ("QOI/rgb.qoi", qoi(17, 9), "QOI"),
        ("QOI/rgba.qoi", qoi(16, 8, 4), "QOI with alpha"),
        ("TGA/version-2.tga", targa(16, 8), "with footer"),
        ("TGA/version-1-top-down.tga", targa(16, 8, 32, True, False), "without footer, 32 bits, top-down"),
        ("DDS/dxt1.dds", direct_draw(16, 8), "DXT1"),
        ("HDR/flat.hdr", radiance(16, 8), "Radiance"),
        ("OpenEXR/half.exr", open_exr(16, 8), "one half-float channel"),
        ("PCX/gray.pcx", pcx(17, 9), "8 bits"),
        ("DPX/ten-bit.dpx", dpx(16, 8), "10 bits"),
        ("Farbfeld/sample.ff", farbfeld(5, 3), "farbfeld"),
    ]
    grouped = [("PNM", portable), ("SVG", vectors)]
    return [Fixture(f"{folder}/{name}", data, shows) for folder, made in grouped for name, data, shows in made] + [
        Fixture(path, data, shows) for path, data, shows in others
    ]


def gzip_svg():
    """A compressed SVG."""
    return gzip_wrapped(vector('width="30" height="20"'))
