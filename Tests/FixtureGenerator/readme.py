"""The README of the Fixtures folder: its text here, its table from the fixtures themselves."""

TEXT = """# Fixtures

Sample files, whole ones by format and every bad one in `Hostile`. All of them are made by our own generator, which
needs nothing but Python's standard library and gives the same bytes on every machine:

```
python3 Tests/FixtureGenerator/generate.py Fixtures            # writes the files and this page
python3 Tests/FixtureGenerator/generate.py --check Fixtures    # exit status 1 where a file differs
```

No file is copied from anywhere. Two hold bytes of another tool, made once from our own input and kept in the
generator: `PDF/linearized.pdf` (`qpdf --linearize --deterministic-id` on `PDF/three-pages.pdf`) with
`PDF/linearized-updated.pdf`, and the archives of nothing (`xz`, `bzip2`, `zstd`).

Golden records (`sample.json` beside `sample`) are recorded by the tests, not by the generator. The folder stays under
6 MB; what has to be large on disk (a sparse file of 3 GB, a FIFO, a link that loops) is made by `HostileDirectory` in
`Tests/TestSupport` when a test needs it.

## What is real

Whole JPEG, PNG, GIF, BMP, WebP, TIFF and the other pixel formats carry image data that decodes. HEIF, AVIF, JPEG XL,
CR3 and the other raw files have right structures and sizes around placeholder data: no codec reads their pixels.
PDF pages draw one line. Sound and film are headers with silence or nothing.

## How the whole files were checked when they were made

| files | with | result |
|---|---|---|
| JPEG | `djpeg` 2.1.5, `exiftool -validate` 12.57 | no warning from djpeg but for `dnl-height`, `lossless`, `twelve-bit`, which it does not support; ExifTool misses optional tags only |
| PNG | `pngcheck` 3.0.3, ImageMagick 6.9 (libpng) | no error but for `apple-cgbi` (by design); ImageMagick minds the prefix in `exif-prefixed` |
| GIF, BMP, PNM, TGA, DDS, HDR, PCX, DPX, PSD, ICO, JPEG 2000 | ImageMagick 6.9 `identify`, ExifTool | sizes as intended, no warning |
| WebP | `webpinfo`, `dwebp` 1.2.4 | no error; `animated` by ImageMagick |
| TIFF | `tiffinfo -D` 4.5.0 | no error; unknown Interop tag where EXIF is present |
| Raw, HEIF, JPEG XL, OpenEXR, SVG | ExifTool | sizes and tags as intended |
| PDF | `qpdf --check` 11.3.0, `pdfinfo` 22.12 (poppler) | no error; pages and titles as intended, but for the UTF-8 title, which poppler 22.12 does not know |
| PDF, encrypted | `qpdf --check`, with `--password=user` where needed | no error with each cipher |
| CSV | Python's `csv` with the dialect named in the table | as many records as intended |
| archives, office | `unzip -t`, `gzip -t`, `tar`, `bzip2 -t`, `xz -t`, `zstd -t`, `ar`, `dpkg-deb`, `file` | no error |
| database | `sqlite3`, `PRAGMA integrity_check` | ok |

The checks can be repeated with `python3 Tests/FixtureGenerator/validate.py Fixtures`, which uses those of the tools
that are installed.

## The files

"Made by" is the module in `Tests/FixtureGenerator`.
"""


def text(fixtures):
    """The whole page."""
    return TEXT + "\n" + "\n".join(_section(folder, files) for folder, files in _by_folder(fixtures).items())


def _by_folder(fixtures):
    folders = {}
    for fixture in fixtures:
        folders.setdefault(fixture.path.split("/")[0], []).append(fixture)
    return folders


def _section(folder, files):
    rows = "".join(
        f"| `{fixture.path.split('/', 1)[1]}` | {len(fixture.data):,} | {fixture.made_by} | "
        f"{_escaped(fixture.shows)} |\n"
        for fixture in files
    )
    return f"### {folder}\n\n| file | bytes | made by | what it shows |\n|---|---|---|---|\n{rows}"


def _escaped(value):
    return value.replace("|", "\\|").replace("<", "&lt;")
