"""HEIF, AVIF, JPEG XL, JPEG 2000 and CR3: containers of boxes. Pixels are absent where a codec would be needed."""

import exif
import icc
import xmp
from binary import BitWriter, be16, be32, u8
from fixture import Fixture
from media import box, full_box
from tiff_structure import LONG, Directory, Writer

JXL_SIGNATURE = be32(12) + b"JXL \x0d\x0a\x87\x0a"
JP2_SIGNATURE = be32(12) + b"jP  \x0d\x0a\x87\x0a"
CANON_UUID = bytes.fromhex("85c0b687820f11e08111f4ce462b6a48")


def heif(brand, codec, size=(32, 16), properties=(), exif_block=None, packet=None, method=0, version=0):
    """A HEIF file with one coded item and, where given, EXIF and XMP items (ISO/IEC 23008-12).

    `method` 0 puts the items into `mdat`, 1 into `idat`, and `version` is that of `iloc`.
    """
    items = [(1, codec, b"\0" * 16)]
    if exif_block is not None:
        items.append((2, b"Exif", be32(6) + exif.PREFIX + exif_block))
    if packet is not None:
        items.append((3, b"mime", packet))
    head = box(b"ftyp", brand, be32(0), b"mif1", brand)
    start = len(head) + len(_meta(items, size, properties, 0, method, version)) + 8
    meta = _meta(items, size, properties, start if method == 0 else 0, method, version)
    data = b"".join(data for _, _, data in items)
    return head + meta + (box(b"mdat", data) if method == 0 else b"")


def _meta(items, size, properties, start, method, version):
    handler = full_box(b"hdlr", 0, 0, be32(0), b"pict", bytes(12), b"\0")
    entries = b"".join(_item_entry(number, kind) for number, kind, _ in items)
    information = full_box(b"iinf", 0, 0, be16(len(items)), entries)
    references = b"".join(box(b"cdsc", be16(number, 1, 1)) for number, _, _ in items[1:])
    links = full_box(b"iref", 0, 0, references) if references else b""
    data = box(b"idat", b"".join(data for _, _, data in items)) if method == 1 else b""
    return full_box(
        b"meta",
        0,
        0,
        handler,
        full_box(b"pitm", 0, 0, be16(1)),
        information,
        links,
        _properties(size, properties),
        _locations(items, start, method, version),
        data,
    )


def _item_entry(number, kind):
    tail = b"application/rdf+xml\0\0" if kind == b"mime" else b""
    return full_box(b"infe", 2, 0, be16(number, 0), kind, b"\0", tail)


def _properties(size, properties):
    """`ispe` and the others, all tied to item 1; transformations are essential."""
    boxes = [full_box(b"ispe", 0, 0, be32(*size)), *properties]
    ties = b"".join(u8(index | (0x80 if index > 1 else 0)) for index in range(1, len(boxes) + 1))
    return box(b"iprp", box(b"ipco", *boxes), full_box(b"ipma", 0, 0, be32(1), be16(1), u8(len(boxes)), ties))


def _locations(items, start, method, version):
    rows, offset = b"", start
    for number, _, data in items:
        construction = be16(method) if version == 1 else b""
        rows += be16(number) + construction + be16(0, 1) + be32(offset, len(data))
        offset += len(data)
    return full_box(b"iloc", version, 0, u8(0x44, 0x00), be16(len(items)), rows)


def rotated(steps):
    """Turns by 90 degrees against the clock."""
    return box(b"irot", u8(steps))


def mirrored(axis):
    """0 mirrors top and bottom, 1 left and right."""
    return box(b"imir", u8(axis))


def color_profile():
    """A profile as `colr`."""
    return box(b"colr", b"prof", icc.profile())


def pixel_depths(bits, channels):
    """`pixi`."""
    return full_box(b"pixi", 0, 0, u8(channels, *[bits] * channels))


# MARK: JPEG XL


def jxl_codestream(width, height, orientation=1, depth=8):
    """A codestream's size and image headers (ISO/IEC 18181-1, annex D); zeros follow instead of a frame."""
    writer = BitWriter(most_first=False)
    small = width % 8 == 0 and height % 8 == 0 and max(width, height) <= 256
    writer.write(int(small), 1)
    if small:
        writer.write(height // 8 - 1, 5)
        writer.write(0, 3)
        writer.write(width // 8 - 1, 5)
    else:
        _jxl_size(writer, height)
        writer.write(0, 3)
        _jxl_size(writer, width)
    _jxl_metadata(writer, orientation, depth)
    return b"\xff\x0a" + writer.to_bytes() + bytes(32)


def brotli_stored(data):
    """A Brotli stream (RFC 7932) of uncompressed meta-blocks: window of 16 bits, at most 65,536 bytes a block."""
    bits = 0  # WBITS: one zero bit
    count = 1
    out = b""
    for start in range(0, len(data), 65536):
        piece = data[start : start + 65536]
        # ISLAST 0, MNIBBLES 0 (four), MLEN - 1 in 16 bits, ISUNCOMPRESSED 1, then up to the next whole byte.
        bits |= (len(piece) - 1) << (count + 3) | 1 << (count + 19)
        count += 20
        out += bits.to_bytes((count + 7) // 8, "little") + piece
        bits = count = 0
    return out + b"\x03"  # ISLAST, ISLASTEMPTY


def _jxl_size(writer, value):
    """A size by the smallest of the four widths."""
    selector, bits = next((s, b) for s, b in enumerate((9, 13, 18, 30)) if value <= 1 << b)
    writer.write(selector, 2)
    writer.write(value - 1, bits)


def _jxl_metadata(writer, orientation, depth):
    """ImageMetadata: either all default, or orientation and integer samples."""
    default = orientation == 1 and depth == 8
    writer.write(int(default), 1)
    if default:
        return
    writer.write(1, 1)
    writer.write(orientation - 1, 3)
    writer.write(0, 3)
    writer.write(0, 1)
    writer.write({8: 0, 10: 1, 12: 2}[depth], 2)
    writer.write(0, 1)


def jxl(stream, *boxes):
    """The box form."""
    return JXL_SIGNATURE + box(b"ftyp", b"jxl ", be32(0), b"jxl ") + b"".join(boxes) + box(b"jxlc", stream)


# MARK: JPEG 2000


def j2k(width, height, components=3, depth=8):
    """A codestream: SIZ, COD, QCD, one empty tile (ISO/IEC 15444-1, annex A)."""
    siz = be16(0) + be32(width, height, 0, 0, width, height, 0, 0) + be16(components)
    siz += u8(depth - 1, 1, 1) * components
    cod = u8(0, 0) + be16(1) + u8(0, 0, 4, 4, 0, 1)
    head = b"\xff\x4f" + _j2k_segment(0x51, siz) + _j2k_segment(0x52, cod) + _j2k_segment(0x5C, u8(0x40, 0x40))
    packets = u8(0) * components
    tile = b"\xff\x90" + be16(10, 0) + be32(14 + len(packets)) + u8(0, 1) + b"\xff\x93" + packets
    return head + tile + b"\xff\xd9"


def _j2k_segment(marker, payload):
    return u8(0xFF, marker) + be16(len(payload) + 2) + payload


def jp2(width, height, *boxes):
    """The box form, with resolution and sRGB."""
    header = box(b"ihdr", be32(height, width), be16(3), u8(7, 7, 0, 0))
    resolution = box(b"res ", box(b"resc", be16(11811, 1, 11811, 1), u8(0, 0)))
    color = box(b"colr", u8(1, 0, 0), be32(16))
    return (
        JP2_SIGNATURE
        + box(b"ftyp", b"jp2 ", be32(0), b"jp2 ")
        + box(b"jp2h", header, color, resolution)
        + b"".join(boxes)
        + box(b"jp2c", j2k(width, height))
    )


def cr3(width=64, height=48):
    """CR3: TIFF blocks in Canon's `uuid` box; the main image's size in the last track."""
    primary = [(0x0100, LONG, [width]), (0x0101, LONG, [height]), *exif.primary_rows(8, "Canon", "Canon EOS Example")]
    blocks = [
        box(b"CMT1", Writer("<").file([Directory(primary)])),
        box(b"CMT2", exif.full("<")),
        box(b"CMT4", exif.with_positions(exif.gps_rows())),
    ]
    canon = box(b"uuid", CANON_UUID, box(b"CNCV", b"CanonCR3_001/00.09.00/00.00.00"), *blocks)
    tracks = b"".join(_canon_track(*size) for size in ((16, 8), (width, height)))
    return box(b"ftyp", b"crx ", be32(1), b"crx isom") + box(b"moov", canon, tracks) + box(b"mdat", bytes(16))


def _canon_track(width, height):
    entry = box(b"CRAW", bytes(6), be16(1), bytes(16), be16(width, height), bytes(50))
    table = full_box(b"stsd", 0, 0, be32(1), entry)
    return box(b"trak", box(b"mdia", box(b"minf", box(b"stbl", table))))


def fixtures():
    """Every file made of boxes."""
    full, small = exif.full(), exif.orientation_only(6)
    heifs = [
        (
            "full.heic",
            heif(b"heic", b"hvc1", (32, 16), [color_profile(), pixel_depths(8, 3)], full, xmp.photo()),
            "HEIC: size, EXIF, XMP, ICC, bit depth",
        ),
        ("exif-in-idat.heic", heif(b"heic", b"hvc1", exif_block=full, method=1, version=1), "items in `idat`"),
        (
            "rotated-270-exif-6.heic",
            heif(b"heic", b"hvc1", properties=[rotated(3)], exif_block=small),
            "`irot` 270 and EXIF orientation 6: turned once, not twice",
        ),
        (
            "rotated-270-exif-1.heic",
            heif(b"heic", b"hvc1", properties=[rotated(3)], exif_block=exif.orientation_only(1)),
            "`irot` 270, EXIF orientation 1",
        ),
        ("exif-6-only.heic", heif(b"heic", b"hvc1", exif_block=small), "no `irot`, EXIF orientation 6: not turned"),
        ("rotated-mirrored.heic", heif(b"heic", b"hvc1", properties=[rotated(1), mirrored(1)]), "`irot` and `imir`"),
        ("plain.avif", heif(b"avif", b"av01", (20, 10), [pixel_depths(10, 3)]), "AVIF of 10 bits"),
        ("rotated-90.avif", heif(b"avif", b"av01", (20, 10), [rotated(1)]), "AVIF turned by 90 degrees"),
    ]
    jxls = [
        ("codestream.jxl", jxl_codestream(32, 16), "bare codestream, short size"),
        ("codestream-odd-size.jxl", jxl_codestream(1001, 33), "bare codestream, sizes not multiples of 8"),
        ("codestream-orientation-6.jxl", jxl_codestream(32, 16, 6), "orientation in the codestream"),
        ("codestream-10-bit.jxl", jxl_codestream(32, 16, 1, 10), "10 bits"),
        (
            "brotli.jxl",
            jxl(
                jxl_codestream(32, 16),
                box(b"brob", b"Exif", brotli_stored(be32(0) + full)),
                box(b"brob", b"xml ", brotli_stored(xmp.photo())),
            ),
            "EXIF and XMP in boxes that are compressed with Brotli",
        ),
        (
            "boxes-exif.jxl",
            jxl(jxl_codestream(32, 16), box(b"Exif", be32(0), full), box(b"xml ", xmp.photo())),
            "boxes with EXIF and XMP",
        ),
    ]
    jp2s = [
        ("boxes.jp2", jp2(32, 16), "JP2, resolution, sRGB"),
        (
            "boxes-xmp.jp2",
            jp2(32, 16, box(b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac"), xmp.photo())),
            "JP2 with XMP",
        ),
        ("codestream.j2k", j2k(33, 17), "bare codestream"),
    ]
    groups = [("HEIF", heifs), ("JPEGXL", jxls), ("JPEG2000", jp2s), ("Raw", [("sample.cr3", cr3(), "CR3: boxes")])]
    return [Fixture(f"{folder}/{name}", data, shows) for folder, made in groups for name, data, shows in made]
