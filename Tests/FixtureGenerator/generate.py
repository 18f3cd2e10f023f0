"""Writes the Fixtures folder: `python3 Tests/FixtureGenerator/generate.py Fixtures`.

Needs Python 3.9 or newer and its standard library. Equal code gives equal bytes on every machine. With `--check`
nothing is written, and the exit status says whether the folder holds exactly these bytes.
"""

import dataclasses
import importlib
import sys
from pathlib import Path

sys.dont_write_bytecode = True

import readme  # noqa: E402

FAMILIES = [
    "images_jpeg",
    "images_png",
    "images_gif_bmp",
    "images_webp",
    "images_tiff",
    "images_bmff",
    "images_other",
    "pdf_samples",
    "csv_samples",
    "text_samples",
    "containers",
    "media",
    "hostile_images",
    "hostile_pdf",
    "hostile_text",
]
SIZE_LIMIT = 6_000_000


def collect():
    """All fixtures of all families, by path."""
    found = {}
    for family in FAMILIES:
        for fixture in importlib.import_module(family).fixtures():
            assert fixture.path not in found, fixture.path
            found[fixture.path] = dataclasses.replace(fixture, made_by=family)
    total = sum(len(fixture.data) for fixture in found.values())
    assert total <= SIZE_LIMIT, f"{total} bytes"
    return [found[path] for path in sorted(found)]


def write(fixtures, folder):
    """Writes every fixture and the table of them; other files, such as golden records, are left alone."""
    for fixture in fixtures:
        path = folder / fixture.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(fixture.data)
    (folder / "README.md").write_text(readme.text(fixtures), encoding="utf-8")


def differing(fixtures, folder):
    """The fixtures that are missing in the folder or differ there."""
    return [
        fixture.path
        for fixture in fixtures
        if not (folder / fixture.path).is_file() or (folder / fixture.path).read_bytes() != fixture.data
    ]


def main(arguments):
    """Runs the command; returns its exit status."""
    names = [argument for argument in arguments if argument != "--check"]
    if len(names) != 1:
        print("usage: generate.py [--check] FOLDER", file=sys.stderr)
        return 2
    fixtures, folder = collect(), Path(names[0])
    if "--check" in arguments:
        paths = differing(fixtures, folder)
        print("\n".join(paths), end="\n" if paths else "", file=sys.stderr)
        return 1 if paths else 0
    write(fixtures, folder)
    print(f"{len(fixtures)} files, {sum(len(fixture.data) for fixture in fixtures)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
