"""EXIF blocks (CIPA DC-008): whole ones and bent ones."""

import struct

from tiff_structure import ASCII, BYTE, LONG, RATIONAL, SHORT, SRATIONAL, UNDEFINED, Block, Directory, Raw, Writer

PREFIX = b"Exif\0\0"
EXIF_POINTER, GPS_POINTER, INTEROP_POINTER = 0x8769, 0x8825, 0xA005
MAKER_NOTE = 0x927C


def text(value):
    """An ASCII value with its closing zero; anything else in it is written as UTF-8."""
    return value.encode() + b"\0"


def primary_rows(orientation=1, make="Example", model="Example E-1"):
    """IFD0 of a camera."""
    return [
        (0x010E, ASCII, text("A test picture")),
        (0x010F, ASCII, text(make)),
        (0x0110, ASCII, text(model)),
        (0x0112, SHORT, [orientation]),
        (0x011A, RATIONAL, [(300, 1)]),
        (0x011B, RATIONAL, [(300, 1)]),
        (0x0128, SHORT, [2]),
        (0x0131, ASCII, text("Fixture 1.0")),
        (0x0132, ASCII, text("2021:06:07 08:09:10")),
        (0x013B, ASCII, text("Ada Example")),
        (0x0213, SHORT, [1]),
        (0x8298, ASCII, text("Public domain")),
    ]


def exposure_rows(maker_note=None, width=16, height=16):
    """The EXIF directory: exposure, times with offset and subseconds, lens."""
    rows = [
        (0x829A, RATIONAL, [(1, 250)]),
        (0x829D, RATIONAL, [(28, 10)]),
        (0x8822, SHORT, [3]),
        (0x8827, SHORT, [400]),
        (0x8830, SHORT, [2]),
        (0x9000, UNDEFINED, b"0232"),
        (0x9003, ASCII, text("2021:06:05 04:03:02")),
        (0x9004, ASCII, text("2021:06:05 04:03:03")),
        (0x9010, ASCII, text("+03:00")),
        (0x9011, ASCII, text("+02:00")),
        (0x9012, ASCII, text("+02:00")),
        (0x9101, UNDEFINED, bytes([1, 2, 3, 0])),
        (0x9204, SRATIONAL, [(-1, 3)]),
        (0x9207, SHORT, [5]),
        (0x9209, SHORT, [0x19]),
        (0x920A, RATIONAL, [(50, 1)]),
        (MAKER_NOTE, UNDEFINED, maker_note),
        (0x9286, UNDEFINED, b"ASCII\0\0\0A comment"),
        (0x9290, ASCII, text("10")),
        (0x9291, ASCII, text("123")),
        (0x9292, ASCII, text("456")),
        (0xA000, UNDEFINED, b"0100"),
        (0xA001, SHORT, [1]),
        (0xA002, LONG, [width]),
        (0xA003, LONG, [height]),
        (INTEROP_POINTER, LONG, Directory([(0x0001, ASCII, text("R98")), (0x0002, UNDEFINED, b"0100")])),
        (0xA402, SHORT, [0]),
        (0xA405, SHORT, [75]),
        (0xA431, ASCII, text("SN-0001")),
        (0xA432, RATIONAL, [(24, 1), (70, 1), (28, 10), (4, 1)]),
        (0xA433, ASCII, text("Example Optics")),
        (0xA434, ASCII, text("Example 24-70mm f/2.8-4")),
    ]
    return [row for row in rows if row[2] is not None]


def gps_rows(south=False, west=True):
    """The GPS directory: 48 degrees 12' 30.5", 16 degrees 22' 23.25", 35.5 metres below the sea, with a UTC time."""
    return [
        (0x0000, BYTE, [2, 3, 0, 0]),
        (0x0001, ASCII, b"S\0" if south else b"N\0"),
        (0x0002, RATIONAL, [(48, 1), (12, 1), (305, 10)]),
        (0x0003, ASCII, b"W\0" if west else b"E\0"),
        (0x0004, RATIONAL, [(16, 1), (22, 1), (2325, 100)]),
        (0x0005, BYTE, [1]),
        (0x0006, RATIONAL, [(355, 10)]),
        (0x0007, RATIONAL, [(2, 1), (3, 1), (1, 1)]),
        (0x0012, ASCII, text("WGS-84")),
        (0x001D, ASCII, text("2021:06:05")),
    ]


def full(order="<", orientation=1, thumbnail=None, maker_note=None, make="Example", model="Example E-1"):
    """Every value that the record knows, with GPS, Interop and, if given, a thumbnail in IFD1."""
    rows = primary_rows(orientation, make, model)
    rows.append((EXIF_POINTER, LONG, Directory(exposure_rows(maker_note))))
    rows.append((GPS_POINTER, LONG, Directory(gps_rows())))
    chain = [Directory(rows)]
    if thumbnail:
        chain.append(
            Directory([(0x0103, SHORT, [6]), (0x0201, LONG, Block(thumbnail)), (0x0202, LONG, [len(thumbnail)])])
        )
    return Writer(order).file(chain)


def orientation_only(value, order=">"):
    """The smallest useful block."""
    return Writer(order).file([Directory([(0x0112, SHORT, [value])])])


def with_positions(rows):
    """A block with only a GPS directory."""
    return Writer(">").file([Directory([(GPS_POINTER, LONG, Directory(rows))])])


def canon():
    """A block with a MakerNote in Canon's shape: a plain directory whose offsets count from the TIFF header."""
    note = _note_at(canon_rows(), full(maker_note=bytes(400), make="Canon", model="Canon EOS Example"))
    return full(maker_note=note, make="Canon", model="Canon EOS Example")


def canon_rows():
    """Image type, firmware, owner, serial number, lens model, and the time zone of TimeInfo."""
    return [
        (0x0006, ASCII, text("Canon EOS Example")),
        (0x0007, ASCII, text("Firmware Version 1.0.0")),
        (0x0009, ASCII, text("Ada Example")),
        (0x000C, LONG, [1234567890]),
        (0x0035, LONG, [16, 120, 20, 60]),
        (0x0095, ASCII, text("EF50mm f/1.8 STM").ljust(70, b"\0")),
    ]


def nikon():
    """A block with a MakerNote in Nikon's third shape: `Nikon`, a version, and a TIFF header of its own."""
    inner = Writer(">").file(
        [
            Directory(
                [
                    (0x0001, UNDEFINED, b"0211"),
                    (0x001D, ASCII, text("2000123")),
                    (0x0024, UNDEFINED, struct.pack(">hBB", 60, 1, 0)),
                    (0x0083, BYTE, [6]),
                    (0x0084, RATIONAL, [(24, 1), (70, 1), (28, 10), (28, 10)]),
                ]
            )
        ]
    )
    return full(">", maker_note=b"Nikon\0\x02\x10\0\0" + inner, make="NIKON CORPORATION", model="NIKON EXAMPLE")


def apple():
    """A block with a MakerNote in Apple's shape: offsets count from its own first byte."""
    head = b"Apple iOS\0\0\x01MM"
    body = Writer(">").chain([Directory([(0x0001, 9, [14]), (0x0015, ASCII, text("ABCDEF01-2345-6789"))])], len(head))
    return full(">", maker_note=head + body, make="Apple", model="iPhone Example")


def _note_at(rows, block):
    """A MakerNote of 400 bytes, for the place that a note of 400 bytes takes in `block`."""
    entry = struct.pack("<HHI", MAKER_NOTE, UNDEFINED, 400)
    start = struct.unpack_from("<I", block, block.index(entry) + len(entry))[0]
    return Writer("<").chain([Directory(rows)], start).ljust(400, b"\0")


# MARK: bent


def undefined_rationals():
    """Exposure, f-number, focal length, resolution and a position, all n/0 or 0/0."""
    return Writer("<").file(
        [
            Directory(
                [
                    (0x011A, RATIONAL, [(72, 0)]),
                    (0x011B, RATIONAL, [(0, 0)]),
                    (
                        EXIF_POINTER,
                        LONG,
                        Directory(
                            [(0x829A, RATIONAL, [(1, 0)]), (0x829D, RATIONAL, [(0, 0)]), (0x920A, RATIONAL, [(50, 0)])]
                        ),
                    ),
                    (
                        GPS_POINTER,
                        LONG,
                        Directory(
                            [
                                (0x0001, ASCII, b"N\0"),
                                (0x0002, RATIONAL, [(48, 0), (0, 0), (0, 0)]),
                                (0x0003, ASCII, b"E\0"),
                                (0x0004, RATIONAL, [(0, 0), (0, 0), (0, 0)]),
                                (0x0006, RATIONAL, [(1, 0)]),
                            ]
                        ),
                    ),
                ]
            )
        ]
    )


def directory_looping_to_itself():
    """IFD0 names itself as the next directory."""
    block = orientation_only(6, "<")
    return block[:-4] + struct.pack("<I", 8)


def directories_looping():
    """IFD0 -> IFD1 -> IFD0."""
    first = struct.pack("<HHHII", 1, 0x0112, 3, 1, 6) + struct.pack("<I", 26)
    second = struct.pack("<HHHII", 1, 0x0103, 3, 1, 6) + struct.pack("<I", 8)
    return b"II*\0" + struct.pack("<I", 8) + first + second


def pointers_looping():
    """The EXIF, GPS and Interop pointers all lead back to IFD0."""
    rows = [(0x0112, 3, 6), (EXIF_POINTER, LONG, 8), (GPS_POINTER, LONG, 8), (INTEROP_POINTER, LONG, 8)]
    table = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in rows)
    return b"II*\0" + struct.pack("<IH", 8, len(rows)) + table + struct.pack("<I", 0)


def interop_looping():
    """IFD0 -> EXIF -> Interop -> IFD0."""
    first = struct.pack("<HHHIIHHIII", 2, 0x0112, 3, 1, 6, EXIF_POINTER, LONG, 1, 38, 0)
    second = struct.pack("<HHHIII", 1, INTEROP_POINTER, LONG, 1, 8, 0)
    return b"II*\0" + struct.pack("<I", 8) + first + second


def many_entries(count, tag=0x010E):
    """One directory of `count` rows that all point at the same text."""
    table_end = 8 + 2 + 12 * count + 4
    row = struct.pack("<HHII", tag, ASCII, 32, table_end)
    return b"II*\0" + struct.pack("<IH", 8, count) + row * count + struct.pack("<I", 0) + b"x" * 31 + b"\0"


def overlapping_blobs(count):
    """`count` rows of unknown tags that each claim nearly the whole block: quadratic for who copies them."""
    size = 8 + 2 + 12 * count + 4
    rows = b"".join(struct.pack("<HHII", 0xC000 + index, UNDEFINED, size - 16, 8) for index in range(count))
    return b"II*\0" + struct.pack("<IH", 8, count) + rows + struct.pack("<I", 0)


def lying_lengths():
    """Good rows between rows whose count or offset points far outside, overflows 32 bits or has no type."""
    value = struct.pack("<I", 8)
    rows = [
        Raw(0x010E, ASCII, 0xFFFFFFFF, value),
        Raw(0x010F, ASCII, 100, struct.pack("<I", 0xFFFFFFF0)),
        (0x0110, ASCII, text("Survivor")),
        (0x0112, SHORT, [6]),
        Raw(0x011A, RATIONAL, 0x20000001, value),
        Raw(0x0131, 0, 1, value),
        Raw(0x0132, 200, 1, value),
        Raw(0x013B, ASCII, 0, value),
        Raw(EXIF_POINTER, LONG, 1, struct.pack("<I", 0x7FFFFFFF)),
        Raw(GPS_POINTER, SHORT, 0, bytes(4)),
    ]
    return Writer("<").file([Directory(rows)])


def strange_values():
    """Values that no field can hold: orientation 9, a month 13, a year 171546, letters for an offset, latitude 95."""
    return Writer(">").file(
        [
            Directory(
                [
                    (0x0112, SHORT, [9]),
                    (0x0132, ASCII, text("171546:13:45 99:99:99")),
                    (
                        EXIF_POINTER,
                        LONG,
                        Directory(
                            [
                                (0x829A, RATIONAL, [(0xFFFFFFFF, 1)]),
                                (0x8827, SHORT, [0]),
                                (0x9003, ASCII, text("    :  :     :  :  ")),
                                (0x9011, ASCII, text("abcdef")),
                            ]
                        ),
                    ),
                    (
                        GPS_POINTER,
                        LONG,
                        Directory(
                            [
                                (0x0001, ASCII, b"\0\0"),
                                (0x0002, RATIONAL, [(95, 1), (61, 1), (61, 1)]),
                                (0x0003, ASCII, b"X\0"),
                                (0x0004, RATIONAL, [(181, 1), (0, 1), (0, 1)]),
                                (0x0005, BYTE, [7]),
                                (0x001D, ASCII, text("0000:00:00")),
                            ]
                        ),
                    ),
                ]
            )
        ]
    )
