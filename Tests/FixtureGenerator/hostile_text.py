"""Tables, texts and containers that are damaged, that lie, or that want to be expensive."""

from binary import be32, le16, le32, le64
from containers import archive, sqlite, tar
from csv_samples import NAMES, joined, records, table
from deflate import gzip_wrapped, zlib_bomb
from fixture import Fixture, cut, patched
from media import box, wave


def csv_samples():
    """Bad tables."""
    whole = table()
    return [
        ("empty", b"", "no byte"),
        ("mark-only", b"\xef\xbb\xbf", "a byte order mark"),
        ("line-break-only", b"\n", "one line break"),
        ("line-breaks-only", b"\r\n" * 20_000, "20,000 line breaks"),
        ("delimiters-only", b"," * 50_000, "50,000 commas in one line"),
        ("quotes-only", b'"' * 50_001, "50,001 quotes"),
        ("quote-unterminated", whole.replace("Wien", '"Wien', 1).encode(), "a quote in row 2 that never closes"),
        ("quote-unterminated-late", (whole * 40 + '1,"open').encode(), "a quote in the last row that never closes"),
        ("quote-unterminated-first", ('"' + whole).encode(), "a quote at the first byte that never closes"),
        ("quotes-at-random", quotes_at_random().encode(), "quotes in the middle of fields, odd in number"),
        ("nul-bytes", whole.encode().replace(b"Oslo", b"Os\0lo").replace(b"Ada", b"\0\0\0"), "zero bytes in fields"),
        ("nul-only", bytes(50_000), "50,000 zero bytes"),
        ("binary", bytes(range(256)) * 60, "every byte, 60 times"),
        ("field-long", ("id,text\n1," + "x" * 100_000 + "\n2,y\n").encode(), "a field of 100,000 bytes"),
        ("field-long-quoted", ('id,text\n1,"' + "x\n" * 30_000 + '"\n2,y\n').encode(), "a field of 30,000 lines"),
        ("no-line-break", ("a,b;c\td|e" * 6_000).encode(), "54,000 bytes of every delimiter, no line break"),
        (
            "columns-20000",
            joined([[str(column % 10) for column in range(20_000)], ["1"] * 20_000]).encode(),
            "20,000 columns",
        ),
        ("columns-growing", "".join("x," * row + "\n" for row in range(220)).encode(), "every row has one more column"),
        ("utf-16-cut", ("\ufeff" + whole).encode("utf-16-le")[:-1], "UTF-16 that ends inside a unit"),
        ("utf-16-lone-surrogates", b"\xff\xfe" + b"\x00\xd8,\0\x00\xdc\n\0" * 200, "surrogates without partners"),
        ("utf-16-mark-utf-8-body", b"\xff\xfe" + whole.encode(), "a UTF-16 mark before UTF-8"),
        (
            "utf-8-invalid",
            whole.encode().replace(b"Wien", b"W\xc3\x28n").replace(b"Paris", b"\xed\xa0\x80\xf8"),
            "bytes that are not UTF-8",
        ),
        ("utf-8-cut", "id,name\n1,é".encode()[:-1], "UTF-8 that ends inside a character"),
        ("utf-32", whole.encode("utf-32-le"), "UTF-32"),
        (
            "mixed-terminators",
            whole.replace("\n", "\r\n", 3).replace("\n", "\r", 6).encode(),
            "CRLF, CR and LF in turn",
        ),
        ("mixed-delimiters", (whole + table(";") + table("\t")).encode(), "three tables of three delimiters"),
        (
            "ragged",
            "".join(",".join("x" * (row * 7 % 11 + 1)) + "\n" for row in range(200)).encode(),
            "every row has another number of fields",
        ),
        ("backslashes", b"\\" * 50_000 + b"\n", "50,000 backslashes"),
        ("escape-at-end", (whole + '99,"ends in \\').encode(), "an escape as the last byte"),
        ("comments-only", b"# nothing\n" * 5_000, "5,000 comments"),
        ("truncated", cut(whole.encode(), 200), "cut inside a field"),
        ("formula", b"id,text\n" + b'1,"=HYPERLINK(""http://example.org"")"\n' * 9, "formulas"),
        (
            "numbers-huge",
            (joined([NAMES[:2]]) + "".join(f"{'9' * 400},{row}e999999\n" for row in range(50))).encode(),
            "integers of 400 digits, exponents of 999,999",
        ),
        (
            "names-long",
            (",".join("n" * 5_000 + str(column) for column in range(12)) + "\n" + "1," * 11 + "1\n").encode(),
            "names of 5,000 bytes",
        ),
        ("records-empty", joined([NAMES] + [[""] * 6] * 2_000 + records(2)).encode(), "2,000 records of empty fields"),
    ]


def quotes_at_random():
    """An odd quote in every third row."""
    return joined(
        [
            [*row[:2], row[2][:2] + '"' + row[2][2:] if index % 3 == 0 else row[2], *row[3:]]
            for index, row in enumerate(records(30))
        ]
    )


def text_samples():
    """Bad JSON, XML and HTML."""
    entities = '<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghij")
    )
    return [
        ("json-deep.json", b"[" * 50_000, "50,000 arrays that never close"),
        ("json-truncated.json", b'{"name": "val', "cut inside a string"),
        ("json-number-long.json", b"1" * 50_000, "a number of 50,000 digits"),
        (
            "xml-billion-laughs.xml",
            f'<?xml version="1.0"?>\n<!DOCTYPE x [{entities}]>\n<x>&j;</x>\n'.encode(),
            "entities that multiply",
        ),
        ("xml-deep.xml", b"<a>" * 20_000, "20,000 elements that never close"),
        ("xml-comment-open.xml", b'<?xml version="1.0"?><!--' + b"-" * 50_000, "a comment that never ends"),
        ("html-truncated.html", b"<!DOCTYPE html><html><head><title>", "cut inside the title"),
        ("text-no-line-break.txt", b"word " * 14_000, "70,000 bytes of prose in one line"),
        ("text-lone-continuations.txt", b"\x80\xbf" * 5_000, "UTF-8 continuation bytes only"),
        ("unknown-random.bin", noise(4_096), "noise that no signature matches"),
        (
            "resource-fork-data-huge",
            bytes.fromhex("00000100 0000feff ffffffff ffff3f00 0000033b 000000 3b"),
            "a resource fork whose data end past 32 bits",
        ),
        ("unknown-one-byte", b"\x07", "one byte, no extension"),
    ]


def noise(count):
    """Bytes of a linear congruence."""
    state, values = 12_345, bytearray()
    for _ in range(count):
        state = (state * 1_103_515_245 + 12_345) % (1 << 31)
        values.append(state >> 16 & 0xFF)
    return bytes(values)


def container_samples():
    """Bad archives, databases, sound and film."""
    whole = archive([("a.txt", b"text " * 20), ("b.txt", b"more")])
    directory = whole.index(b"PK\x01\x02")
    end = whole.index(b"PK\x05\x06")
    bomb = archive([("bomb.bin", b"")])
    return [
        ("zip-truncated.zip", cut(whole, directory), "no central directory"),
        ("zip-no-end.zip", cut(whole, end), "no end record"),
        ("zip-directory-beyond-end.zip", patched(whole, end + 16, le32(0xFFFFFFFE)), "a central directory at 4 GB"),
        ("zip-65535-members.zip", patched(whole, end + 8, le16(65535, 65535)), "65,535 members in 100 bytes"),
        ("zip-name-long.zip", patched(whole, 26, le16(65535)), "a name that is longer than the file"),
        ("zip-comment-long.zip", whole[:-2] + le16(65535) + b"PK\x05\x06" * 16_383, "a comment full of end records"),
        ("zip-slip.zip", archive([("../../etc/passwd", b"x"), ("/absolute", b"x")]), "names that lead outside"),
        (
            "zip64-lying.zip",
            bomb[:-22]
            + b"PK\x06\x06"
            + le64(44, 0, 0xFFFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF)
            + b"PK\x06\x07"
            + le32(0)
            + le64(0xFFFFFFFFFFFFFFF0)
            + le32(1)
            + bomb[-22:],
            "ZIP64 with counts of 2^64 - 1",
        ),
        ("docx-content-bomb.docx", zip_bomb("[Content_Types].xml"), "a part list that grows to 24 MB"),
        ("gzip-bomb.gz", gzip_bomb(), "gzip of 24 MB in 25 KB"),
        ("gzip-truncated.gz", cut(gzip_wrapped(b"text " * 20), 12), "cut behind the header"),
        ("gzip-name-open.gz", b"\x1f\x8b\x08\x08" + bytes(6) + b"n" * 50_000, "a name that never ends"),
        ("tar-bad-checksum.tar", patched(tar(), 148, b"7777777"), "a wrong checksum"),
        ("tar-size-huge.tar", patched(tar(), 124, b"77777777777"), "a member of 8 GB"),
        ("sqlite-truncated.sqlite", cut(sqlite(), 60), "cut inside the header"),
        ("wav-length-huge.wav", patched(wave(), 4, le32(0xFFFFFFFF)), "RIFF of 4 GB"),
        ("mp4-box-size-zero.mp4", box(b"ftyp", b"isom", be32(0)) + be32(0) + b"moov", "a last box without content"),
        (
            "mkv-size-unknown.mkv",
            b"\x1a\x45\xdf\xa3\x01\xff\xff\xff\xff\xff\xff\xff",
            "EBML of unknown size, nothing in it",
        ),
        ("id3-size-huge.mp3", b"ID3\x04\0\0\x7f\x7f\x7f\x7f" + bytes(32), "a tag of 256 MB"),
    ]


def zip_bomb(name):
    """One member that grows to 24 MB; its sizes are true."""
    stream = zlib_bomb(24 << 20)[2:-4]
    fields = le16(20, 0x800, 8) + le16(0, 0x21) + le32(0, len(stream), 24 << 20) + le16(len(name), 0)
    head = b"PK\x03\x04" + fields + name.encode() + stream
    entry = b"PK\x01\x02" + le16(20) + fields + le16(0, 0, 0) + le32(0, 0) + name.encode()
    return head + entry + b"PK\x05\x06" + le16(0, 0, 1, 1) + le32(len(entry), len(head)) + le16(0)


def gzip_bomb():
    """24 MB of zeros; the checksum is not theirs."""
    return b"\x1f\x8b\x08\0" + bytes(4) + b"\0\xff" + zlib_bomb(24 << 20)[2:-4] + le32(0, 24 << 20)


def fixtures():
    """Every bad table, text and container."""
    tables = [Fixture(f"Hostile/csv-{name}.csv", data, shows) for name, data, shows in csv_samples()]
    return tables + [
        Fixture(f"Hostile/{name}", data, shows) for name, data, shows in text_samples() + container_samples()
    ]
