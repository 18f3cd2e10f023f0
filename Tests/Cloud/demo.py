"""Brings the stack up, uploads a PDF, a JPEG and a CSV as a browser would, shows what became of them, takes it down."""

import json
import sys
import time

from stack import HERE, stack

FIXTURES = HERE.parent.parent / "Fixtures"
FILES = [
    ("PDF/three-pages.pdf", "application/pdf", lambda record: record["document"]["pageCount"] == 3),
    ("JPEG/orientation-6.jpg", "image/jpeg", lambda record: record["image"]["orientation"] == 6),
    ("CSV/semicolon-decimal-comma.csv", "text/csv", lambda record: record["table"]["rowCount"] == 12),
]


def main(zips):
    start = time.monotonic()
    with stack(zips) as up:
        print(f"up in {time.monotonic() - start:.1f} s on {up.emulator.url}, API {up.outputs['ApiId']}")
        caller = up.caller
        up.join("demo", caller)
        for round in ("cold", "warm"):
            for path, content_type, is_right in FILES:
                content = (FIXTURES / path).read_bytes()
                file_id = caller.upload("demo", path.split("/")[1], content_type, content)
                [(file, seconds)] = caller.await_final("demo", {file_id}).values()
                full = caller.get(f"/files/{file_id}")
                print(f"{round}: {file['filename']} {file['status']} after {seconds * 1000:.0f} ms: {file.get('summary')}"
                      f" {file.get('errorReason', '')} {full.get('errorDetail', '')}")
                record = full["record"]
                golden = json.loads((FIXTURES / path).with_name(path.split("/")[1] + ".json").read_text())
                assert is_right(record), record
                for name, value in golden.items():
                    assert name in ("path", "issues") or record.get(name) == value, (name, value, record.get(name))
                download = caller.post("/downloads/create", {"fileId": file_id})
                status, bytes_back = caller.send(download["method"], download["url"])
                assert status == 200 and bytes_back == content, (status, bytes_back[:300])
        print(json.dumps(record, sort_keys=True))
        print(f"listed: {[(f['filename'], f['status'], f['summary']) for f in caller.listed('demo')]}")
        up.delete()
    print(f"down after {time.monotonic() - start:.1f} s")


main(sys.argv[1])
