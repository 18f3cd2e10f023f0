"""Runs installed tools over the whole files: `python3 Tests/FixtureGenerator/validate.py Fixtures`.

For authoring only: no test needs these tools. A tool that is not installed is named and passed over.
"""

import csv
import shutil
import subprocess
import sys
from pathlib import Path

LOCKED = {
    f"encrypted-{name}"
    for name in ("rc4-128-password", "aes-128-password", "aes-256-password", "aes-256-password-streams")
}
PIXELS = ["PNG", "GIF", "BMP", "WebP", "TIFF", "JPEG2000", "PSD", "ICO", "PNM", "TGA", "DDS", "HDR", "PCX", "DPX"]
# Patterns, command, names that are known to be refused.
CHECKS = [
    (["JPEG/*"], ["djpeg", "-outfile", "/dev/null", "{}"], {"dnl-height", "lossless", "twelve-bit"}),
    (["PNG/*"], ["pngcheck", "-q", "{}"], {"apple-cgbi"}),
    (["WebP/*"], ["webpinfo", "-quiet", "{}"], set()),
    (["TIFF/*"], ["tiffinfo", "-D", "{}"], set()),
    ([f"{folder}/*" for folder in PIXELS], ["identify", "-quiet", "{}"], {"apple", "apple-cgbi"}),
    (["PDF/*"], ["qpdf", "--check", "{}"], LOCKED),
    (["PDF/*"], ["pdfinfo", "{}"], LOCKED),
    (["PDF/*password*"], ["qpdf", "--password=user", "--check", "{}"], set()),
    (["PDF/*password*"], ["pdfinfo", "-upw", "user", "{}"], set()),
    (["Archive/*.zip", "Office/*.??*[!c]"], ["unzip", "-tqq", "{}"], {"empty"}),
    (["Archive/*.gz"], ["gzip", "-t", "{}"], set()),
    (["Archive/*.tar"], ["tar", "tf", "{}"], set()),
    (["Archive/*.bz2"], ["bzip2", "-t", "{}"], set()),
    (["Archive/*.xz"], ["xz", "-t", "{}"], set()),
    (["Archive/*.zst"], ["zstd", "-qt", "{}"], set()),
    (["Database/*.sqlite"], ["sqlite3", "{}", "PRAGMA integrity_check"], set()),
]
# Name, dialect, records with the header.
TABLES = [
    ("comma", {}, 13),
    ("semicolon-decimal-comma", {"delimiter": ";"}, 13),
    ("pipe", {"delimiter": "|"}, 13),
    ("quoted", {}, 13),
    ("backslash-escape", {"escapechar": "\\", "doublequote": False}, 13),
    ("apostrophe-quote", {"delimiter": ";", "quotechar": "'"}, 13),
    ("crlf", {}, 13),
    ("cr", {}, 13),
    ("all-quoted", {}, 13),
    ("no-header", {}, 12),
    ("types", {}, 16),
    ("wide", {}, 4),
    ("late-contradiction", {}, 1502),
]


def failures(folder):
    """One line for each file that a tool refuses."""
    for patterns, command, refused in CHECKS:
        if not shutil.which(command[0]):
            print(f"not installed: {command[0]}", file=sys.stderr)
            continue
        for path in sorted(path for pattern in patterns for path in folder.glob(pattern)):
            run = subprocess.run([part.replace("{}", str(path)) for part in command], capture_output=True, check=False)
            if run.returncode and path.stem not in refused and path.suffix != ".json":
                yield f"{path}: {command[0]} exits with {run.returncode}: {run.stderr.decode(errors='replace')[:200]}"


def table_failures(folder):
    """One line for each table that Python's reader counts otherwise."""
    for name, dialect, expected in TABLES:
        with open(folder / "CSV" / f"{name}.csv", newline="", encoding="utf-8") as file:
            count = sum(1 for _ in csv.reader(file, **dialect))
        if count != expected:
            yield f"{name}.csv: {count} records, not {expected}"


def main(arguments):
    """Runs the command; returns its exit status."""
    folder = Path(arguments[0]) if arguments else Path("Fixtures")
    found = [*failures(folder), *table_failures(folder)]
    print("\n".join(found) or "all whole files pass")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
