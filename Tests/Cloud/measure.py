"""Measures each worker: start to the first /next, zip, peak memory, a warm round trip. Prints a table and JSON.

The workers run under a Runtime API of this script, and speak to the emulator's S3 and table.
"""

import http.server
import json
import os
import pathlib
import queue
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import zipfile

from stack import HERE, REGION, stack

FIXTURES = HERE.parent.parent / "Fixtures"


class Runtime:
    """One Lambda environment: the Runtime API for one process."""

    def __init__(self, folder, environment):
        runtime = self
        self.events, self.answers, self.first = queue.Queue(), queue.Queue(), threading.Event()

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def do_GET(self):
                runtime.started = runtime.started or time.perf_counter()
                runtime.first.set()
                body = runtime.events.get()
                if body is None:
                    return self.close_connection
                self.send_response(200)
                self.send_header("Lambda-Runtime-Aws-Request-Id", "request")
                self.send_header("Lambda-Runtime-Deadline-Ms", str(int(time.time() * 1000) + 60000))
                self.send_header("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:::function:measured")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                runtime.answers.put((self.path.rsplit("/", 1)[1], body))
                self.send_response(202)
                self.send_header("Content-Length", "0")
                self.end_headers()

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.started = None
        address = f"127.0.0.1:{self.server.server_address[1]}"
        start = time.perf_counter()
        self.process = subprocess.Popen(
            [folder / "bootstrap"], env={**environment, "AWS_LAMBDA_RUNTIME_API": address, "LAMBDA_TASK_ROOT": str(folder)},
            cwd=folder, stderr=subprocess.DEVNULL)
        self.first.wait(30)
        self.start_seconds = self.started - start

    def invoke(self, event):
        start = time.perf_counter()
        self.events.put(json.dumps(event).encode())
        kind, body = self.answers.get(timeout=60)
        return time.perf_counter() - start, kind, json.loads(body)

    def peak_memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.server.shutdown()
        self.server.server_close()


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
            runtime = Runtime(folder, environment)
            start_times.append(runtime.start_seconds * 1000)
            runtime.stop()
        runtime = Runtime(folder, environment)
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
