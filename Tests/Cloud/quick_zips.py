"""Makes zips that stand for those of Sources/Deployment/build: each starts a function of a build folder where it is.

    python3 Tests/Cloud/quick_zips.py .build/debug .build-cloud/zips

They deploy to an emulator on this machine only, and need no second build.
"""

import pathlib
import sys
import zipfile

FUNCTIONS = ["api", "csv", "image", "pdf", "pipeline"]


def main(build, out):
    build, out = pathlib.Path(build).resolve(), pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    for name in FUNCTIONS:
        program = build / f"assay-lambda-{name}"
        if not program.exists():
            sys.exit(f"no {program}: swift build --product {program.name}")
        entry = zipfile.ZipInfo("bootstrap")
        entry.external_attr = 0o755 << 16
        with zipfile.ZipFile(out / f"{name}.zip", "w") as archive:
            archive.writestr(entry, f"#!/bin/sh\nexec '{program}'\n")


main(*sys.argv[1:])
