"""A small display profile (ICC.1:2010), version 2: a matrix, one curve and a description."""

import struct

from binary import be16, be32, padded


def profile(description="Assay Test RGB"):
    """Returns an RGB profile that names itself `description`."""
    tags = [
        (b"desc", _text_description(description)),
        (b"cprt", b"text" + be32(0) + b"Public domain\0"),
        (b"wtpt", _xyz(0.9642, 1.0, 0.8249)),
        (b"rXYZ", _xyz(0.4360, 0.2225, 0.0139)),
        (b"gXYZ", _xyz(0.3851, 0.7169, 0.0971)),
        (b"bXYZ", _xyz(0.1431, 0.0606, 0.7141)),
        (b"rTRC", _gamma()),
        (b"gTRC", _gamma()),
        (b"bTRC", _gamma()),
    ]
    table, heap = be32(len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for signature, data in tags:
        table += signature + be32(start + len(heap), len(data))
        heap += padded(data, 4)
    return _header(start + len(heap)) + table + heap


def _header(size):
    """The 128 bytes of section 7.2."""
    date = be16(2024, 1, 1, 0, 0, 0)
    fields = be32(size) + bytes(4) + be32(0x02100000) + b"mntrRGB XYZ " + date + b"acsp" + bytes(28)
    return padded(fields + struct.pack(">3i", *map(_fixed, (0.9642, 1.0, 0.8249))), 128)


def _text_description(text):
    """textDescriptionType of version 2: ASCII, no Unicode, no ScriptCode."""
    ascii_text = text.encode() + b"\0"
    return b"desc" + be32(0, len(ascii_text)) + ascii_text + bytes(4 + 4 + 2 + 1 + 67)


def _xyz(*values):
    return b"XYZ " + be32(0) + struct.pack(">3i", *map(_fixed, values))


def _gamma():
    return b"curv" + be32(0, 1) + be16(0x0233)


def _fixed(value):
    """s15Fixed16Number."""
    return round(value * 65536)
