"""TIFF files and the camera formats that are built like them."""

import exif
import icc
import xmp
from fixture import Fixture
from tiff_structure import ASCII, BYTE, LONG, RATIONAL, SHORT, UNDEFINED, Block, Directory, Writer


def image_rows(width, height, samples=3, subfile=0, bits=8, pixels=None):
    """The rows that a baseline image needs (TIFF 6.0, section 6), with its single strip."""
    data = pixels if pixels is not None else bytes(range(256)) * 2
    size = -(-width * samples * bits // 8) * height
    strip = Block((data * (size // len(data) + 1))[:size])
    rows = [
        (0x00FE, LONG, [subfile]),
        (0x0100, LONG, [width]),
        (0x0101, LONG, [height]),
        (0x0102, SHORT, [bits] * samples),
        (0x0103, SHORT, [1]),
        (0x0106, SHORT, [2 if samples >= 3 else 1]),
        (0x0111, LONG, [strip]),
        (0x0115, SHORT, [samples]),
        (0x0116, LONG, [height]),
        (0x0117, LONG, [size]),
        (0x011A, RATIONAL, [(300, 1)]),
        (0x011B, RATIONAL, [(300, 1)]),
        (0x0128, SHORT, [2]),
    ]
    return rows + ([(0x0152, SHORT, [2])] if samples == 4 else [])


def sorted_rows(rows):
    """Rows in ascending order of their tags, as the specification wants them."""
    return sorted(rows, key=lambda row: row[0])


def camera_rows(extra=()):
    """An image with EXIF, GPS, XMP and a profile."""
    described = [row for row in exif.primary_rows() if row[0] not in (0x011A, 0x011B, 0x0128)]
    return sorted_rows(
        image_rows(16, 8)
        + described
        + [
            (0x02BC, BYTE, xmp.photo()),
            (exif.EXIF_POINTER, LONG, Directory(exif.exposure_rows(width=16, height=8))),
            (exif.GPS_POINTER, LONG, Directory(exif.gps_rows())),
            (0x8773, UNDEFINED, icc.profile()),
            *extra,
        ]
    )


def raw_rows(make, model, subimages, dng=False):
    """IFD0 of a raw file: a small preview, and the main image in a sub-directory."""
    extra = [
        (0x010F, ASCII, exif.text(make)),
        (0x0110, ASCII, exif.text(model)),
        (0x0112, SHORT, [8]),
        (0x014A, LONG, subimages),
        (exif.EXIF_POINTER, LONG, Directory(exif.exposure_rows(width=32, height=24))),
    ]
    if dng:
        extra += [(0xC612, BYTE, [1, 4, 0, 0]), (0xC614, ASCII, exif.text(f"{make} {model}"))]
    return sorted_rows(image_rows(16, 8, subfile=1) + extra)


def raw(make, model, order="<", magic=None, dng=False):
    """A raw file: preview of 16 x 8, main image of 32 x 24, another preview of 20 x 10."""
    main = Directory(image_rows(32, 24, samples=1, bits=16))
    preview = Directory(image_rows(20, 10, subfile=1))
    return Writer(order, magic=magic).file([Directory(raw_rows(make, model, [main, preview], dng))])


def canon_raw():
    """CR2: magic, version and the offset of the raw directory behind the header; previews before the main image."""
    chain = [
        Directory(
            sorted_rows(
                image_rows(width, height, subfile=0)
                + [(0x010F, ASCII, exif.text("Canon")), (0x0110, ASCII, exif.text("Canon EOS Example"))]
            )
        )
        for width, height in ((20, 10), (10, 5), (12, 6), (32, 24))
    ]
    chain[0].rows.append((exif.EXIF_POINTER, LONG, Directory(exif.exposure_rows(width=32, height=24))))
    data = Writer("<").file(chain, filler=8)
    return data[:8] + b"CR\x02\0" + bytes(4) + data[16:]


def panasonic_raw():
    """RW2: magic 85; the size stands in the sensor's borders."""
    rows = [
        (0x0001, UNDEFINED, b"0310"),
        (0x0002, SHORT, [40]),
        (0x0003, SHORT, [30]),
        (0x0004, SHORT, [3]),
        (0x0005, SHORT, [4]),
        (0x0006, SHORT, [27]),
        (0x0007, SHORT, [36]),
        (0x010F, ASCII, exif.text("Panasonic")),
        (0x0110, ASCII, exif.text("DMC-Example")),
        (0x0112, SHORT, [1]),
        (exif.EXIF_POINTER, LONG, Directory(exif.exposure_rows(width=32, height=24))),
    ]
    return Writer("<", magic=0x55).file([Directory(rows)])


def tiff_fixtures():
    """(name, bytes, what it shows) of every TIFF."""
    pages = [Directory(image_rows(16, 8 + page)) for page in range(3)]
    reduced = [Directory(image_rows(32, 16)), Directory(image_rows(16, 8, subfile=1))]
    with_subimage = sorted_rows(image_rows(16, 8) + [(0x014A, LONG, [Directory(image_rows(8, 4, subfile=1))])])
    return [
        ("little-endian", Writer("<").file([Directory(image_rows(16, 8))]), "II, RGB, 300 dpi"),
        ("big-endian", Writer(">").file([Directory(image_rows(16, 8))]), "MM, RGB, 300 dpi"),
        ("gray-16-bit", Writer("<").file([Directory(image_rows(16, 8, 1, bits=16))]), "gray, 16 bits"),
        ("rgba", Writer("<").file([Directory(image_rows(16, 8, 4))]), "RGB with alpha"),
        ("bigtiff", Writer("<", big=True).file([Directory(image_rows(16, 8))]), "BigTIFF, II"),
        ("bigtiff-big-endian", Writer(">", big=True).file([Directory(camera_rows())]), "BigTIFF, MM, EXIF"),
        ("multi-page", Writer("<").file(pages), "three pages of different heights"),
        ("reduced-page", Writer("<").file(reduced), "a page and its reduced copy"),
        ("sub-directory", Writer(">").file([Directory(with_subimage)]), "a reduced image in a SubIFD"),
        ("camera", Writer("<").file([Directory(camera_rows())]), "EXIF, GPS, XMP, ICC"),
        (
            "exif-beyond-64k",
            Writer("<").file([Directory(camera_rows())], filler=70_000),
            "directories behind the first 64 KB",
        ),
        (
            "orientation-6",
            Writer("<").file([Directory(sorted_rows(image_rows(16, 8) + [(0x0112, SHORT, [6])]))]),
            "orientation 6",
        ),
    ]


def raw_fixtures():
    """(file name, bytes, what it shows) of the camera formats; sizes and directories are right, pixels are noise."""
    return [
        ("sample.dng", raw("Example", "E-1", dng=True), "DNG: main image in a SubIFD, preview in IFD0"),
        ("sample.nef", raw("NIKON CORPORATION", "NIKON EXAMPLE", ">"), "NEF: main image in a SubIFD"),
        ("sample.arw", raw("SONY", "ILCE-EXAMPLE"), "ARW: main image in a SubIFD"),
        ("sample.pef", raw("PENTAX", "PENTAX EXAMPLE", ">"), "PEF: main image in a SubIFD"),
        ("sample.orf", raw("OLYMPUS CORPORATION", "E-M EXAMPLE", magic=0x4F52), "ORF: magic `IIRO`"),
        ("sample.cr2", canon_raw(), "CR2: four directories, the last is the main image"),
        ("sample.rw2", panasonic_raw(), "RW2: magic `IIU\\0`, size from the sensor's borders"),
    ]


def fixtures():
    """Every whole TIFF and TIFF-like raw file."""
    return [Fixture(f"TIFF/{name}.tif", data, shows) for name, data, shows in tiff_fixtures()] + [
        Fixture(f"Raw/{name}", data, shows) for name, data, shows in raw_fixtures()
    ]
