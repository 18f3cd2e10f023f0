"""A file that is too long for one request: parts, put together or given up."""

import http.client
import urllib.parse

SIZE = 101 << 20
NAME = {"projectId": "project", "filename": "long.csv", "size": SIZE, "contentType": "text/csv"}


def content():
    """A table of exactly so many bytes, each row 16."""
    return b"name,count,more\n" + b"abcdefgh,123456\n" * (SIZE // 16 - 1)


def put(part, data):
    """Stores one part; gives the entity tag that the page has to remember."""
    url = urllib.parse.urlsplit(part["url"])
    connection = http.client.HTTPConnection(url.hostname, url.port, timeout=60)
    headers = {**part["headers"], "content-length": str(len(data))}
    connection.request("PUT", f"{url.path}?{url.query}", data, headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status, answer.getheader("etag")


def test_parts_are_put_together(stack):
    caller, data = stack.caller, content()
    assert len(data) == SIZE
    granted = caller.post("/uploads/create", NAME)
    assert sum(part["size"] for part in granted["parts"]) == SIZE
    parts, start = [], 0
    for part in granted["parts"]:
        status, etag = put(part, data[start:start + part["size"]])
        assert status == 200
        parts.append({"number": part["number"], "etag": etag})
        start += part["size"]
    assert put(granted["parts"][0], data[:100])[0] == 403, "a part has one length"
    caller.post("/uploads/complete", {"fileId": granted["fileId"], "parts": parts})
    [(file, _)] = caller.await_final("project", {granted["fileId"]}).values()
    assert (file["status"], file["size"]) == ("processed", SIZE), file
    record = caller.get(f"/files/{granted['fileId']}")["record"]
    assert record["table"]["rowCount"] == SIZE // 16 - 1


def test_parts_are_given_up(stack):
    caller = stack.caller
    granted = caller.post("/uploads/create", {**NAME, "filename": "other.csv"})
    assert put(granted["parts"][0], b"x" * granted["parts"][0]["size"])[0] == 200
    caller.post("/uploads/abort", {"fileId": granted["fileId"]})
    assert granted["fileId"] not in [file["fileId"] for file in caller.listed("project")]
    assert put(granted["parts"][1], b"x" * granted["parts"][1]["size"])[0] == 404
