"""Archives, office documents, databases and programs."""

import zlib

from binary import be16, be32, le16, le32, le64, padded, u8
from deflate import deflated, gzip_wrapped
from fixture import Fixture

# 1 January 1980, the earliest time that ZIP knows.
DOS_EPOCH = le16(0, 0x21)
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
XZ_OF_NOTHING = bytes.fromhex("fd377a585a0000016922de36000000001cdf44219042990d010000000001595a")
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def archive(members, stored=()):
    """A ZIP of (name, bytes); members named in `stored` are not compressed."""
    body, directory = b"", b""
    for name, data in members:
        packed = data if name in stored else deflated(data)
        method = 0 if name in stored else 8
        fields = (
            le16(20, 0x800, method)
            + DOS_EPOCH
            + le32(zlib.crc32(data), len(packed), len(data))
            + le16(len(name.encode()), 0)
        )
        directory += b"PK\x01\x02" + le16(20) + fields + le16(0, 0, 0) + le32(0, len(body)) + name.encode()
        body += b"PK\x03\x04" + fields + name.encode() + packed
    end = b"PK\x05\x06" + le16(0, 0, len(members), len(members)) + le32(len(directory), len(body)) + le16(0)
    return body + directory + end


def xml(text):
    """An XML part."""
    return ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text).encode()


def office(main, media_type, content, extra=()):
    """An Office Open XML package around its main part."""
    types = (
        f'<Types xmlns="{CONTENT_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{media_type}"/></Types>'
    )
    links = (
        f'<Relationships xmlns="{RELATIONSHIPS}"><Relationship Id="rId1" Type="{OFFICE}" Target="{main}"/>'
        "</Relationships>"
    )
    return archive([("[Content_Types].xml", xml(types)), ("_rels/.rels", xml(links)), (main, xml(content)), *extra])


def opendocument(media_type):
    """An OpenDocument package: its type is the first, uncompressed member."""
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media_type}"/></manifest:manifest>'
    )
    content = '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>'
    return archive(
        [("mimetype", media_type.encode()), ("content.xml", xml(content)), ("META-INF/manifest.xml", xml(manifest))],
        stored=("mimetype",),
    )


def epub():
    """An EPUB with a package document."""
    container = (
        '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    package = '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest/><spine/></package>'
    return archive(
        [("mimetype", b"application/epub+zip"), ("META-INF/container.xml", xml(container)), ("book.opf", xml(package))],
        stored=("mimetype",),
    )


def tar():
    """A ustar archive of one file."""
    data = b"member\n"
    name, zeros = b"member.txt".ljust(100, b"\0"), b"0000000\0"
    head = name + b"0000644\0" + zeros + zeros + b"%011o\0" % len(data) + b"00000000000\0"
    tail = b"0" + bytes(100) + b"ustar\x0000" + bytes(64) + zeros + zeros
    unsigned = (head + b" " * 8 + tail).ljust(512, b"\0")
    header = unsigned[:148] + b"%06o\0 " % sum(unsigned) + unsigned[156:]
    return header + padded(data, 512) + bytes(1024)


def ar(members):
    """A Unix archive, as .deb and .a files are."""
    body = b"!<arch>\n"
    for name, data in members:
        body += name.ljust(16) + b"0".ljust(12) + b"0".ljust(6) * 2 + b"100644".ljust(8) + b"%-10d" % len(data) + b"`\n"
        body += padded(data, 2, b"\n")
    return body


def cpio():
    """A "newc" archive with nothing but its end."""
    name = b"TRAILER!!!\0"
    fields = [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, len(name), 0]
    return padded(padded(b"070701" + b"".join(b"%08X" % field for field in fields) + name, 4), 512)


def sqlite():
    """A database of two pages: one table with two rows (the file format's sections 1 and 2)."""
    size = 512
    sql = b"CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT)"
    schema = record([b"table", b"t", b"t", 2, sql])
    header = (
        b"SQLite format 3\0"
        + be16(size)
        + u8(1, 1, 0, 64, 32, 32)
        + be32(1, 2, 0, 0, 1, 4, 0, 0, 1, 0, 0, 0)
        + bytes(20)
        + be32(1, 3_040_001)
    )
    return table_page(size, [(1, schema)], header) + table_page(
        size, [(1, record([None, b"one"])), (2, record([None, b"two"]))]
    )


def record(values):
    """A record of NULLs, small integers and short texts (section 2.1)."""
    kinds = [0 if value is None else 1 if isinstance(value, int) else 13 + 2 * len(value) for value in values]
    codes = b"".join(variable(kind) for kind in kinds)
    bodies = b"".join(b"" if value is None else u8(value) if isinstance(value, int) else value for value in values)
    return variable(len(codes) + 1) + codes + bodies


def variable(value):
    """A varint of one or two bytes."""
    return u8(value) if value < 128 else u8(value >> 7 | 0x80, value & 0x7F)


def table_page(size, rows, header=b""):
    """A leaf page of a table b-tree (section 1.6)."""
    cells, offsets = b"", []
    for identifier, data in rows:
        cell = variable(len(data)) + variable(identifier) + data
        cells = cell + cells
        offsets.append(size - len(cells))
    head = header + u8(13) + be16(0, len(rows), size - len(cells)) + u8(0) + be16(*offsets)
    return head.ljust(size - len(cells), b"\0") + cells


def elf():
    """The header of a 64-bit executable for x86-64, without sections."""
    return (
        b"\x7fELF"
        + u8(2, 1, 1, 0)
        + bytes(8)
        + le16(2, 62)
        + le32(1)
        + le64(0x400000, 0, 0)
        + le32(0)
        + le16(64, 56, 0, 64, 0, 0)
    )


def portable_executable():
    """A DOS header and a PE header without sections."""
    dos = b"MZ".ljust(60, b"\0") + le32(64)
    return dos + b"PE\0\0" + le16(0x8664, 0) + le32(0, 0, 0) + le16(0, 0x22)


def mach_o():
    """The header of a 64-bit executable for arm64, without load commands."""
    return le32(0xFEEDFACF, 0x0100000C, 0, 2, 0, 0, 0, 0)


def compound_file():
    """A compound file (MS-CFB) whose directory has only its root."""
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + le16(0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += le32(0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0) + b"\xff" * 4 * 108
    table = le32(0xFFFFFFFD, 0xFFFFFFFE) + b"\xff" * (512 - 8)
    root = "Root Entry".encode("utf-16-le").ljust(64, b"\0") + le16(22) + u8(5, 1)
    root += le32(0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF) + bytes(36) + le32(0xFFFFFFFE) + bytes(8)
    return header + table + root.ljust(512, b"\0")


def class_file():
    """The head of a Java class file of version 52."""
    return be32(0xCAFEBABE) + be16(0, 52, 1, 0x21, 0, 0, 0, 0, 0, 0)


def font(version=be32(0x00010000)):
    """An sfnt directory of four tables that are all zeros."""
    names, size = [b"cmap", b"head", b"maxp", b"name"], 56
    start = 12 + 16 * len(names)
    rows = b"".join(name + be32(0, start + index * size, size) for index, name in enumerate(names))
    return version + be16(len(names), 64, 2, 0) + rows + bytes(size * len(names))


def fixtures():
    """Every container."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    slides = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    names = "http://schemas.openxmlformats.org"
    made = [
        ("Archive/sample.zip", archive([("a.txt", b"text " * 20), ("folder/ü.txt", b"more")]), "ZIP, two members"),
        ("Archive/empty.zip", archive([]), "ZIP without members"),
        ("Archive/sample.jar", archive([("META-INF/MANIFEST.MF", b"Manifest-Version: 1.0\r\n\r\n")]), "JAR"),
        (
            "Archive/sample.apk",
            archive([("AndroidManifest.xml", b"\x03\0\x08\0"), ("classes.dex", b"dex\n035\0")]),
            "APK",
        ),
        ("Archive/sample.gz", gzip_wrapped(b"text " * 20, b"text.txt"), "gzip with a name"),
        ("Archive/sample.tar", tar(), "ustar"),
        ("Archive/sample.tar.gz", gzip_wrapped(tar()), "a tar inside gzip"),
        ("Archive/sample.ar", ar([(b"a.txt/", b"text")]), "Unix archive"),
        (
            "Archive/sample.deb",
            ar([(b"debian-binary", b"2.0\n"), (b"control.tar.gz", gzip_wrapped(tar()))]),
            "Debian package",
        ),
        ("Archive/sample.cpio", cpio(), "cpio"),
        ("Archive/sample.bz2", bytes.fromhex("425a683917724538509000000000"), "bzip2 of nothing"),
        ("Archive/sample.xz", XZ_OF_NOTHING, "xz of nothing"),
        (
            "Archive/sample.zst",
            b"\x28\xb5\x2f\xfd\x24\x00\x01\x00\x00" + bytes.fromhex("99e9d851"),
            "Zstandard of nothing",
        ),
        ("Archive/sample.7z", seven_zip(), "7z without members"),
        ("Archive/sample.rar", b"Rar!\x1a\x07\x01\x00", "the signature of RAR 5"),
        (
            "Office/sample.docx",
            office(
                "word/document.xml",
                word,
                f'<w:document xmlns:w="{names}/wordprocessingml/2006/main"><w:body/></w:document>',
            ),
            "word processing, Office Open XML",
        ),
        (
            "Office/sample.xlsx",
            office("xl/workbook.xml", sheet, f'<workbook xmlns="{names}/spreadsheetml/2006/main"><sheets/></workbook>'),
            "spreadsheet, Office Open XML",
        ),
        (
            "Office/sample.pptx",
            office("ppt/presentation.xml", slides, f'<p:presentation xmlns:p="{names}/presentationml/2006/main"/>'),
            "presentation, Office Open XML",
        ),
        ("Office/sample.odt", opendocument("application/vnd.oasis.opendocument.text"), "OpenDocument text"),
        (
            "Office/sample.ods",
            opendocument("application/vnd.oasis.opendocument.spreadsheet"),
            "OpenDocument spreadsheet",
        ),
        (
            "Office/sample.odp",
            opendocument("application/vnd.oasis.opendocument.presentation"),
            "OpenDocument presentation",
        ),
        ("Office/sample.epub", epub(), "EPUB"),
        ("Office/sample.doc", compound_file(), "compound file with nothing but its root"),
        ("Database/sample.sqlite", sqlite(), "one table, two rows"),
        ("Database/sample.parquet", b"PAR1" + u8(0) + le32(1) + b"PAR1", "the frame of Parquet"),
        ("Executable/sample.elf", elf(), "ELF header, x86-64"),
        ("Executable/sample.exe", portable_executable(), "PE headers, x86-64"),
        ("Executable/sample.macho", mach_o(), "Mach-O header, arm64"),
        ("Executable/sample.class", class_file(), "Java class header"),
        ("Executable/sample.wasm", b"\0asm" + le32(1), "WebAssembly without sections"),
        ("Font/sample.ttf", font(), "TrueType, table directory"),
        ("Font/sample.otf", font(b"OTTO"), "OpenType, table directory"),
        (
            "Font/sample.woff",
            b"wOFF" + be32(0x00010000, 44) + be16(0, 0) + be32(12) + be16(1, 0) + bytes(20),
            "WOFF header",
        ),
        (
            "Font/sample.woff2",
            b"wOF2" + be32(0x00010000, 48) + be16(0, 0) + be32(12, 0) + be16(1, 0) + bytes(20),
            "WOFF 2 header",
        ),
    ]
    return [Fixture(path, data, shows) for path, data, shows in made]


def seven_zip():
    """A 7z header that says "no members"."""
    start = bytes(20)
    return b"7z\xbc\xaf\x27\x1c" + u8(0, 4) + le32(zlib.crc32(start)) + start
