"""PNG files."""

import exif
import icc
import png_codec as png
import xmp
from binary import be32, u8
from fixture import Fixture


def metadata():
    """Every kind of text, a profile, a density, a time, EXIF and XMP."""
    before = png.iccp(icc.profile()) + png.chunk(b"pHYs", be32(11811, 11811) + u8(1))
    before += png.chunk(b"eXIf", exif.full())
    before += png.text("Title", "A test picture") + png.text("Software", "Fixture 1.0")
    before += png.text("Creation Time", "2021-06-05T04:03:02+02:00")
    before += png.compressed_text("Description", b"compressed " * 20)
    before += png.international_text("Author", "Ada Exämple".encode(), language="de", translated="Autorin")
    before += png.international_text("XML:com.adobe.xmp", xmp.photo())
    before += png.chunk(b"tIME", (2021).to_bytes(2, "big") + u8(6, 7, 8, 9, 10))
    return png.image(before=before)


def fixtures():
    """Every whole PNG."""
    exif_chunk = png.chunk(b"eXIf", exif.full(">"))
    made = [
        ("rgb", png.image(), "RGB, 8 bits"),
        ("gray", png.image(color=png.GRAY), "gray, 8 bits"),
        ("gray-1-bit", png.image(13, 5, 1, png.GRAY), "gray, 1 bit, odd width"),
        ("gray-16-bit", png.image(depth=16, color=png.GRAY), "gray, 16 bits"),
        ("gray-alpha", png.image(color=png.GRAY_ALPHA), "gray with alpha"),
        ("rgb-16-bit", png.image(depth=16), "RGB, 16 bits"),
        ("rgb-alpha", png.image(color=png.RGB_ALPHA), "RGB with alpha"),
        ("rgb-transparent-color", png.image(before=png.chunk(b"tRNS", bytes(6))), "RGB with one transparent color"),
        ("palette", png.image(color=png.PALETTE), "palette"),
        (
            "palette-alpha",
            png.image(color=png.PALETTE, before=png.chunk(b"tRNS", u8(128, 255))),
            "palette with transparency",
        ),
        ("interlaced", png.image(17, 9, interlace=1), "Adam7"),
        ("animated", png.animated(), "APNG of three frames"),
        ("metadata", metadata(), "ICC, 300 dpi, EXIF, XMP, tEXt, zTXt, iTXt, time"),
        ("exif-before-data", png.image(before=exif_chunk), "eXIf before IDAT"),
        ("exif-after-data", png.image(after=exif_chunk), "eXIf after IDAT"),
        (
            "exif-prefixed",
            png.image(before=png.chunk(b"eXIf", exif.PREFIX + exif.full())),
            "eXIf that begins with the JPEG prefix `Exif\\0\\0`",
        ),
        (
            "raw-profile-exif",
            png.image(before=png.raw_profile("exif", exif.PREFIX + exif.full())),
            "EXIF as `Raw profile type exif`",
        ),
        (
            "raw-profile-app1",
            png.image(before=png.raw_profile("APP1", exif.PREFIX + exif.orientation_only(6))),
            "EXIF as `Raw profile type APP1`",
        ),
        (
            "xmp-compressed",
            png.image(after=png.international_text("XML:com.adobe.xmp", xmp.photo(), True)),
            "compressed XMP after IDAT",
        ),
        ("orientation-6", png.image(before=png.chunk(b"eXIf", exif.orientation_only(6))), "EXIF orientation 6"),
        ("split-data", split_data(), "IDAT in many chunks"),
        (
            "apple-cgbi",
            png.SIGNATURE + png.chunk(b"CgBI", u8(0x50, 0, 0x20, 2)) + png.image()[8:],
            "a CgBI chunk before IHDR, as iOS builds write it",
        ),
    ]
    return [Fixture(f"PNG/{name}.png", data, shows) for name, data, shows in made]


def split_data():
    """IDAT cut into pieces of eight bytes, one of them empty."""
    data = png.zlib_wrapped(png.pixels(16, 8, 8, png.RGB, 0))
    pieces = [data[start : start + 8] for start in range(0, len(data), 8)]
    chunks = b"".join(png.chunk(b"IDAT", piece) for piece in pieces[:2] + [b""] + pieces[2:])
    return png.SIGNATURE + png.header(16, 8) + chunks + png.chunk(b"IEND")
