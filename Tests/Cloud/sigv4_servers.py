#!/usr/bin/env python3
"""Sends what aws-signature-probe signs to three S3 servers: they must accept it, and refuse it when it was changed.

    python3 Tests/Cloud/sigv4_servers.py .build/debug/aws-signature-probe

Servers that are not installed beside this Python are skipped, and said to be. Exits with 0 when all verdicts are right.
"""

import base64
import hashlib
import http.client
import json
import subprocess
import sys
import time
from urllib.parse import quote, urlsplit

import s3_servers

BUCKET = "judged"
CONTENT = b"%PDF-1.7 not really"
TYPE = "application/pdf"


class Judge:
    """Signs by the probe, sends byte for byte, and keeps the score."""

    def __init__(self, server, probe):
        self.server, self.probe = server, probe
        self.right = self.wrong = 0

    def sign(self, method, key="", headers=(), query=(), body=b"", **changes):
        path = "/" + BUCKET + ("/" + quote(key, safe="/-_.~") if key else "")
        order = {
            "method": method, "endpoint": self.server.endpoint, "path": path, "query": list(query),
            "headers": [list(pair) for pair in dict(headers).items()], "body": body.decode("latin-1"),
            "service": "s3", "region": self.server.region, "accessKeyID": self.server.access_key,
            "secretAccessKey": self.server.secret_key, "time": int(time.time()), **changes,
        }
        line = json.dumps(order).encode() + b"\n"
        answer = json.loads(subprocess.run([self.probe], input=line, stdout=subprocess.PIPE, check=True).stdout)
        return {"method": method, "url": answer["url"], "headers": dict(answer["headers"]), "body": body}

    def presign(self, method, key, lifetime=60, headers=(), **changes):
        return self.sign(method, key, headers, expires=lifetime, **changes)

    def send(self, request):
        url = urlsplit(request["url"])
        connection = http.client.HTTPConnection(url.hostname, url.port, timeout=60)
        target = url.path + ("?" + url.query if url.query else "")
        connection.putrequest(request["method"], target, skip_host=True, skip_accept_encoding=True)
        headers = {"content-length": str(len(request["body"])), **request["headers"]}
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders(request["body"])
        response = connection.getresponse()
        content = response.read()
        connection.close()
        return response.status, content

    def expect(self, what, request, *wanted, content=None):
        status, received = self.send(request)
        isRight = status in wanted and (content is None or received == content)
        self.right += isRight
        self.wrong += not isRight
        if not isRight:
            print(f"  WRONG {what}: {status}, not {wanted}: {received[:300]!r}")
        return isRight


def altered(request, old, new):
    assert old in request["url"], (old, request["url"])
    return {**request, "url": request["url"].replace(old, new)}


def upload_headers(content=CONTENT, kind=TYPE, **more):
    return {"content-length": str(len(content)), "content-type": kind, **more}


def accepted(judge):
    """What was signed for the request that is sent."""
    judge.expect("create bucket", judge.sign("PUT"), 200)
    for key in ["plain.pdf", "a b+c&\u00e9=.pdf", "d/e~f/(g)'h'!.pdf", "50%25 \U0001F600.pdf"]:
        put = judge.sign("PUT", key, {"content-type": TYPE}, body=CONTENT)
        judge.expect(f"PUT {key}", put, 200)
        judge.expect(f"GET {key}", judge.sign("GET", key), 200, content=CONTENT)
        judge.expect(f"HEAD {key}", judge.sign("HEAD", key), 200)
        judge.expect(f"presigned GET {key}", judge.presign("GET", key), 200, content=CONTENT)
        bound = judge.presign("PUT", key, headers=upload_headers())
        judge.expect(f"presigned PUT {key}", {**bound, "body": CONTENT}, 200)
    ranged = judge.sign("GET", "plain.pdf", {"range": "bytes=1-3"})
    judge.expect("GET of a range", ranged, 200, 206, content=CONTENT[1:4])
    listing = judge.sign("GET", query=[["prefix", "a b+"], ["list-type", "2"], ["delimiter", "/"]])
    judge.expect("list", listing, 200)
    named = judge.presign("GET", "plain.pdf", query=[["response-content-disposition", 'attachment; filename="a b"']])
    judge.expect("presigned GET with a file name", named, 200, content=CONTENT)


def refused(judge):
    """What was changed after it was signed, or is not good any more."""
    get, link = judge.sign("GET", "plain.pdf"), judge.presign("GET", "plain.pdf")
    authorization = get["headers"]["authorization"]
    flipped = authorization[:-1] + ("0" if authorization[-1] != "0" else "1")
    judge.expect("changed signature", {**get, "headers": {**get["headers"], "authorization": flipped}}, 403)
    judge.expect("other key", altered(get, "plain.pdf", "other.pdf"), 403)
    judge.expect("other method", {**get, "method": "DELETE"}, 403)
    judge.expect("other key of a link", altered(link, "plain.pdf", "other.pdf"), 403)
    judge.expect("other method of a link", {**link, "method": "DELETE"}, 403)
    judge.expect("longer life of a link", altered(link, "Expires=60", "Expires=600"), 403)
    judge.expect("parameter added to a link", altered(link, "?", "?extra=1&"), 403)
    judge.expect("unknown user", judge.sign("GET", "plain.pdf", accessKeyID="AKIANOBODYNOBODYNOBO"), 401, 403)
    judge.expect("wrong secret", judge.sign("GET", "plain.pdf", secretAccessKey="x"), 403)
    old = int(time.time()) - 7200
    judge.expect("expired link", judge.presign("GET", "plain.pdf", time=old), 400, 403)
    judge.expect("old request", judge.sign("GET", "plain.pdf", time=old), 400, 403)
    put = judge.sign("PUT", "plain.pdf", {"content-type": TYPE}, body=CONTENT)
    if judge.server.compares_content:
        judge.expect("other content", {**put, "body": CONTENT[::-1]}, 400, 403, 422)
    judge.expect("wrong type", {**put, "headers": {**put["headers"], "content-type": "text/html"}}, 403)


def refused_uploads(judge):
    """A presigned PUT is good for one size, one type and one checksum."""
    bound = judge.presign("PUT", "bound.pdf", headers=upload_headers())
    longer = CONTENT + b"more"
    wrong_size = {**bound, "body": longer, "headers": {**bound["headers"], "content-length": str(len(longer))}}
    judge.expect("wrong size", wrong_size, 403)
    shorter = {**bound, "body": b"", "headers": {**bound["headers"], "content-length": "0"}}
    judge.expect("nothing", shorter, 403)
    wrong_type = {**bound, "body": CONTENT, "headers": {**bound["headers"], "content-type": "text/html"}}
    judge.expect("wrong type of an upload", wrong_type, 403)
    no_type = {name: value for name, value in bound["headers"].items() if name != "content-type"}
    judge.expect("no type", {**bound, "body": CONTENT, "headers": no_type}, 403)
    judge.expect("expired upload", {**judge.presign(
        "PUT", "bound.pdf", headers=upload_headers(), time=int(time.time()) - 7200), "body": CONTENT}, 400, 403)
    judge.expect("nothing was stored", judge.sign("HEAD", "bound.pdf"), 404)
    if not judge.server.compares_checksums:
        return
    digest = base64.b64encode(hashlib.sha256(CONTENT).digest()).decode()
    checked = judge.presign("PUT", "bound.pdf", headers=upload_headers(**{"x-amz-checksum-sha256": digest}))
    judge.expect("wrong checksum", {**checked, "body": CONTENT[::-1]}, 400)
    judge.expect("right checksum", {**checked, "body": CONTENT}, 200)
    fresh = judge.presign("PUT", "bound.pdf", headers=upload_headers(**{"if-none-match": "*"}))
    judge.expect("not new", {**fresh, "body": CONTENT}, 412)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    wrong = 0
    for program, start in s3_servers.ALL.items():
        if not s3_servers.installed(program):
            print(f"{program}: SKIPPED, not installed")
            continue
        with start() as server:
            judge = Judge(server, sys.argv[1])
            for test in (accepted, refused, refused_uploads):
                test(judge)
            print(f"{server.name}: {judge.right} verdicts right, {judge.wrong} wrong", flush=True)
            wrong += judge.wrong
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
