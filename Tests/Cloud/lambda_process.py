"""Runs one function as Lambda does: a process of it, and the Runtime API that it asks for events."""

import http.server
import json
import pathlib
import queue
import subprocess
import threading
import time


class LambdaProcess:
    """One Lambda environment: the Runtime API for one process of a function."""

    def __init__(self, program, environment):
        runtime = self
        self.events, self.answers, self.first = queue.Queue(), queue.Queue(), threading.Event()

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Head and content go out together: no waiting for an acknowledgement in between.
            wbufsize = 1 << 16

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
            [program], env={**environment, "AWS_LAMBDA_RUNTIME_API": address, "LAMBDA_TASK_ROOT": str(program.parent)},
            cwd=program.parent, stderr=subprocess.DEVNULL)
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
