"""PDF files that are broken, that lie, or that want to be expensive."""

from deflate import bomb, deflated, zlib_bomb
from fixture import Fixture, cut, replaced
from pdf_samples import document
from pdf_security import LegacySecurity
from pdf_writer import Document, Name, Raw, Ref, Stream, last_startxref

HEADER = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"


def with_trailer(body, trailer=b"<< /Root 1 0 R /Size 4 >>", start=0):
    """A file without a table: objects, trailer, startxref."""
    return HEADER + body + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % start


def with_count(value):
    """A good file of two pages whose /Count says something else."""
    made = document(pages=2)
    made.objects[2]["Count"] = Raw(value)
    return made.classic()


# MARK: broken


def broken():
    """Damage as it happens: cut files, wrong offsets, lost tables."""
    whole = document(pages=3).classic()
    streams = document("1.5", 3).compressed()
    table = last_startxref(whole)
    shifted = replaced(whole, HEADER[-6:], HEADER[-6:] + b"% one more line that shifts everything\n")
    trailer = whole[whole.index(b"trailer") : whole.index(b"startxref")]
    return [
        ("empty", b"", "no byte"),
        ("one-byte", b"%", "one byte"),
        ("header-only", b"%PDF-1.7\n", "a header"),
        ("no-table", cut(whole, table), "cut before the table: objects are whole"),
        ("no-trailer", cut(whole, whole.index(b"trailer")), "cut before the trailer"),
        ("no-startxref", cut(whole, whole.index(b"startxref")), "cut before startxref"),
        ("no-end-mark", cut(whole, -6), "no %%EOF"),
        ("truncated-half", cut(whole, len(whole) // 2), "half a file"),
        ("truncated-streams", cut(streams, len(streams) - 60), "cut inside the cross-reference stream"),
        ("startxref-zero", replaced(whole, b"startxref\n%d" % table, b"startxref\n0"), "startxref 0"),
        (
            "startxref-off-by-seven",
            replaced(whole, b"startxref\n%d" % table, b"startxref\n%d" % (table + 7)),
            "startxref seven bytes too far",
        ),
        (
            "startxref-beyond-end",
            replaced(whole, b"startxref\n%d" % table, b"startxref\n99999999999999999999"),
            "startxref of 20 digits",
        ),
        ("startxref-negative", replaced(whole, b"startxref\n%d" % table, b"startxref\n-1"), "startxref -1"),
        ("offsets-shifted", shifted, "every offset is 39 bytes too low"),
        ("rows-of-19-bytes", whole.replace(b" n \n", b" n\n").replace(b" f \n", b" f\n"), "table rows of 19 bytes"),
        ("no-root", replaced(whole, b"/Root 1 0 R ", b""), "no /Root"),
        ("root-missing", replaced(whole, b"/Root 1 0 R", b"/Root 99 0 R"), "/Root names an object that is not there"),
        ("root-is-page", replaced(whole, b"/Root 1 0 R", b"/Root 4 0 R"), "/Root names a page"),
        (
            "pages-missing",
            replaced(whole, b"/Pages 2 0 R", b"/Pages 9 9 R"),
            "/Pages names an object that is not there",
        ),
        ("kids-missing", replaced(whole, b"/Kids [4 0 R 5 0 R 6 0 R]", b"/Kidz [4 0 R 5 0 R 6 0 R]"), "no /Kids"),
        ("trailer-only", HEADER + trailer + b"startxref\n0\n%%EOF\n", "a trailer without objects"),
        ("two-halves", whole[: len(whole) // 2] + whole[len(whole) // 2 + 40 :], "40 bytes lost in the middle"),
        ("zeros-in-middle", whole[:200] + bytes(100) + whole[300:], "100 bytes overwritten with zeros"),
        ("html-instead", b"<!DOCTYPE html><html><body>404 Not Found</body></html>\n", "a web page with a PDF's name"),
        ("header-late", b"x" * 2_000 + whole, "2,000 bytes before the header"),
        ("version-strange", replaced(whole, b"%PDF-1.4", b"%PDF-9.\xff"), "a version that is not one"),
        ("binary-garbage", b"%PDF-1.5\n" + bytes(range(256)) * 16, "a header, then noise"),
    ]


# MARK: lies


def lies():
    """Counts, numbers and sizes that are not true."""
    return [
        ("count-negative", with_count(b"-5"), "/Count -5; two pages"),
        ("count-zero", with_count(b"0"), "/Count 0; two pages"),
        ("count-1e9", with_count(b"1000000000"), "/Count 1,000,000,000; two pages"),
        ("count-99999999999", with_count(b"99999999999"), "/Count 99,999,999,999; two pages"),
        ("count-30-digits", with_count(b"9" * 30), "/Count of 30 digits; two pages"),
        ("count-real", with_count(b"2.0"), "/Count 2.0"),
        ("count-text", with_count(b"(two)"), "/Count is a string"),
        ("count-self", count_self(), "/Count is a reference to itself"),
        ("count-lies-in-tree", count_lies_in_tree(), "the branches add up to another number than the root says"),
        ("object-number-2147483000", huge_object_number(2_147_483_000), "an object of number 2,147,483,000"),
        ("object-number-8388606", huge_object_number(8_388_606), "an object of number 8,388,606"),
        ("object-number-in-table", huge_table_start(), "a table that begins at object 2,147,483,000"),
        ("table-of-2-billion", table_of(2_000_000_000), "a table of 2,000,000,000 rows"),
        ("stream-table-of-2-billion", stream_table_of(2_000_000_000), "a cross-reference stream of 2 billion rows"),
        ("stream-table-wide", stream_table_of(8, [8, 2_000_000_000, 8]), "/W with a field of 2,000,000,000 bytes"),
        ("stream-table-negative", stream_table_of(8, [1, -4, 2]), "/W with a negative width"),
        ("stream-table-no-width", stream_table_of(1_000_000_000, [0, 0, 0]), "/W of zeros: rows without bytes"),
        ("size-huge", replaced(document().classic(), b"/Size 6", b"/Size 9223372036854775807"), "/Size 2^63 - 1"),
        ("length-huge", replaced(document().classic(), b"/Length 17", b"/Length 2147483647"), "a stream of 2 GB"),
        ("length-negative", replaced(document().classic(), b"/Length 17", b"/Length -1"), "a stream of -1 bytes"),
        ("object-stream-lying", object_stream_lying(), "an object stream of 1,000,000,000 objects"),
        ("media-box-strange", media_box_strange(), "page sizes that are infinite, inverted, empty and text"),
        (
            "dates-strange",
            document(
                info={
                    "CreationDate": b"D:99999999999999+99'99'",
                    "ModDate": b"D:20211345256161Z",
                    "Title": bytes(range(256)),
                }
            ).classic(),
            "month 13, hour 25; a title of all bytes",
        ),
        ("encrypt-strange", encrypt_strange(), "an encryption dictionary with V 99 and a short key"),
        (
            "encrypt-self",
            replaced(document().classic(), b"/Root 1 0 R", b"/Encrypt 99 0 R /Root 1 0 R"),
            "/Encrypt names an object that is not there",
        ),
        ("title-long", document(info={"Title": b"x" * 70_000}).classic(), "a title of 70,000 bytes"),
    ]


def count_self():
    """/Count -> object 6 -> object 6."""
    made = document(pages=1)
    made.objects[6] = Ref(6)
    made.objects[2]["Count"] = Ref(6)
    return made.classic()


def count_lies_in_tree():
    """The root says 7; two branches say 2 and 2 and hold one page each."""
    made = document(pages=2)
    for number, page in ((6, 4), (7, 5)):
        made.objects[number + 1] = {"Type": Name("Pages"), "Parent": Ref(2), "Kids": [Ref(page)], "Count": 2}
    made.objects[2].update({"Kids": [Ref(7), Ref(8)], "Count": 7})
    return made.classic()


def huge_object_number(number):
    """No table: a repairing reader meets the number in an object's header."""
    return with_trailer(
        b"1 0 obj\n<< /Type /Catalog /Pages %d 0 R >>\nendobj\n" % number
        + b"%d 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n" % number
        + b"3 0 obj\n<< /Type /Page /Parent %d 0 R /MediaBox [0 0 9 9] >>\nendobj\n" % number
    )


def huge_table_start():
    """A subsection far behind the others."""
    made = document()
    body, offsets = made.body(made.header(), made.objects)
    table = made.table(offsets, len(body))
    return body + replaced(table, b"trailer\n", b"2147483000 1\n0000000015 00000 n \ntrailer\n")


def table_of(count):
    """A table whose only subsection claims `count` rows."""
    whole = document().classic()
    return replaced(whole, b"xref\n0 1\n", b"xref\n0 %d\n" % count)


def stream_table_of(size, widths=(1, 4, 2)):
    """A cross-reference stream that claims `size` rows of these widths."""
    made = document("1.5")
    body, _ = made.body(made.header(), made.objects)
    entries = {"Type": Name("XRef"), "Size": size, "Index": [0, size], "W": list(widths), "Root": Ref(1)}
    return body + made.indirect(6, Stream(bytes(56), entries)) + b"startxref\n%d\n%%%%EOF\n" % len(body)


def object_stream_lying():
    """An object stream whose /N and /First are far outside."""
    whole = document("1.5", 3)
    streams = whole.compressed()
    first = streams[streams.index(b"/Type /ObjStm") :].split(b">>")[0]
    fields = first.split(b" ")
    changed = first.replace(b"/N " + fields[fields.index(b"/N") + 1], b"/N 1000000000").replace(
        b"/First " + fields[fields.index(b"/First") + 1], b"/First 999999999"
    )
    shift = len(changed) - len(first)
    start = last_startxref(streams)
    return replaced(replaced(streams, first, changed), b"startxref\n%d" % start, b"startxref\n%d" % (start + shift))


def media_box_strange():
    """Five pages, none of which has a size."""
    made = document(pages=5)
    boxes = [b"[0 0 1e400 1e400]", b"[612 792 0 0]", b"[0 0 0 0]", b"[(a) (b) (c) (d)]", b"[0 0]"]
    for number, box in zip(range(4, 9), boxes):
        made.objects[number]["MediaBox"] = Raw(box)
    return made.classic()


def encrypt_strange():
    """A handler that does not exist, around a good file."""
    made = document()
    entries = LegacySecurity(2, 3, 16).dictionary()
    entries.update({"V": 99, "R": -1, "Length": 3, "O": b"short", "U": b"", "CF": Ref(6)})
    made.trailer["Encrypt"] = made.add(entries)
    return made.classic()


# MARK: loops and bombs


def loops():
    """References that lead back."""
    return [
        ("kids-cycle", kids_cycle(), "a branch whose kid is the root"),
        ("kids-self", kids_self(), "the root is its own kid, 1,000 times"),
        ("kids-shared", kids_shared(), "the same page 3,000 times"),
        ("diamonds-60", diamonds(60), "60 levels of two kids that are the same: 2^60 leaves"),
        ("tree-deep", deep_tree(600), "a tree 600 levels deep"),
        ("references-loop", references_loop(), "/Root -> 6 -> 7 -> 6"),
        ("reference-self-length", self_length(), "a stream whose /Length is in itself"),
        ("previous-loop", previous_loop(), "/Prev names its own table"),
        ("previous-chain", previous_chain(500), "500 tables in a chain"),
        ("object-stream-self", object_stream_self(), "an object stream that is inside itself"),
        ("object-stream-extends", object_stream_extends(), "/Extends names itself"),
        ("names-cycle", names_cycle(), "a name tree whose kid is its root"),
        ("names-diamonds", names_diamonds(40), "a name tree of 40 levels of two equal kids"),
        ("form-cycle", form_cycle(), "a form field whose kid is itself"),
        ("outline-cycle", outline_cycle(), "an outline item that follows itself"),
        ("parent-cycle", parent_cycle(), "pages without a size whose parents form a ring"),
    ]


def kids_cycle():
    """Root -> branch -> root."""
    made = document(pages=1)
    made.objects[6] = {"Type": Name("Pages"), "Parent": Ref(2), "Kids": [Ref(2)], "Count": 1}
    made.objects[2].update({"Kids": [Ref(4), Ref(6)], "Count": 2})
    return made.classic()


def kids_self():
    """Root -> root."""
    made = document(pages=1)
    made.objects[2].update({"Kids": [Ref(2)] * 1_000, "Count": 1_000})
    return made.classic()


def kids_shared():
    """One page object, named many times."""
    made = document(pages=1)
    made.objects[2].update({"Kids": [Ref(4)] * 3_000, "Count": 3_000})
    return made.classic()


def diamonds(depth):
    """Each level names the next one twice."""
    made = document(pages=1)
    first = 6
    for level in range(depth):
        below = Ref(first + level + 1) if level + 1 < depth else Ref(4)
        made.objects[first + level] = {
            "Type": Name("Pages"),
            "Parent": Ref(2),
            "Kids": [below, below],
            "Count": 1 << (depth - level),
        }
    made.objects[2].update({"Kids": [Ref(first)], "Count": 1 << depth})
    return made.classic()


def deep_tree(depth):
    """A branch in a branch in a branch."""
    made = document(pages=1)
    for level in range(depth):
        below = Ref(7 + level) if level + 1 < depth else Ref(4)
        made.objects[6 + level] = {"Type": Name("Pages"), "Kids": [below], "Count": 1}
    made.objects[2].update({"Kids": [Ref(6)], "Count": 1})
    return made.classic()


def references_loop():
    """References to references to references."""
    made = document()
    made.objects.update({6: Ref(7), 7: Ref(6)})
    made.trailer["Root"] = Ref(6)
    return made.classic()


def self_length():
    """An object stream whose /Length is a reference to an object inside it."""
    whole = document("1.5", 2).compressed()
    number = int(whole[: whole.index(b"/ObjStm")].split(b" 0 obj")[-2].split()[-1])
    length = whole[whole.index(b"/ObjStm") :].split(b"/Length ")[1].split(b" ")[0]
    reference = b"%d 0 R" % number
    start = last_startxref(whole)
    changed = replaced(whole, b"/Length " + length, b"/Length " + reference)
    return replaced(changed, b"startxref\n%d" % start, b"startxref\n%d" % (start + len(reference) - len(length)))


def previous_loop():
    """/Prev at its own startxref."""
    whole = document().classic()
    return replaced(whole, b"/Size 6", b"/Size 6 /Prev %d" % last_startxref(whole))


def previous_chain(count):
    """Empty updates, one behind the other."""
    data = document().classic()
    for _ in range(count):
        start = len(data)
        data += b"xref\n0 0\ntrailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
            last_startxref(data),
            start,
        )
    return data


def object_stream_self():
    """The table says that the object stream is compressed in itself."""
    made = document("1.5")
    body, offsets = made.body(made.header(), made.objects)
    rows = bytes(7) + b"".join(bytes([1]) + offsets[number].to_bytes(4, "big") + bytes(2) for number in (2, 3, 4, 5))
    rows = rows[:7] + b"\2\0\0\0\6\0\0" + rows[7:] + b"\2\0\0\0\6\0\1"
    entries = {"Type": Name("XRef"), "Size": 7, "W": [1, 4, 2], "Root": Ref(1)}
    return body + made.indirect(7, Stream(rows, entries)) + b"startxref\n%d\n%%%%EOF\n" % len(body)


def object_stream_extends():
    """An object stream that extends itself; nothing else is wrong."""
    made = Document("1.5")
    made.objects = document("1.5").objects
    made.trailer = {"Root": Ref(1)}
    whole = made.compressed()
    start = last_startxref(whole)
    addition = b" /Extends 6 0 R"
    changed = replaced(whole, b"/Type /ObjStm", b"/Type /ObjStm" + addition)
    return replaced(changed, b"startxref\n%d" % start, b"startxref\n%d" % (start + len(addition)))


def names_cycle():
    """Attachments in a name tree that leads back to its root."""
    made = document(catalog={"Names": {"EmbeddedFiles": Ref(6), "JavaScript": Ref(6)}})
    made.objects[6] = {"Kids": [Ref(6), Ref(6)], "Limits": ["a", "z"]}
    return made.classic()


def names_diamonds(depth):
    """Attachments in a name tree of which every level names the next one twice."""
    made = document(catalog={"Names": {"EmbeddedFiles": Ref(6)}})
    for level in range(depth):
        made.objects[6 + level] = {"Kids": [Ref(7 + level)] * 2}
    made.objects[6 + depth] = {"Names": ["a", None]}
    return made.classic()


def form_cycle():
    """A field in itself."""
    made = document(catalog={"AcroForm": {"Fields": [Ref(6)] * 100}})
    made.objects[6] = {"T": "field", "Kids": [Ref(6), Ref(6)]}
    return made.classic()


def outline_cycle():
    """Next -> itself."""
    made = document(catalog={"Outlines": Ref(6)})
    made.objects[6] = {"Type": Name("Outlines"), "First": Ref(7), "Last": Ref(7), "Count": 1}
    made.objects[7] = {"Title": "item", "Parent": Ref(6), "Next": Ref(7), "First": Ref(7)}
    return made.classic()


def parent_cycle():
    """The page's size is to be inherited from parents that are each other's parents."""
    made = document(pages=1)
    del made.objects[4]["MediaBox"]
    made.objects[6] = {"Type": Name("Pages"), "Parent": Ref(2), "Kids": [Ref(4)], "Count": 1}
    made.objects[4]["Parent"] = Ref(6)
    made.objects[2].update({"Parent": Ref(6), "Kids": [Ref(6)]})
    return made.classic()


def bombs():
    """Small files that want much memory or time."""
    return [
        ("deflate-metadata", with_metadata(zlib_bomb(24 << 20), [Name("FlateDecode")]), "XMP that grows to 24 MB"),
        (
            "deflate-twice-2gb",
            with_metadata(zlib_twice(2 << 30), [Name("FlateDecode")] * 2),
            "XMP that grows to 2 MB and then to 2 GB",
        ),
        (
            "deflate-object-stream-2gb",
            bomb_as(b"ObjStm", zlib_twice(2 << 30), 2),
            "an object stream that grows to 2 MB and then to 2 GB",
        ),
        (
            "deflate-table-2gb",
            bomb_as(b"XRef", zlib_twice(2 << 30), 2),
            "a cross-reference stream that grows to 2 MB and then to 2 GB",
        ),
        ("deflate-object-stream", bomb_as(b"ObjStm"), "an object stream that grows to 24 MB"),
        ("deflate-table", bomb_as(b"XRef"), "a cross-reference stream that grows to 24 MB"),
        ("filters-100000", with_metadata(b"x", Raw(b"[" + b"/Fl" * 100_000 + b"]")), "100,000 filters"),
        ("predictor-columns", predictor_columns(), "a predictor of 2,147,483,647 columns"),
        ("arrays-deep", arrays_deep(60_000, b"[", b"]"), "arrays 60,000 levels deep"),
        ("dictionaries-deep", arrays_deep(10_000, b"<</A", b">>"), "dictionaries 10,000 levels deep"),
        ("arrays-open", with_trailer(b"1 0 obj\n" + b"[" * 70_000), "70,000 arrays that never close"),
        ("parentheses-deep", with_trailer(b"1 0 obj\n" + b"(" * 70_000), "a string of 70,000 open parentheses"),
        ("trailers-many", HEADER + b"trailer[ 1 2 3\n" * 7_000, "7,000 trailers that do not end"),
        ("objects-many", HEADER + b"1 0 obj\n" * 6_000, "6,000 heads of the same object"),
        ("startxref-many", HEADER + b"startxref\n9\n%%EOF\n" * 3_000, "3,000 startxref"),
        ("line-long", HEADER + b"x" * 70_000 + b"\n%%EOF\n", "one line of 70,000 bytes"),
        ("comment-long", HEADER + b"%" * 70_000 + document().classic(), "a comment of 70,000 bytes"),
        ("name-long", document(catalog={"A" * 40_000: 1}).classic(), "a name of 40,000 bytes"),
        (
            "number-long",
            replaced(document().classic(), b"/Count 1", b"/Count " + b"0" * 40_000 + b"1"),
            "a number of 40,001 digits",
        ),
        (
            "keys-many",
            document(catalog={f"K{number}": number for number in range(3_000)}).classic(),
            "a catalog of 3,000 entries",
        ),
        ("subsections-many", subsections_many(15_000), "a table of 15,000 empty subsections"),
    ]


def with_metadata(data, filters):
    """A good file whose /Metadata has these bytes behind these filters."""
    made = document(catalog={"Metadata": Ref(6)})
    made.objects[6] = Stream(data, {"Type": Name("Metadata"), "Subtype": Name("XML"), "Filter": filters})
    return made.classic()


def zlib_twice(count):
    """zlib in zlib."""
    inner = b"\x78\x01" + bomb(count) + bytes(4)
    return b"\x78\x01" + deflated(inner) + bytes(4)


def bomb_as(kind, data=zlib_bomb(24 << 20), filters=1):
    """A file whose only object stream, or whose table, is a bomb."""
    made = document("1.5")
    body, _ = made.body(made.header(), made.objects)
    entries = {
        "Type": Name(kind.decode()),
        "Size": 9_000_000,
        "W": [1, 4, 2],
        "N": 9,
        "First": 90,
        "Root": Ref(1),
        "Filter": [Name("FlateDecode")] * filters if filters > 1 else Name("FlateDecode"),
    }
    stream = made.indirect(6, Stream(data, entries))
    if kind == b"XRef":
        return body + stream + b"startxref\n%d\n%%%%EOF\n" % len(body)
    rows = bytes(7) + bytes([2, 0, 0, 0, 6, 0, 0]) * 5 + bytes([1]) + len(body).to_bytes(4, "big") + bytes(2)
    table = made.indirect(7, Stream(rows, {"Type": Name("XRef"), "Size": 7, "W": [1, 4, 2], "Root": Ref(1)}))
    return body + stream + table + b"startxref\n%d\n%%%%EOF\n" % len(body + stream)


def predictor_columns():
    """Decode parameters that ask for rows of 2 GB."""
    made = document("1.5")
    whole = made.compressed()
    start = last_startxref(whole)
    parameters = b" /DecodeParms << /Predictor 12 /Columns 2147483647 /Colors 32 /BitsPerComponent 16 >>"
    return whole[:start] + replaced(whole[start:], b"/Type /XRef", b"/Type /XRef" + parameters)


def arrays_deep(depth, opening, closing):
    """A catalog with an entry of nested structures."""
    made = document(catalog={"Deep": Raw(opening * depth + closing * depth)})
    return made.classic()


def subsections_many(count):
    """`0 0` again and again, before the real rows."""
    return replaced(document().classic(), b"xref\n", b"xref\n" + b"0 0\n" * count)


def fixtures():
    """Every bad PDF."""
    samples = broken() + lies() + loops() + bombs()
    return [Fixture(f"Hostile/pdf-{name}.pdf", data, shows) for name, data, shows in samples]
