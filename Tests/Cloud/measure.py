"""Measures each worker: start to the first /next, zip, peak memory, a warm round trip. Prints a table and JSON.

The workers run under a Runtime API of this script, and speak to the emulator's S3 and table.
"""

import json
import os
import pathlib
import statistics
import sys
import tempfile
import zipfile

from lambda_process import LambdaProcess
from stack import HERE, REGION, stack

FIXTURES = HERE.parent.parent / "Fixtures"


def events(up):
    """An event for each worker that does its real work."""
    caller, found = up.caller, {}
    for worker, path, content_type in [
        ("image", "JPEG/orientation-6.jpg", "image/jpeg"), ("pdf", "PDF/three-pages.pdf", "application/pdf"),
        ("csv", "CSV/semicolon-decimal-comma.csv", "text/csv"),
    ]:
        name = path.split("/")[1]
        file_id = caller.upload("project", name, content_type, (FIXTURES / path).read_bytes())
        [(file, _)] = caller.await_final("project", {file_id}).values()
        found[worker] = {
            "bucket": up.outputs["UploadBucket"], "key": f"uploads/project/{file_id}/{name}",
            "versionId": file["versionId"], "filename": name, "contentType": content_type}
    found["api"] = {
        "version": "2.0", "rawPath": f"/files/{file_id}", "headers": {}, "requestContext": {
            "http": {"method": "GET", "path": "/files"}, "authorizer": {"jwt": {"claims": {"sub": caller.subject}}}}}
    found["pipeline"] = {"fileId": file_id, "versionId": file["versionId"], "owner": "measured"}
    return found


def environment(up):
    return {
        "PATH": os.environ["PATH"], "AWS_ENDPOINT_URL": up.emulator.url, "AWS_REGION": REGION, "_HANDLER": "validate",
        "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "UPLOAD_BUCKET": up.outputs["UploadBucket"],
        "FILE_TABLE": up.outputs["FileTable"], "PAGE_TOKEN_KEY": "0123456789abcdef0123456789abcdef"}


def measure(zip_path, event, environment, starts=15, rounds=50):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        zipfile.ZipFile(zip_path).extractall(folder)
        for file in folder.iterdir():
            file.chmod(0o755)
        start_times = []
        for _ in range(starts):
            runtime = LambdaProcess(folder / "bootstrap", environment)
            start_times.append(runtime.start_seconds * 1000)
            runtime.stop()
        runtime = LambdaProcess(folder / "bootstrap", environment)
        cold, kind, answer = runtime.invoke(event)
        assert kind == "response", answer
        warm = [runtime.invoke(event)[0] * 1000 for _ in range(rounds)]
        memory = runtime.peak_memory()
        runtime.stop()
    return {
        "start_ms": round(statistics.median(start_times), 1), "zip_mb": round(zip_path.stat().st_size / 1e6, 2),
        "first_ms": round(cold * 1000, 1), "warm_ms": round(statistics.median(warm), 1), "peak_mb": round(memory, 1)}


def main(zips):
    zips, results = pathlib.Path(zips), {}
    with stack(zips) as up:
        up.join("project", up.caller)
        found = events(up)
        print(f"{'worker':10}{'start to /next p50':>20}{'zip':>10}{'first':>10}{'warm p50':>10}{'peak':>10}")
        for worker, event in found.items():
            result = results[worker] = measure(zips / f"{worker}.zip", event, environment(up))
            print(f"{worker:10}{result['start_ms']:>17} ms{result['zip_mb']:>7} MB{result['first_ms']:>7} ms"
                  f"{result['warm_ms']:>7} ms{result['peak_mb']:>7} MB")
    print(json.dumps(results))


if __name__ == "__main__":
    main(sys.argv[1])
