"""Images that are damaged, that lie, or that want to be expensive."""

import exif
import jpeg_codec as jpeg
import png_codec as png
import xmp
from binary import be16, be32, le16, le32, u8
from deflate import zlib_bomb
from fixture import Fixture, cut, patched, replaced
from images_bmff import JP2_SIGNATURE, JXL_SIGNATURE, heif
from images_gif_bmp import NETSCAPE_LOOP, bmp, gif, info_header
from images_jpeg import full, with_exif
from images_other import open_exr, photoshop, qoi, targa, vector
from images_tiff import camera_rows, image_rows
from images_webp import EXIF, chunk, extended, lossless, lossy, metadata, riff
from jpeg_codec import Picture
from media import box, full_box
from tiff_structure import LONG, SHORT, Directory, Raw, Writer

# More than any sensible bound on inflated data, in 25 KB.
BOMB_SIZE = 24 << 20


# MARK: JPEG


def jpeg_samples():
    """Damaged and hostile JPEGs."""
    whole, gray = full(), Picture(16, 16, [(1, 1)])
    scan = whole.rindex(b"\xff\xda")
    frame = whole.rindex(b"\xff\xc0")
    exif_start = whole.index(b"Exif\0\0")
    plain = jpeg.baseline(gray)
    return [
        ("empty-image", jpeg.SOI + jpeg.EOI, "SOI and EOI, nothing between"),
        ("start-only", jpeg.SOI, "two bytes"),
        ("truncated-in-exif", cut(whole, exif_start + 300), "cut inside EXIF"),
        ("truncated-before-frame", cut(whole, frame), "cut before SOF: EXIF is whole, no size"),
        ("truncated-in-frame", cut(whole, frame + 6), "cut inside SOF"),
        ("truncated-in-scan", cut(whole, scan + 20), "cut in the pixels: all metadata is whole"),
        ("no-end", cut(plain, -2), "no EOI"),
        ("segment-length-zero", replaced(plain, jpeg.huffman_tables()[:4], b"\xff\xc4\0\0"), "a segment of length 0"),
        ("segment-length-one", replaced(plain, jpeg.huffman_tables()[:4], b"\xff\xc4\0\1"), "a segment of length 1"),
        (
            "segment-beyond-end",
            replaced(plain, jpeg.quantization()[:4], b"\xff\xdb\xff\xff"),
            "a segment that is longer than the file",
        ),
        ("garbage-between-segments", replaced(plain, b"\xff\xc4", b"\x00\x12\x34\xff\xc4"), "bytes between segments"),
        (
            "frame-size-zero",
            jpeg.SOI + jpeg.segment(0xC0, u8(8) + be16(0, 0) + u8(1, 1, 0x11, 0)) + jpeg.EOI,
            "0 x 0 and no DNL",
        ),
        (
            "frame-too-many-components",
            jpeg.SOI + jpeg.segment(0xC0, u8(8) + be16(8, 8) + u8(255, 1, 0x11, 0)) + jpeg.EOI,
            "255 components in a segment that holds one",
        ),
        (
            "two-frames",
            jpeg.SOI + jpeg.frame_header(Picture(99, 77, [(1, 1)])) + plain[2:],
            "two SOF of different sizes",
        ),
        (
            "many-segments",
            jpeg.SOI + jpeg.segment(jpeg.COM, b"") * 20_000 + plain[2:],
            "20,000 empty comments before SOF",
        ),
        ("many-fill-bytes", jpeg.SOI + b"\xff" * 70_000 + plain[2:], "70,000 fill bytes"),
        (
            "nested-thumbnails",
            with_exif(exif.full(thumbnail=nested_thumbnails(8))),
            "a thumbnail that has a thumbnail, eight deep",
        ),
        ("icc-missing-segment", jpeg.baseline(gray, missing_icc_segment()), "one of three ICC segments is missing"),
        (
            "icc-lying-count",
            jpeg.baseline(gray, jpeg.segment(jpeg.APP2, b"ICC_PROFILE\0" + u8(0, 0) + bytes(64))),
            "ICC segment 0 of 0",
        ),
        (
            "icc-repeated-segment",
            jpeg.baseline(gray, jpeg.segment(jpeg.APP2, b"ICC_PROFILE\0" + u8(1, 255) + bytes(64)) * 300),
            "ICC segment 1 of 255, 300 times",
        ),
        ("xmp-billion-laughs", jpeg.baseline(gray, jpeg.xmp_segment(xmp.billion_laughs())), "entities that multiply"),
        ("xmp-deep", jpeg.baseline(gray, jpeg.xmp_segment(xmp.deeply_nested(2_000))), "2,000 elements deep"),
        ("xmp-cut", jpeg.baseline(gray, jpeg.xmp_segment(xmp.photo()[:400])), "XMP that ends inside an element"),
        ("xmp-extended-lying", jpeg.baseline(gray, extended_xmp()), "extended XMP that says 4 GB"),
        (
            "photoshop-lying-length",
            jpeg.baseline(
                gray, jpeg.segment(jpeg.APP13, b"Photoshop 3.0\0" + b"8BIM" + be16(0x0404, 0) + be32(0xFFFFFFFF))
            ),
            "an IPTC block of 4 GB",
        ),
        ("huge-size", jpeg.SOI + jpeg.frame_header(Picture(65535, 65535, [(1, 1)])) + jpeg.EOI, "65,535 x 65,535"),
    ] + [(f"exif-{name}", with_exif(block), shows) for name, block, shows in exif_blocks()]


def nested_thumbnails(depth):
    """A JPEG whose EXIF thumbnail is a JPEG whose EXIF thumbnail, and so on."""
    inner = jpeg.baseline(Picture(8, 8, [(1, 1)]))
    for _ in range(depth):
        block = Writer("<").file(
            [
                Directory([(0x0112, SHORT, [1])]),
                Directory([(0x0103, SHORT, [6]), (0x0201, LONG, exif.Block(inner)), (0x0202, LONG, [len(inner)])]),
            ]
        )
        inner = with_exif(block, Picture(8, 8, [(1, 1)]))
    return inner


def missing_icc_segment():
    """Segments 1 and 3 of 3."""
    first, _, last = [jpeg.segment(jpeg.APP2, b"ICC_PROFILE\0" + u8(number, 3) + bytes(100)) for number in (1, 2, 3)]
    return first + last


def extended_xmp():
    """A main packet that names an extension, and one piece that claims 4 GB."""
    name = b"0123456789ABCDEF0123456789ABCDEF"
    main = xmp.packet({"xmpNote:HasExtendedXMP": name.decode()})
    piece = b"http://ns.adobe.com/xmp/extension/\0" + name + be32(0xFFFFFFFF, 0xFFFFFF00) + b"<x/>"
    return jpeg.xmp_segment(main) + jpeg.segment(jpeg.APP1, piece)


def exif_blocks():
    """EXIF blocks that are bent; each is put into a JPEG."""
    whole = exif.full()
    return [
        ("empty", b"", "EXIF without a TIFF header"),
        ("header-only", b"II*\0", "four bytes of TIFF header"),
        ("cut", whole[:180], "directories whose values are cut off"),
        ("bad-magic", b"XX" + whole[2:], "neither II nor MM"),
        ("directory-beyond-end", b"II*\0" + le32(0xFFFFFFF0), "IFD0 at the end of the address space"),
        ("directory-in-header", b"II*\0" + le32(0) + bytes(32), "IFD0 at offset 0"),
        ("loop-to-itself", exif.directory_looping_to_itself(), "IFD0 -> IFD0"),
        ("loop", exif.directories_looping(), "IFD0 -> IFD1 -> IFD0"),
        ("loop-of-pointers", exif.pointers_looping(), "EXIF, GPS and Interop pointers to IFD0"),
        ("loop-interop", exif.interop_looping(), "IFD0 -> EXIF -> Interop -> IFD0"),
        ("5000-entries", exif.many_entries(5_000), "5,000 times the same tag"),
        ("overlapping", exif.overlapping_blobs(5_000), "5,000 unknown tags that each span the whole block"),
        ("lying-lengths", exif.lying_lengths(), "counts and offsets far outside among good rows"),
        ("undefined-rationals", exif.undefined_rationals(), "n/0 and 0/0"),
        ("strange-values", exif.strange_values(), "month 13, year 171546, orientation 9, latitude 95"),
        (
            "maker-note-lying",
            exif.full(maker_note=le16(0xFFFF) + b"\xff" * 60, make="Canon"),
            "a MakerNote of 65,535 rows in 62 bytes",
        ),
        (
            "maker-note-nikon-loop",
            exif.full(maker_note=b"Nikon\0\x02\x10\0\0" + exif.directory_looping_to_itself(), make="NIKON CORPORATION"),
            "a MakerNote that loops",
        ),
        (
            "text-unterminated",
            Writer("<").file([Directory([Raw(0x010F, 2, 4, b"\xff\xfe\x80\xc3")])]),
            "text that is neither ended nor UTF-8",
        ),
    ]


# MARK: PNG


def raw_chunk(length, kind, data=b""):
    """A chunk whose length says anything, with the CRC left out."""
    return be32(length) + kind + data


def png_samples():
    """Damaged and hostile PNGs."""
    whole = png.image()
    header = png.SIGNATURE + png.header(16, 8)
    bomb = zlib_bomb(BOMB_SIZE)
    small = header + png.chunk(b"IDAT", zlib_bomb(8_000))
    return [
        ("signature-only", png.SIGNATURE, "eight bytes"),
        ("no-header", png.SIGNATURE + png.chunk(b"IEND"), "no IHDR"),
        ("truncated-in-header", cut(whole, 20), "cut inside IHDR"),
        ("truncated-in-data", cut(whole, 50), "cut inside IDAT"),
        ("bad-crc-header", patched(whole, 29, b"\0\0\0\0"), "wrong CRC of IHDR"),
        ("bad-crc-data", patched(whole, whole.index(b"IEND") - 8, b"\0\0\0\0"), "wrong CRC of IDAT"),
        ("bad-crc-text", png.image(before=png.text("Title", "x")[:-4] + b"\0\0\0\0"), "wrong CRC of tEXt"),
        ("size-zero", png.SIGNATURE + png.header(0, 0) + png.chunk(b"IEND"), "0 x 0"),
        ("size-huge", png.SIGNATURE + png.header(0xFFFFFFFF, 0xFFFFFFFF) + png.chunk(b"IEND"), "sizes over 31 bits"),
        (
            "header-wrong-length",
            png.SIGNATURE + png.chunk(b"IHDR", be32(16, 8)) + png.chunk(b"IEND"),
            "IHDR of 8 bytes",
        ),
        ("bad-depth", png.SIGNATURE + png.header(16, 8, 3, 7) + png.chunk(b"IEND"), "depth 3, color type 7"),
        ("two-headers", png.SIGNATURE + png.header(16, 8) + png.header(99, 77) + whole[33:], "two IHDR"),
        (
            "text-57-bytes",
            header + raw_chunk(0x7FFFFFFF, b"tEXt", b"A\0bc") + bytes(12),
            "57 bytes; a tEXt chunk that claims 2 GB",
        ),
        (
            "ztxt-57-bytes",
            header + raw_chunk(0x3FFFFFFF, b"zTXt", b"A\0\0x") + bytes(12),
            "57 bytes; a zTXt chunk that claims 1 GB",
        ),
        ("length-over-31-bits", header + raw_chunk(0xFFFFFFFF, b"eXIf", b"II*\0"), "a chunk of 4 GB"),
        ("exif-lying-length", header + raw_chunk(0x7FFFFFFF, b"eXIf", exif.full()), "eXIf that claims 2 GB"),
        ("iccp-bomb", header + png.chunk(b"iCCP", b"bomb\0\0" + bomb) + png.chunk(b"IEND"), "a profile of 24 MB"),
        ("ztxt-bomb", header + png.chunk(b"zTXt", b"Comment\0\0" + bomb) + png.chunk(b"IEND"), "a text of 24 MB"),
        (
            "itxt-bomb",
            header + png.chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + bomb) + png.chunk(b"IEND"),
            "XMP of 24 MB",
        ),
        (
            "raw-profile-bomb",
            header + png.chunk(b"zTXt", b"Raw profile type exif\0\0" + bomb) + png.chunk(b"IEND"),
            "a raw profile of 24 MB",
        ),
        (
            "raw-profile-lying",
            png.image(before=png.compressed_text("Raw profile type exif", b"\nexif\n99999999\n4578696600004d4d\n")),
            "a raw profile that claims 99,999,999 bytes",
        ),
        (
            "raw-profile-not-hex",
            png.image(before=png.compressed_text("Raw profile type exif", b"\nexif\n      12\nthis is not hex\n")),
            "a raw profile of other letters",
        ),
        (
            "bad-deflate",
            header + png.chunk(b"iCCP", b"bad\0\0" + b"\x78\x9c" + b"\xff" * 20) + small[33:] + png.chunk(b"IEND"),
            "a profile that does not inflate",
        ),
        ("many-chunks", header + png.chunk(b"tEXt", b"a\0") * 5_000 + whole[33:], "5,000 texts before IDAT"),
        (
            "animation-lying",
            png.SIGNATURE + png.header(16, 8) + png.chunk(b"acTL", be32(0xFFFFFFFF, 0)) + whole[33:],
            "4,294,967,295 frames",
        ),
        (
            "animation-cut",
            png.SIGNATURE + png.header(16, 8) + png.chunk(b"acTL", b"\0\0") + whole[33:],
            "acTL of 2 bytes",
        ),
        ("newline-conversion", whole.replace(b"\r\n", b"\n"), "sent as text: CR LF became LF"),
        ("keyword-unterminated", png.image(before=png.chunk(b"tEXt", b"k" * 100)), "tEXt without a zero"),
    ]


# MARK: GIF, BMP, WebP


def gif_samples():
    """Damaged and hostile GIFs."""
    whole = gif(frames=3, extensions=NETSCAPE_LOOP)
    screen = b"GIF89a" + le16(16, 8) + u8(0, 0, 0)
    empty_frame = b"," + le16(0, 0, 1, 1) + b"\0\x02\0"
    return [
        ("header-only", cut(whole, 6), "six bytes"),
        ("truncated-in-screen", cut(whole, 9), "cut inside the logical screen"),
        ("truncated-in-palette", cut(whole, 15), "cut inside the palette"),
        ("truncated-in-frame", cut(whole, len(whole) - 60), "cut inside a frame"),
        ("no-trailer", cut(whole, -1), "no trailer"),
        ("size-zero", patched(whole, 6, le16(0, 0)), "0 x 0"),
        ("many-frames", screen + empty_frame * 6_000 + b";", "6,000 empty frames"),
        ("many-extensions", screen + b"\x21\xfe\0" * 70_000 + b";", "70,000 empty comments"),
        ("unknown-block", screen + b"\x99" * 100, "a block of no kind"),
        ("endless-comment", screen + b"\x21\xfe" + (u8(255) + b"c" * 255) * 280, "a comment that never ends"),
        ("version-99z", patched(whole, 3, b"99z"), "a version that does not exist"),
        ("frame-outside", screen + b"," + le16(9, 9, 60_000, 60_000) + b"\0\x02\0;", "a frame larger than the screen"),
    ]


def bmp_samples():
    """Damaged and hostile BMPs."""
    whole = bmp(info_header(13, 7, 24), 13, 7, 24)
    return [
        ("header-only", cut(whole, 14), "file header only"),
        ("truncated-in-header", cut(whole, 30), "cut inside BITMAPINFOHEADER"),
        ("truncated-in-pixels", cut(whole, 100), "cut in the pixels"),
        ("header-size-zero", patched(whole, 14, le32(0)), "header of 0 bytes"),
        ("header-size-huge", patched(whole, 14, le32(0xFFFFFFFF)), "header of 4 GB"),
        ("lowest-height", patched(whole, 22, le32(0x80000000)), "height -2,147,483,648: has no positive"),
        ("negative-width", patched(whole, 18, le32(0xFFFFFFF3)), "width -13"),
        ("size-zero", patched(whole, 18, le32(0, 0)), "0 x 0"),
        ("pixels-before-start", patched(whole, 10, le32(2)), "pixels at offset 2"),
        ("palette-huge", patched(whole, 46, le32(0xFFFFFFFF)), "4,294,967,295 colors"),
    ]


def webp_samples():
    """Damaged and hostile WebPs."""
    whole = metadata()
    return [
        ("header-only", cut(whole, 12), "RIFF and WEBP"),
        ("truncated-in-extended", cut(whole, 24), "cut inside VP8X"),
        ("truncated-in-exif", cut(whole, whole.index(b"EXIF") + 100), "cut inside EXIF"),
        ("riff-length-zero", patched(whole, 4, le32(0)), "RIFF of 0 bytes"),
        ("riff-length-huge", patched(whole, 4, le32(0xFFFFFFFF)), "RIFF of 4 GB"),
        (
            "chunk-length-huge",
            riff(extended(16, 8, EXIF), lossy(16, 8), b"EXIF" + le32(0xFFFFFFFE) + b"II*\0"),
            "EXIF of 4 GB",
        ),
        (
            "chunk-length-odd-end",
            riff(lossless(16, 8), b"XMP " + le32(3) + b"<x>"),
            "an odd chunk without its pad byte",
        ),
        ("lossy-bad-start-code", replaced(riff(lossy(16, 8)), b"\x9d\x01\x2a", b"\0\0\0"), "no start code"),
        ("lossy-size-zero", riff(lossy(0, 0)), "0 x 0"),
        ("lossless-bad-signature", replaced(riff(lossless(16, 8)), b"\x2f", b"\0"), "no VP8L signature"),
        ("empty-chunk", riff(chunk(b"VP8 ", b"")), "VP8 without a byte"),
        ("many-chunks", riff(extended(16, 8, 0), chunk(b"JUNK", b"") * 8_000, lossy(16, 8)), "8,000 unknown chunks"),
        ("canvas-lies", riff(extended(1 << 24, 1 << 24, 0), lossless(16, 8)), "a canvas of 2^24 around 16 x 8"),
    ]


# MARK: TIFF


def tiff_samples():
    """Damaged and hostile TIFFs."""
    whole = Writer("<").file([Directory(camera_rows())])
    big = Writer("<", big=True).file([Directory(image_rows(16, 8))])
    return [
        ("header-only", cut(whole, 8), "eight bytes"),
        ("truncated-in-directory", cut(whole, 60), "cut inside IFD0"),
        ("truncated-in-values", cut(whole, len(whole) // 3), "cut inside the values"),
        ("no-directory", b"II*\0" + le32(0), "IFD0 at 0"),
        ("empty-directory", b"MM\0*" + be32(8) + be16(0) + be32(0), "a directory without rows"),
        ("loop", exif.directories_looping(), "IFD0 -> IFD1 -> IFD0"),
        ("sub-directory-loop", sub_directory_loop(), "a SubIFD that is IFD0"),
        ("many-sub-directories", many_sub_directories(), "10,000 SubIFDs, all the same"),
        ("10000-entries", exif.many_entries(10_000), "10,000 rows of one tag"),
        ("65535-entries", b"II*\0" + le32(8) + le16(65535) + bytes(600), "65,535 rows in 600 bytes"),
        ("many-pages", chain_of_pages(3_000), "3,000 pages of one row"),
        ("lying-lengths", exif.lying_lengths(), "counts and offsets far outside"),
        (
            "huge-size",
            Writer(">").file([Directory([(0x0100, LONG, [0xFFFFFFFF]), (0x0101, LONG, [0xFFFFFFFF])])]),
            "4,294,967,295 x 4,294,967,295",
        ),
        (
            "size-as-text",
            Writer("<").file([Directory([Raw(0x0100, 2, 4, b"16\0\0"), Raw(0x0101, 12, 1, le32(8))])]),
            "the width is text, the height a double far away",
        ),
        (
            "many-samples",
            Writer("<").file(
                [
                    Directory(
                        [
                            (0x0100, LONG, [16]),
                            (0x0101, LONG, [8]),
                            Raw(0x0102, 3, 0xFFFFFFFF, le32(8)),
                            (0x0115, SHORT, [65535]),
                        ]
                    )
                ]
            ),
            "65,535 samples, 4 billion depths",
        ),
        ("bigtiff-truncated", cut(big, 40), "BigTIFF cut inside IFD0"),
        ("bigtiff-count-huge", patched(big, 16, b"\xff" * 8), "BigTIFF with 2^64 - 1 rows"),
        ("bigtiff-offset-negative", patched(big, 8, b"\xff" * 8), "BigTIFF with IFD0 at 2^64 - 1"),
        ("bigtiff-word-size", patched(big, 4, le16(3)), "BigTIFF with offsets of 3 bytes"),
    ]


def sub_directory_loop():
    """IFD0 whose only SubIFD is IFD0."""
    return b"II*\0" + le32(8) + le16(1, 0x014A, 4) + le32(1, 8, 0)


def many_sub_directories():
    """10,000 SubIFD offsets that are all the same directory."""
    count, rows = 10_000, 3
    table_end = 8 + 2 + 12 * rows + 4
    table = le16(rows, 0x0100, 4) + le32(1, 16) + le16(0x0101, 4) + le32(1, 8) + le16(0x014A, 4)
    table += le32(count, table_end + 18, 0)
    inner = le16(1, 0x0100, 4) + le32(1, 4, 0)
    return b"II*\0" + le32(8) + table + inner + le32(table_end) * count


def chain_of_pages(count):
    """Pages of one row, one behind the other."""
    pages = b"".join(
        le16(1, 0x0100, 4) + le32(1, 16, 8 + 18 * (index + 1) if index + 1 < count else 0) for index in range(count)
    )
    return b"II*\0" + le32(8) + pages


# MARK: boxes


def heif_samples():
    """Damaged and hostile files of boxes: HEIF, JPEG XL, JPEG 2000."""
    whole = heif(b"heic", b"hvc1", exif_block=exif.full(), packet=xmp.photo())
    head = box(b"ftyp", b"heic", be32(0), b"mif1")
    codestream = whole.index(b"ispe")
    location = whole.index(b"iloc")
    return [
        ("heif-file-type-only.heic", head, "`ftyp` only"),
        ("heif-truncated-in-meta.heic", cut(whole, 120), "cut inside `meta`"),
        ("heif-truncated-in-data.heic", cut(whole, len(whole) - 900), "cut inside EXIF"),
        ("heif-box-size-zero.heic", head + be32(0) + b"free" + whole[len(head) :], "a box of size 0 before `meta`"),
        ("heif-box-size-seven.heic", head + be32(7) + b"free" + whole[len(head) :], "a box smaller than its header"),
        ("heif-box-size-huge.heic", head + be32(1) + b"free" + b"\xff" * 8 + bytes(32), "a box of 2^64 - 1 bytes"),
        ("heif-inner-size-zero.heic", patched(whole, codestream - 4, be32(0)), "`ispe` of size 0"),
        ("heif-item-beyond-end.heic", patched(whole, location + 18, b"\xff\xff\xff\xf0" * 2), "an item at 4 GB"),
        (
            "heif-many-items.heic",
            head
            + full_box(
                b"meta",
                0,
                0,
                full_box(b"hdlr", 0, 0, bytes(21)),
                full_box(b"iinf", 1, 0, be32(0xFFFFFFFF)),
                full_box(b"iloc", 2, 0, u8(0x44, 0x44), be32(0xFFFFFFFF), bytes(64)),
            ),
            "4,294,967,295 items in 64 bytes",
        ),
        ("heif-deep-boxes.heic", head + nested_boxes(5_000), "5,000 boxes inside each other"),
        ("heif-many-boxes.heic", head + box(b"free") * 10_000, "10,000 empty boxes"),
        ("heif-properties-missing.heic", replaced(whole, b"ispe", b"free"), "the size is missing"),
        ("heif-size-zero.heic", patched(whole, codestream + 8, be32(0, 0)), "0 x 0"),
        (
            "heif-exif-offset-huge.heic",
            replaced(whole, be32(6) + exif.PREFIX, be32(0xFFFFFFFF) + exif.PREFIX),
            "an EXIF item whose TIFF header is 4 GB away",
        ),
        ("jxl-signature-only.jxl", JXL_SIGNATURE, "signature box only"),
        (
            "jxl-box-size-zero.jxl",
            JXL_SIGNATURE + box(b"ftyp", b"jxl ", be32(0), b"jxl ") + be32(0) + b"jxlp",
            "a last box without content",
        ),
        ("jxl-box-size-small.jxl", JXL_SIGNATURE + be32(4) + b"ftyp" + be32(0) * 8, "a box of four bytes"),
        ("jxl-codestream-cut.jxl", b"\xff\x0a\x7f", "a codestream that ends in its size"),
        (
            "jxl-brotli-exif.jxl",
            JXL_SIGNATURE
            + box(b"ftyp", b"jxl ", be32(0), b"jxl ")
            + box(b"brob", b"Exif" + b"\xff" * 16)
            + box(b"jxlc", b"\xff\x0a\x41\x18" + bytes(16)),
            "compressed EXIF that does not decompress",
        ),
        ("jp2-signature-only.jp2", JP2_SIGNATURE, "signature box only"),
        ("jp2-box-size-zero.jp2", JP2_SIGNATURE + be32(0) + b"jp2h" + bytes(8), "a header box of size 0"),
        ("jp2-inner-size-zero.jp2", JP2_SIGNATURE + box(b"jp2h", be32(0) + b"ihdr" + bytes(14)), "`ihdr` of size 0"),
        ("jp2-siz-cut.j2k", b"\xff\x4f\xff\x51\x00\x29\0\0\0\0", "SIZ that is cut off"),
        (
            "jp2-siz-origin.j2k",
            b"\xff\x4f\xff\x51" + be16(41, 0) + be32(8, 8, 16, 16, 8, 8, 0, 0) + be16(1) + u8(7, 1, 1),
            "an image origin outside the image",
        ),
    ]


def nested_boxes(depth):
    """Boxes of a kind that readers descend into."""
    total = 8 * depth
    return b"".join(be32(total - 8 * level) + b"moov" for level in range(depth))


# MARK: others


def other_samples():
    """Damaged and hostile files of the short formats, and SVG."""
    return [
        ("psd-truncated.psd", cut(photoshop(16, 8), 20), "cut inside the header"),
        (
            "psd-resource-huge.psd",
            photoshop(16, 8)[: 34 - 4] + be32(0xFFFFFFFF) + b"8BIM" + be16(0x0422, 0) + be32(0xFFFFFFFF),
            "an EXIF resource of 4 GB",
        ),
        ("ico-no-images.ico", le16(0, 1, 0), "no images"),
        ("ico-65535-images.ico", le16(0, 1, 65535) + bytes(16), "65,535 images in 16 bytes"),
        (
            "ico-image-beyond-end.ico",
            le16(0, 1, 1) + u8(16, 16, 0, 0) + le16(1, 32) + le32(999_999, 0xFFFFFFF0),
            "an image at 4 GB",
        ),
        ("qoi-truncated.qoi", cut(qoi(16, 8), 10), "cut inside the header"),
        ("qoi-size-huge.qoi", b"qoif" + b"\xff" * 8 + u8(4, 0), "4,294,967,295 x 4,294,967,295"),
        ("tga-truncated.tga", cut(targa(16, 8, footer=False), 12), "cut inside the header"),
        ("pnm-no-size.ppm", b"P6\n# only a comment\n", "no size"),
        ("pnm-size-huge.pgm", b"P5\n99999999999999999999 1\n255\n", "a width of 20 digits"),
        ("pnm-endless-comment.pgm", b"P5\n#" + b"x" * 70_000, "a comment of 70,000 bytes"),
        ("pnm-negative.pbm", b"P4\n-5 -3\n", "negative sizes"),
        ("dds-truncated.dds", b"DDS " + le32(124, 0x1007, 8), "cut inside the header"),
        ("hdr-no-size.hdr", b"#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n", "no resolution line"),
        ("hdr-long-header.hdr", b"#?RADIANCE\n" + b"A=b\n" * 18_000, "a header of 72,000 bytes"),
        ("exr-truncated.exr", cut(open_exr(16, 8), 60), "cut inside the attributes"),
        (
            "exr-attribute-huge.exr",
            le32(20000630, 2) + b"channels\0chlist\0" + le32(0x7FFFFFFF),
            "an attribute of 2 GB",
        ),
        (
            "exr-window-inverted.exr",
            replaced(open_exr(16, 8), le32(0, 0, 15, 7), le32(0x7FFFFFFF, 0, 0x80000000, 7)),
            "a data window from the highest to the lowest number",
        ),
        (
            "pcx-window-inverted.pcx",
            u8(10, 5, 1, 8) + le16(9, 9, 0, 0) + bytes(116),
            "a window that ends before it begins",
        ),
        ("dpx-truncated.dpx", b"SDPX" + be32(2048) + bytes(100), "cut inside the header"),
        ("raw-cr2-no-directory.cr2", b"II*\0" + le32(0xFFFF) + b"CR\x02\0" + bytes(4), "IFD0 outside the file"),
        (
            "raw-raf-lying.raf",
            b"FUJIFILMCCD-RAW 0201".ljust(84, b"\0") + be32(0xFFFFFFF0, 0xFFFFFFFF) * 3,
            "RAF whose parts are at 4 GB",
        ),
        ("raw-mrw-lying.mrw", b"\0MRM" + be32(0xFFFFFFFF) + b"\0PRD" + be32(0xFFFFFFFF), "MRW blocks of 4 GB"),
        ("raw-x3f-lying.x3f", b"FOVb" + le32(0x20003) + b"\xff" * 32 + le32(0xFFFFFFF0), "X3F directory at 4 GB"),
    ] + svg_samples()


def svg_samples():
    """SVG that is expensive or wrong."""
    entities = '<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghij")
    )
    laughs = (
        f'<?xml version="1.0"?>\n<!DOCTYPE svg [{entities}]>\n<svg xmlns="http://www.w3.org/2000/svg" '
        'width="10" height="20"><text>&j;</text></svg>\n'
    ).encode()
    external = (
        b'<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>\n'
        b'<svg xmlns="http://www.w3.org/2000/svg" width="&x;" height="20"/>\n'
    )
    return [
        ("svg-billion-laughs.svg", laughs, "entities that multiply"),
        ("svg-external-entity.svg", external, "an entity that names a file"),
        ("svg-no-size.svg", vector(""), "neither size nor viewBox"),
        (
            "svg-strange-sizes.svg",
            vector('width="1e999" height="-5px" viewBox="0 0 nan"'),
            "infinite and negative sizes",
        ),
        (
            "svg-long-comment.svg",
            b"<?xml version='1.0'?><!--" + b"x" * 70_000 + b"-->" + vector('width="1" height="2"', ""),
            "a comment of 70,000 bytes before the root",
        ),
        ("svg-truncated.svg", cut(vector('width="120" height="80"'), 90), "cut inside the root's attributes"),
        (
            "svg-deep.svg",
            vector('width="1" height="2"').replace(b"<rect", b"<g>" * 10_000 + b"<rect"),
            "10,000 groups deep",
        ),
        (
            "svg-attribute-long.svg",
            vector('d="' + "0 " * 35_000 + '" width="1" height="2"'),
            "an attribute of 70,000 bytes",
        ),
    ]


def fixtures():
    """Every bad image."""
    families = [
        ("jpeg", "jpg", jpeg_samples()),
        ("png", "png", png_samples()),
        ("gif", "gif", gif_samples()),
        ("bmp", "bmp", bmp_samples()),
        ("webp", "webp", webp_samples()),
        ("tiff", "tif", tiff_samples()),
    ]
    made = [
        Fixture(f"Hostile/{family}-{name}.{extension}", data, shows)
        for family, extension, samples in families
        for name, data, shows in samples
    ]
    return made + [Fixture(f"Hostile/{name}", data, shows) for name, data, shows in heif_samples() + other_samples()]
