"""PDF files that any reader opens."""

import base64
import re

import pdf_linearized
import xmp
from fixture import Fixture
from pdf_security import IDENTIFIER, LegacySecurity, ModernSecurity
from pdf_writer import Document, Name, Raw, Ref, Stream, last_startxref, written

LETTER, A4 = [0, 0, 612, 792], [0, 0, 595.276, 841.89]
INFO = {
    "Title": "Annual report (draft)",
    "Author": "Ada Example",
    "Subject": "Figures",
    "Keywords": "one, two; three",
    "Creator": "Fixture Writer",
    "Producer": "Fixture 1.0",
    "CreationDate": b"D:20210605040302+02'00'",
    "ModDate": b"D:20210607080910Z",
}


def document(version="1.4", pages=1, info=None, catalog=None, page=None):
    """Catalog (object 1), page tree (2), then pages, one content stream, and Info."""
    made = Document(version)
    root, tree = made.add({}), made.add({})
    content = made.add(Stream(b"0 0 m 100 100 l S"))
    kids = [
        made.add(
            {
                "Type": Name("Page"),
                "Parent": tree,
                "MediaBox": LETTER,
                "Resources": {},
                "Contents": content,
                **(page or {}),
            }
        )
        for _ in range(pages)
    ]
    made.objects[tree.number] = {"Type": Name("Pages"), "Kids": kids, "Count": pages}
    made.objects[root.number] = {"Type": Name("Catalog"), "Pages": tree, **(catalog or {})}
    made.trailer = {"Root": root, "Info": made.add(info if info is not None else INFO), "ID": [IDENTIFIER, IDENTIFIER]}
    return made


def nested_pages():
    """A balanced tree of 3 x 3 pages whose sizes, rotation and user unit are partly inherited."""
    made = document()
    tree, content = Ref(2), Ref(3)
    del made.objects[4]
    branches = []
    for number in range(3):
        branch = made.add({})
        leaves = []
        for leaf in range(3):
            page = {"Type": Name("Page"), "Parent": branch, "Resources": {}, "Contents": content}
            page.update([{}, {"Rotate": 90}, {"MediaBox": LETTER, "CropBox": [0, 0, 300, 400]}][leaf])
            page.update({"UserUnit": 2} if number == 2 and leaf == 0 else {})
            leaves.append(made.add(page))
        made.objects[branch.number] = {
            "Type": Name("Pages"),
            "Parent": tree,
            "Kids": leaves,
            "Count": 3,
            "MediaBox": A4,
        }
        branches.append(branch)
    made.objects[2] = {"Type": Name("Pages"), "Kids": branches, "Count": 9}
    return made


def encrypted(security, version, pages=2):
    """A document behind the standard security handler."""
    made = document(version, pages)
    made.security = security
    made.trailer["Encrypt"] = made.add(security.dictionary())
    return made


def full_catalog():
    """Attachments, a form with a signature field, scripts, outlines, marked content, a portfolio, output intent."""
    made = document("1.7", 2)
    file = made.add(Stream(b"attached", {"Type": Name("EmbeddedFile")}))
    specification = made.add({"Type": Name("Filespec"), "F": "note.txt", "UF": "note.txt", "EF": {"F": file}})
    field = made.add({"FT": Name("Tx"), "T": "name", "V": "value"})
    contents = made.add(
        {"Type": Name("Sig"), "Filter": Name("Adobe.PPKLite"), "ByteRange": [0, 0, 0, 0], "Contents": bytes(8)}
    )
    signature = made.add({"FT": Name("Sig"), "T": "signature", "V": contents})
    script = {"S": Name("JavaScript"), "JS": "app.alert\\(1\\)"}
    outline = made.add({"Type": Name("Outlines"), "Count": 0})
    made.objects[1].update(
        {
            "Names": {
                "EmbeddedFiles": {"Names": ["note.txt", specification]},
                "JavaScript": {"Names": ["start", script]},
            },
            "AcroForm": {"Fields": [field, signature], "SigFlags": 3},
            "OpenAction": script,
            "Outlines": outline,
            "MarkInfo": {"Marked": True},
            "StructTreeRoot": made.add({"Type": Name("StructTreeRoot")}),
            "Lang": "en-GB",
            "Collection": {"Type": Name("Collection"), "View": Name("D")},
        }
    )
    return made


def xfa_form():
    """A form in XFA."""
    made = document("1.7")
    packet = made.add(Stream(b'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"/>'))
    made.objects[1]["AcroForm"] = {"Fields": [], "XFA": packet}
    return made


def archival():
    """A claim of PDF/A-2b in XMP, with titles and times there too."""
    packet = xmp.packet(
        {
            "pdfaid:part": "2",
            "pdfaid:conformance": "B",
            "pdf:Producer": "Fixture 1.0",
            "xmp:CreateDate": "2021-06-05T04:03:02+02:00",
            "xmp:ModifyDate": "2021-06-07T08:09:10Z",
        },
        xmp.alternatives("dc:title", "Archived"),
    )
    made = document("1.7")
    made.objects[1]["Metadata"] = made.add(Stream(packet, {"Type": Name("Metadata"), "Subtype": Name("XML")}))
    return made


def exchange():
    """A claim of PDF/X-1a in Info, an outline of two items, XMP in base 85."""
    claims = {"GTS_PDFXVersion": "PDF/X-1:2001", "GTS_PDFXConformance": "PDF/X-1a:2001"}
    made = document("1.3", info={**INFO, **claims})
    outlines, first, second = made.add({}), made.add({}), made.add({})
    made.objects[first.number] = {"Title": "one", "Parent": outlines, "Next": second, "Dest": [Ref(4), Name("Fit")]}
    made.objects[second.number] = {"Title": "two", "Parent": outlines, "Prev": first, "Dest": [Ref(4), Name("Fit")]}
    made.objects[outlines.number] = {"Type": Name("Outlines"), "First": first, "Last": second, "Count": 2}
    packet = xmp.packet({"xmp:CreateDate": "2021-06-05T04:03:02+02:00", "xmp:ModifyDate": "2021-06-07T08:09:10+00:00"})
    entries = {"Type": Name("Metadata"), "Subtype": Name("XML"), "Filter": Name("ASCII85Decode")}
    metadata = made.add(Stream(base64.a85encode(packet) + b"~>", entries))
    made.objects[1].update({"Outlines": outlines, "Metadata": metadata})
    return made


def incremental():
    """A title and a page added by an update, then another title by a second one."""
    made = document()
    data = made.classic()
    data = made.updated(
        data,
        {
            5: {**INFO, "Title": "Second title"},
            6: {"Type": Name("Page"), "Parent": Ref(2), "MediaBox": A4, "Resources": {}, "Contents": Ref(3)},
            2: {"Type": Name("Pages"), "Kids": [Ref(4), Ref(6)], "Count": 2},
        },
    )
    return made.updated(data, {5: {**INFO, "Title": "Third title"}})


def hybrid():
    """A table for old readers and, by /XRefStm, a stream for new ones that adds the Info dictionary (7.5.8.4)."""
    made = document("1.5")
    info = made.objects.pop(5)
    made.objects[5] = Stream.deflated(b"6 0\n" + written(info), {"Type": Name("ObjStm"), "N": 1, "First": 4})
    made.trailer["Info"] = Ref(6)
    body, offsets = made.body(made.header(), made.objects)
    rows = bytes([2]) + (5).to_bytes(4, "big") + bytes(2)
    entries = {"Type": Name("XRef"), "Size": 8, "W": [1, 4, 2], "Index": [6, 1]}
    stream_at = len(body)
    body += made.indirect(7, Stream(rows, entries))
    made.trailer["XRefStm"] = stream_at
    made.objects.update({6: None, 7: None})
    offsets[7] = stream_at
    return body + made.table(offsets, len(body))


def linearized():
    """What qpdf made of a document of three pages; see `pdf_linearized`."""
    return base64.b64decode(pdf_linearized.BASE64)


def linearized_then_updated():
    """The same with an incremental update, after which the linearization no longer counts (F.4.7)."""
    data = linearized()
    number = int(re.findall(rb"/Size (\d+)", data)[0])
    root = re.search(rb"/Root (\d+) 0 R", data).group(1)
    update = b"%d 0 obj\n<< /Title (Updated) >>\nendobj\n" % number
    table = b"xref\n%d 1\n%010d 00000 n \n" % (number, len(data))
    trailer = b"trailer\n<< /Size %d /Root %s 0 R /Info %d 0 R /Prev %d >>\n" % (
        number + 1,
        root,
        number,
        last_startxref(data),
    )
    return data + update + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (len(data) + len(update))


def utf8_title():
    """Text strings of PDF 2.0: UTF-8 with its mark."""
    return document("2.0", info={**INFO, "Title": b"\xef\xbb\xbf" + "Jahresbericht \u00dc\u00f6\u00df".encode()})


def pdfdoc_title():
    """PDFDocEncoding: a dagger, an em dash, a euro sign, and octal escapes in the literal."""
    made = document(info={**INFO, "Title": Raw(b"(\x81 dash \204 euro \\240 caf\\351 \\(nested \\) (parens))")})
    return made


def odd_values():
    """Dates without a zone, with one digit too few, and of free text; a name with escapes; an indirect /Count."""
    made = document(
        info={
            "Title": Raw(b"(first line\\\n second\\r\\n)"),
            "CreationDate": b"D:2021",
            "ModDate": b"Mon Jun 7 08:09:10 2021",
            "Producer": Raw(b"<4669 78 7475726 5>"),
        }
    )
    count = made.add(1)
    made.objects[2]["Count"] = count
    made.objects[2]["Type"] = Raw(b"/P#61ges")
    return made


def fixtures():
    """Every whole PDF."""
    made = [
        ("classic", document().classic(), "1.4, table, Info with all entries"),
        ("three-pages", document(pages=3).classic(), "three pages"),
        ("streams", document("1.5", 3).compressed(), "1.5, cross-reference stream and object stream"),
        ("hybrid", hybrid(), "table and /XRefStm"),
        ("nested-pages", nested_pages().classic(), "9 pages in a tree; inherited sizes, rotation, user unit"),
        ("incremental", incremental(), "two updates: second page, two new titles"),
        ("linearized", linearized(), "linearized, three pages"),
        ("linearized-updated", linearized_then_updated(), "linearized, then updated: no longer linearized"),
        (
            "catalog-version",
            document("1.4", catalog={"Version": Name("1.7")}).classic(),
            "1.4 in the header, 1.7 in the catalog",
        ),
        (
            "title-utf16",
            document(info={**INFO, "Title": "Jahresbericht \u00dc\u00f6\u00df \u4e2d\U0001f4c4"}).classic(),
            "UTF-16 title with a surrogate pair",
        ),
        (
            "title-utf16-little-endian",
            document(info={"Title": b"\xff\xfe" + "little \u00dc".encode("utf-16-le")}).classic(),
            "UTF-16 title in the order that is not allowed",
        ),
        ("title-utf8", utf8_title().classic(), "2.0, UTF-8 title"),
        ("title-pdfdoc", pdfdoc_title().classic(), "PDFDocEncoding, octal escapes, nested parentheses"),
        ("odd-values", odd_values().classic(), "line continuation, short dates, hexadecimal string, indirect /Count"),
        ("no-info", without_info().classic(), "no Info dictionary"),
        (
            "full-catalog",
            full_catalog().classic(),
            "attachment, form, signature, scripts, outlines, tagged, portfolio, 1.7",
        ),
        ("full-catalog-streams", full_catalog().compressed(), "the same in object streams"),
        ("xfa", xfa_form().classic(), "XFA form"),
        ("pdfa-2b", archival().classic(), "claims PDF/A-2b in XMP"),
        ("pdfx-1a", exchange().classic(), "claims PDF/X-1a in Info; outlines; XMP in base 85"),
        ("junk-before-header", b"junk\n" * 3 + document().classic(), "15 bytes before the header, offsets not shifted"),
        ("trailing-junk", document().classic() + b"\0" * 600, "600 zero bytes behind %%EOF"),
        ("carriage-returns", carriage_returns(), "CR as the end of every line"),
    ]
    return [Fixture(f"PDF/{name}.pdf", data, shows) for name, data, shows in made + encrypted_fixtures()]


def carriage_returns():
    """A document whose lines end with CR; only the keyword `stream` must not be followed by CR alone (7.3.8.1)."""
    return document().classic().replace(b"\n", b"\r").replace(b">>\rstream\r", b">>\rstream\n")


def without_info():
    """A document whose trailer has no Info."""
    made = document()
    del made.trailer["Info"], made.objects[5]
    return made


def encrypted_fixtures():
    """Each cipher with the empty user password; three with a real one ("user")."""
    securities = [
        ("rc4-40", LegacySecurity(1, 2, 5, permissions=-60), "1.3", "RC4, 40 bits (V 1, R 2)"),
        ("rc4-128", LegacySecurity(2, 3, 16), "1.4", "RC4, 128 bits (V 2, R 3)"),
        ("aes-128", LegacySecurity(4, 4, 16, aes=True), "1.6", "AES-128 (V 4, R 4)"),
        ("aes-256-r5", ModernSecurity(5), "1.7", "AES-256 (V 5, R 5)"),
        ("aes-256", ModernSecurity(6), "2.0", "AES-256 (V 5, R 6)"),
        ("rc4-128-password", LegacySecurity(2, 3, 16, user=b"user"), "1.4", "RC4, 128 bits, password `user`"),
        ("aes-128-password", LegacySecurity(4, 4, 16, user=b"user", aes=True), "1.6", "AES-128, password `user`"),
        ("aes-256-password", ModernSecurity(6, user=b"user"), "2.0", "AES-256, password `user`"),
    ]
    made = [
        (f"encrypted-{name}", encrypted(security, version).classic(), shows)
        for name, security, version, shows in securities
    ]
    hidden = encrypted(ModernSecurity(6, user=b"user"), "2.0").compressed()
    return made + [("encrypted-aes-256-password-streams", hidden, "the page tree is in an encrypted object stream")]
