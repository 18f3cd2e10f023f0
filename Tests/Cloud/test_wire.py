"""A tenth of what the functions send to the services, or hear from them, is lost, cut, changed or refused."""

import base64
import hashlib
import http.client
import json
import time
import uuid

from healing import heal

WIRE = {"kinds": ["throttled", "reset", "lost", "cut", "changed"], "share": 0.1, "seed": 7}
WEATHER = {"LAMBDA_ASYNC_RETRY_BASE_SECONDS": 1}
PARAMETERS = {"RouteLeaseSeconds": 1, "ClaimLeaseSeconds": 20}
FILES = [
    ("JPEG/orientation-6.jpg", "image/jpeg"), ("PDF/three-pages.pdf", "application/pdf"),
    ("CSV/semicolon-decimal-comma.csv", "text/csv"), ("Hostile/tiff-10000-entries.tif", "image/tiff"),
]
COUNT = 60
REASONS = {"Extract.Transient", "Extract.Timeout", "Pipeline.Unavailable", "Pipeline.GaveUp"}


def patiently(call, *good):
    """A page that tries again, as pages do."""
    for _ in range(20):
        try:
            status, answer = call()
        except (OSError, http.client.HTTPException):
            continue
        if status in good:
            return answer
        assert status >= 500, (status, answer)
        time.sleep(0.1)
    raise AssertionError("the page gave up")


def upload(stack, name, content_type, content):
    caller, promise = stack.caller, {
        "projectId": "project", "fileId": uuid.uuid4().hex, "filename": name, "size": len(content),
        "contentType": content_type, "checksumSha256": base64.b64encode(hashlib.sha256(content).digest()).decode()}
    granted = json.loads(patiently(lambda: caller.call("POST", "/uploads/create", promise), 200))
    # What was stored although its answer was lost is not stored twice: 412.
    patiently(lambda: caller.send(granted["method"], granted["url"], granted["headers"], content), 200, 412)
    return promise["fileId"]


def test_a_bad_wire_makes_no_wrong_record(stack, fixtures):
    uploaded = {}
    for number in range(COUNT):
        path, content_type = FILES[number % len(FILES)]
        file_id = upload(stack, path.split("/")[1], content_type, (fixtures / path).read_bytes())
        uploaded[file_id] = fixtures / f"{path}.json"
    states = heal(stack, uploaded)
    for file_id, golden in uploaded.items():
        file = json.loads(patiently(lambda: stack.caller.call("GET", f"/files/{file_id}"), 200))
        if file["status"] == "failed":
            assert file["errorReason"] in REASONS, file
            continue
        expected = json.loads(golden.read_text())
        assert file["record"]["integrity"] == {"algorithm": "SHA256", "type": "FULL_OBJECT", "verified": True}
        assert {name: file["record"].get(name) for name in expected if name not in ("path", "issues")} == {
            name: value for name, value in expected.items() if name not in ("path", "issues")}
    counts = stack.emulator.wire.counts
    assert set(stack.emulator.wire.used) == set(WIRE["kinds"]), counts
    print(f"{list(states.values()).count('processed')} of {COUNT} processed, none wrong; {dict(counts)}")
