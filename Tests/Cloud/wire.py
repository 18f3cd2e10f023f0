"""A proxy before the emulator that spoils a share of what passes: throttling, resets, cut and changed bodies, stalls.

Requests pass as they are, Host and signature included. Each connection carries one request.
"""

import collections
import random
import socket
import socketserver
import struct
import threading
import time

THROTTLED = {
    "DynamoDB": ("400 Bad Request", b'{"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException","message":"slow"}'),
    "AWSStepFunctions": ("400 Bad Request", b'{"__type":"ThrottlingException","message":"Rate exceeded"}'),
    "AmazonSQS": ("400 Bad Request", b'{"__type":"com.amazonaws.sqs#RequestThrottled","message":"slow"}'),
    "S3": ("503 Slow Down", b"<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>"),
}


class Wire:
    """The proxy. `share` of the requests of the functions is spoiled, of those that hold `only`, each in one of `kinds`."""

    def __init__(self, port, kinds, share, only=b"", seed=1, stall_seconds=30):
        self.kinds, self.share, self.only, self.stall_seconds = kinds, share, only, stall_seconds
        self.upstream, self.counts, self.used = ("127.0.0.1", port), collections.Counter(), collections.Counter()
        self.choice, self.lock = random.Random(seed), threading.Lock()
        wire = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self):
                wire.carry(self.request)

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
        self.server.server_close()

    def fault(self, service, is_content):
        """What happens to the next request; content is what a GET of S3 brings."""
        with self.lock:
            self.counts["requests"] += 1
            kinds = [kind for kind in self.kinds if is_content or kind not in ("changed", "stalled")]
            if not kinds or self.choice.random() >= self.share:
                return None
            kind = min(kinds, key=lambda kind: self.used[kind])
            self.used[kind] += 1
            self.counts[f"{service} {kind}"] += 1
            return kind

    def carry(self, client):
        head, body = receive_message(client)
        if not head:
            return
        service = service_of(head)
        is_content = service == "S3" and head.startswith(b"GET /") and b"range:" in head.lower()
        kind = self.fault(service, is_content) if self.only in head else None
        if kind == "throttled":
            status, text = THROTTLED[service]
            send(client, f"HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {len(text)}\r\n\r\n".encode() + text)
        elif kind == "reset":
            reset(client)
        elif kind == "stalled":
            time.sleep(self.stall_seconds)
        else:
            answer = spoiled(self.ask(head, body), kind)
            reset(client) if answer is None else send(client, answer)

    def ask(self, head, body):
        lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"connection:")]
        with socket.create_connection(self.upstream, 60) as server:
            server.sendall(b"\r\n".join(lines) + b"\r\nConnection: close\r\n\r\n" + body)
            return b"".join(iter(lambda: server.recv(65536), b""))


def spoiled(answer, kind):
    """An answer as it arrives; none when the connection breaks before it does."""
    start = answer.index(b"\r\n\r\n") + 4
    if kind == "lost":
        return None
    if kind == "cut":
        return answer[:start + (len(answer) - start) // 2]
    if kind == "changed" and len(answer) > start:
        middle = start + (len(answer) - start) // 2
        return answer[:middle] + bytes([answer[middle] ^ 1]) + answer[middle + 1:]
    return answer


def service_of(head):
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"x-amz-target":
            return value.strip().decode().split(".")[0].split("_")[0]
    return "S3"


def receive_message(connection):
    data = b""
    while b"\r\n\r\n" not in data:
        if not (more := connection.recv(65536)):
            return b"", b""
        data += more
    head, _, body = data.partition(b"\r\n\r\n")
    length = next((int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    while len(body) < length and (more := connection.recv(65536)):
        body += more
    return head, body


def send(connection, data):
    try:
        connection.sendall(data)
    except OSError:
        pass  # The other side gave up meanwhile.


def reset(connection):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
