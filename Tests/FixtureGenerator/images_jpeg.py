"""JPEG files."""

import exif
import icc
import jpeg_codec as jpeg
import xmp
from binary import be16, u8
from fixture import Fixture
from jpeg_codec import Picture

COLOR = [(2, 2), (1, 1), (1, 1)]
FLAT = [(1, 1), (1, 1), (1, 1)]


def color(width=32, height=24):
    """A YCbCr picture with 4:2:0 sampling."""
    return Picture(width, height, COLOR)


def thumbnail():
    """A tiny gray JPEG."""
    return jpeg.baseline(Picture(8, 8, [(1, 1)]))


def iptc():
    """IIM records: character set UTF-8, title, keyword, by-line, date and time with an offset."""
    datasets = [
        (1, 90, b"\x1b%G"),
        (2, 5, "Über".encode()),
        (2, 25, b"river"),
        (2, 55, b"20210605"),
        (2, 60, b"040302+0200"),
        (2, 80, b"Ada Example"),
        (2, 120, b"A test picture"),
    ]
    return b"".join(u8(0x1C, record, number) + be16(len(data)) + data for record, number, data in datasets)


def full():
    """Everything at once: EXIF with thumbnail, XMP, IPTC, a profile in three segments, a comment."""
    before = jpeg.exif_segment(exif.full(thumbnail=thumbnail())) + jpeg.xmp_segment(xmp.photo())
    before += jpeg.photoshop_segment([(0x0404, iptc())])
    before += b"".join(jpeg.icc_segments(icc.profile(), 300)) + jpeg.segment(jpeg.COM, b"A comment")
    return jpeg.baseline(color(), before)


def with_exif(block, picture=None):
    """A small picture with this EXIF block."""
    return jpeg.baseline(picture or Picture(16, 16, [(1, 1)]), jpeg.exif_segment(block))


def padded_before_exif():
    """EXIF behind 80 KB of other segments: more than the usual first read."""
    filler = b"".join(jpeg.segment(0xE4, b"filler\0".ljust(40_000, bytes([index]))) for index in range(2))
    return jpeg.baseline(Picture(16, 16, [(1, 1)]), filler + jpeg.exif_segment(exif.orientation_only(6)))


def icc_out_of_order():
    """A profile whose segments stand in reverse."""
    return jpeg.baseline(color(), b"".join(reversed(jpeg.icc_segments(icc.profile("Reversed"), 300))))


def fixtures():
    """Every whole JPEG."""
    gray = Picture(17, 9, [(1, 1)])
    made = [
        ("baseline", jpeg.baseline(color(), jpeg.jfif(300, 300)), "baseline, 4:2:0, JFIF with 300 dpi"),
        ("full", full(), "EXIF (II, all fields, GPS, Interop, thumbnail), XMP, IPTC, ICC in 3 segments, comment"),
        ("exif-big-endian", with_exif(exif.full(">")), "the same EXIF fields in MM order"),
        ("exif-canon", with_exif(exif.canon()), "a MakerNote in Canon's shape: lens, serial number, time zone"),
        ("exif-nikon", with_exif(exif.nikon()), "a MakerNote in Nikon's shape: lens, serial number, time zone"),
        ("exif-apple", with_exif(exif.apple()), "a MakerNote in Apple's shape"),
        ("exif-late", padded_before_exif(), "EXIF behind 80 KB of other segments"),
        (
            "gps-south-east",
            with_exif(exif.with_positions(exif.gps_rows(south=True, west=False))),
            "southern latitude, eastern longitude",
        ),
        ("xmp-only", jpeg.baseline(gray, jpeg.xmp_segment(xmp.photo())), "XMP without EXIF"),
        ("iptc-only", jpeg.baseline(gray, jpeg.photoshop_segment([(0x0404, iptc())])), "IPTC without EXIF"),
        ("icc-out-of-order", icc_out_of_order(), "ICC segments in reverse order"),
        ("progressive", jpeg.progressive(color(), jpeg.jfif()), "progressive, four scans"),
        ("gray", jpeg.baseline(gray, jpeg.jfif(1, 1, 0)), "one component, odd size, aspect ratio instead of density"),
        ("cmyk", jpeg.baseline(Picture(16, 8, FLAT + [(1, 1)]), jpeg.adobe(0)), "four components, Adobe transform 0"),
        ("ycck", jpeg.baseline(Picture(16, 8, FLAT + [(1, 1)]), jpeg.adobe(2)), "four components, Adobe transform 2"),
        (
            "adobe-rgb",
            jpeg.baseline(Picture(16, 8, FLAT, component_ids=(82, 71, 66)), jpeg.adobe(0)),
            "three components that are RGB",
        ),
        (
            "twelve-bit",
            jpeg.baseline(Picture(16, 8, [(1, 1)], precision=12), marker=jpeg.SOF1),
            "extended sequential, 12 bits",
        ),
        ("lossless", jpeg.lossless(Picture(16, 8, [(1, 1)])), "lossless Huffman (SOF3)"),
        ("dnl-height", jpeg.height_by_dnl(Picture(16, 24, [(1, 1)])), "height 0 in the frame header, given by DNL"),
        ("restart-fill-bytes", fill_bytes(), "fill bytes FF before markers, a restart interval"),
        ("trailing-data", jpeg.baseline(gray) + b"trailer" * 8, "bytes behind the end of the image"),
    ]
    made += [
        (
            f"orientation-{value}",
            jpeg.baseline(Picture(16, 8, [(1, 1)]), jpeg.exif_segment(exif.orientation_only(value))),
            f"EXIF orientation {value} of a 16 x 8 picture",
        )
        for value in range(1, 9)
    ]
    return [Fixture(f"JPEG/{name}.jpg", data, shows) for name, data, shows in made]


def fill_bytes():
    """A baseline file with fill bytes (B.1.1.2) and DRI."""
    picture = Picture(8, 8, [(1, 1)])
    return (
        jpeg.SOI
        + b"\xff\xff"
        + jpeg.quantization()
        + b"\xff"
        + jpeg.segment(jpeg.DRI, be16(4))
        + jpeg.frame_header(picture)
        + b"\xff\xff\xff"
        + jpeg.huffman_tables()
        + jpeg.scan_header([1])
        + jpeg.interleaved_scan(picture)
        + jpeg.EOI
    )
