"""A small JPEG encoder (ITU-T T.81) for pictures of flat 8x8 blocks: real Huffman data, nothing but DC coefficients."""

from dataclasses import dataclass

from binary import BitWriter, be16, u8

SOI, EOI = b"\xff\xd8", b"\xff\xd9"
SOF0, SOF1, SOF2, SOF3 = 0xC0, 0xC1, 0xC2, 0xC3
DHT, DQT, DRI, SOS, DNL, COM = 0xC4, 0xDB, 0xDD, 0xDA, 0xDC, 0xFE
APP0, APP1, APP2, APP13, APP14 = 0xE0, 0xE1, 0xE2, 0xED, 0xEE

# Annex K.3.3.1, luminance DC differences: how many codes have 1, 2, ... 16 bits, and the categories in order.
DC_COUNTS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
DC_SYMBOLS = list(range(12))
# The only AC symbol ever sent is "end of block"; a second code keeps the all-ones code free.
AC_COUNTS = [1, 1] + [0] * 14
AC_SYMBOLS = [0x00, 0xF0]


@dataclass
class Picture:
    """Blocks of one value per component; `sampling` holds the (horizontal, vertical) factors of each component."""

    width: int
    height: int
    sampling: list
    precision: int = 8
    component_ids: tuple = (1, 2, 3, 4)

    @property
    def mcu_size(self):
        """Width and height of a minimum coded unit, in pixels (A.2.4)."""
        if len(self.sampling) == 1:
            return 8, 8
        return 8 * max(h for h, _ in self.sampling), 8 * max(v for _, v in self.sampling)

    @property
    def mcu_count(self):
        """Minimum coded units in a row and in a column."""
        wide, high = self.mcu_size
        return -(-self.width // wide), -(-self.height // high)


def segment(marker, payload):
    """A marker segment with its length (B.1.1.4)."""
    return u8(0xFF, marker) + be16(len(payload) + 2) + payload


def quantization(scale=8):
    """One table of equal steps: with step 8 a DC coefficient is the block's value itself."""
    return segment(DQT, u8(0) + u8(scale) * 64)


def huffman_tables():
    """DC table 0 and AC table 0."""
    return segment(DHT, u8(0x00) + bytes(DC_COUNTS) + bytes(DC_SYMBOLS)) + segment(
        DHT, u8(0x10) + bytes(AC_COUNTS) + bytes(AC_SYMBOLS)
    )


def frame_header(picture, marker=SOF0, height=None):
    """SOFn (B.2.2)."""
    components = b"".join(
        u8(identifier, h << 4 | v, 0) for identifier, (h, v) in zip(picture.component_ids, picture.sampling)
    )
    lines = picture.height if height is None else height
    payload = u8(picture.precision) + be16(lines, picture.width) + u8(len(picture.sampling)) + components
    return segment(marker, payload)


def scan_header(components, start=0, end=63, approximation=0):
    """SOS (B.2.3) for the components with these identifiers."""
    selectors = b"".join(u8(identifier, 0x00) for identifier in components)
    return segment(SOS, u8(len(components)) + selectors + u8(start, end, approximation))


def codes(counts, symbols):
    """Symbol -> (code, width), as Annex C builds them."""
    table, code, position = {}, 0, 0
    for width, count in enumerate(counts, 1):
        for symbol in symbols[position : position + count]:
            table[symbol] = (code, width)
            code += 1
        position += count
        code <<= 1
    return table


DC_CODES, AC_CODES = codes(DC_COUNTS, DC_SYMBOLS), codes(AC_COUNTS, AC_SYMBOLS)


class ScanWriter:
    """Entropy-coded data (Annex F.1.2)."""

    def __init__(self, component_count):
        self.writer = BitWriter(most_first=True)
        self.predictions = [0] * component_count

    def dc(self, component, value):
        """The difference to the component's last value."""
        difference = value - self.predictions[component]
        self.predictions[component] = value
        category = abs(difference).bit_length()
        self.writer.write(*DC_CODES[category])
        self.writer.write(difference if difference > 0 else difference + (1 << category) - 1, category)

    def end_of_block(self):
        """All AC coefficients are zero."""
        self.writer.write(*AC_CODES[0x00])

    def to_bytes(self):
        """The bits, filled up with ones, a zero stuffed behind each FF (F.1.2.3)."""
        return self.writer.to_bytes(fill=1).replace(b"\xff", b"\xff\x00")


def blocks(picture):
    """(component, column, row) of every block in the order of an interleaved scan (A.2.3)."""
    wide, high = picture.mcu_count
    for row in range(high):
        for column in range(wide):
            for component, (h, v) in enumerate(picture.sampling):
                for y in range(v if len(picture.sampling) > 1 else 1):
                    for x in range(h if len(picture.sampling) > 1 else 1):
                        yield component, column * h + x, row * v + y


def shade(picture, component, column, row):
    """The value of a block: a small pattern, well inside the range of DC differences."""
    return (column * 37 + row * 53 + component * 29) % 160 - 80


def interleaved_scan(picture, with_ac=True):
    """The data of one scan with every component."""
    scan = ScanWriter(len(picture.sampling))
    for component, column, row in blocks(picture):
        scan.dc(component, shade(picture, component, column, row))
        if with_ac:
            scan.end_of_block()
    return scan.to_bytes()


def empty_ac_scan(picture, component):
    """The data of a progressive AC scan in which every block is empty."""
    h, v = picture.sampling[component]
    most_h, most_v = max(h for h, _ in picture.sampling), max(v for _, v in picture.sampling)
    across = -(-(-(-picture.width * h // most_h)) // 8)
    down = -(-(-(-picture.height * v // most_v)) // 8)
    scan = ScanWriter(1)
    for _ in range(across * down):
        scan.end_of_block()
    return scan.to_bytes()


def baseline(picture, before=b"", marker=SOF0):
    """A whole baseline (or extended, SOF1) file; `before` is put behind SOI."""
    identifiers = picture.component_ids[: len(picture.sampling)]
    return (
        SOI
        + before
        + quantization()
        + frame_header(picture, marker)
        + huffman_tables()
        + scan_header(identifiers)
        + interleaved_scan(picture)
        + EOI
    )


def progressive(picture, before=b""):
    """A whole progressive file: one scan of DC coefficients, then one of AC coefficients for each component."""
    identifiers = picture.component_ids[: len(picture.sampling)]
    data = SOI + before + quantization() + frame_header(picture, SOF2) + huffman_tables()
    data += scan_header(identifiers, 0, 0) + interleaved_scan(picture, with_ac=False)
    for component, identifier in enumerate(identifiers):
        data += scan_header([identifier], 1, 63) + empty_ac_scan(picture, component)
    return data + EOI


def lossless(picture, before=b""):
    """A whole lossless file (SOF3, Annex H) of one gray value: every difference is zero."""
    scan = BitWriter(most_first=True)
    for _ in range(picture.width * picture.height):
        scan.write(*DC_CODES[0])
    tables = segment(DHT, u8(0x00) + bytes(DC_COUNTS) + bytes(DC_SYMBOLS))
    return (
        SOI
        + before
        + frame_header(picture, SOF3)
        + tables
        + scan_header([1], 1, 0)
        + scan.to_bytes(fill=1).replace(b"\xff", b"\xff\0")
        + EOI
    )


def height_by_dnl(picture, before=b""):
    """A baseline file whose frame header says 0 lines; DNL behind the scan says how many (B.2.5)."""
    return (
        SOI
        + before
        + quantization()
        + frame_header(picture, SOF0, height=0)
        + huffman_tables()
        + scan_header(picture.component_ids[: len(picture.sampling)])
        + interleaved_scan(picture)
        + segment(DNL, be16(picture.height))
        + EOI
    )


def jfif(x=72, y=72, unit=1):
    """APP0 with a density; unit 1 is the inch, 2 the centimetre, 0 an aspect ratio."""
    return segment(APP0, b"JFIF\0" + u8(1, 2, unit) + be16(x, y) + u8(0, 0))


def adobe(transform):
    """APP14: 0 is RGB or CMYK as stored, 1 YCbCr, 2 YCCK."""
    return segment(APP14, b"Adobe" + be16(100, 0, 0) + u8(transform))


def exif_segment(block):
    """APP1 with an EXIF block."""
    return segment(APP1, b"Exif\0\0" + block)


def xmp_segment(packet):
    """APP1 with an XMP packet."""
    return segment(APP1, b"http://ns.adobe.com/xap/1.0/\0" + packet)


def icc_segments(profile, size):
    """APP2 segments that hold at most `size` bytes of the profile each."""
    pieces = [profile[start : start + size] for start in range(0, len(profile), size)]
    return [segment(APP2, b"ICC_PROFILE\0" + u8(number, len(pieces)) + piece) for number, piece in enumerate(pieces, 1)]


def photoshop_segment(resources):
    """APP13 with image resource blocks: (identifier, bytes)."""
    body = b"".join(
        b"8BIM" + be16(identifier) + b"\0\0" + len(data).to_bytes(4, "big") + data + bytes(len(data) % 2)
        for identifier, data in resources
    )
    return segment(APP13, b"Photoshop 3.0\0" + body)
