"""Files and requests that are not as agreed."""

import json

import pytest

PARAMETERS = {"MaximumFileBytes": 200000}


def put(stack, file_id, name, content, content_type):
    """An object that was not promised: whoever may write the bucket has put it there."""
    key = f"uploads/project/{file_id}/{name}"
    stack.client("s3").put_object(
        Bucket=stack.outputs["UploadBucket"], Key=key, Body=content, ContentType=content_type)
    [(file, _)] = stack.caller.await_final("project", {file_id}).values()
    return stack.caller.get(f"/files/{file_id}")


@pytest.mark.parametrize("name, content, content_type, status, reason", [
    ("empty.csv", b"", "text/csv", "failed", "Extract.Unsupported"),
    ("huge.csv", b"a,b\n" * 60000, "text/csv", "failed", "Extract.TooLarge"),
    ("noise.jpg", bytes(range(7, 250)) * 3, "image/jpeg", "failed", "Extract.Unsupported"),
    ("cut.jpg", b"\xff\xd8\xff", "image/jpeg", "failed", None),
])
def test_bad_files_end_with_a_reason(stack, name, content, content_type, status, reason):
    file = put(stack, "bad-" + name.split(".")[0], name, content, content_type)
    assert file["status"] == status, file
    assert reason is None or file["errorReason"] == reason, file
    assert file["errorReason"].startswith("Extract."), file
    assert file["errorDetail"]
    letters = {letter["fileId"]: letter for letter in stack.letters()}
    assert letters[file["fileId"]]["errorReason"] == file["errorReason"]


def test_a_locked_document_is_encrypted(stack, fixtures):
    locked = [path for path in sorted((fixtures / "PDF").glob("*.pdf")) + sorted((fixtures / "Hostile").glob("*.pdf"))
              if path.with_name(path.name + ".json").exists()
              and json.loads(path.with_name(path.name + ".json").read_text()).get("document", {}).get("needsPassword")]
    assert locked
    file = put(stack, "locked", "locked.pdf", locked[0].read_bytes(), "application/pdf")
    assert (file["status"], file["errorReason"]) == ("failed", "Extract.Encrypted"), file


@pytest.mark.parametrize("path, declared, format", [
    ("JPEG/orientation-6.jpg", "text/csv", "jpeg"), ("PDF/three-pages.pdf", "image/png", "pdf"),
    ("CSV/semicolon-decimal-comma.csv", "application/pdf", "csv"),
])
def test_mistyped_files_go_to_the_right_reader(stack, fixtures, path, declared, format):
    content = (fixtures / path).read_bytes()
    file = put(stack, f"mistyped-{format}", path.split("/")[1], content, declared)
    assert file["status"] == "processed", file
    assert file["record"]["format"] == format
    assert "typeMismatch" in [issue["code"] for issue in file["record"]["issues"]]


def test_a_name_of_any_letters(stack, fixtures):
    content = (fixtures / "PDF/three-pages.pdf").read_bytes()
    file_id = stack.caller.upload("project", "a b+c&é%20.pdf", "application/pdf", content)
    [(file, _)] = stack.caller.await_final("project", {file_id}).values()
    assert (file["status"], file["filename"]) == ("processed", "a b+c&é%20.pdf")


def grant(stack, size=100):
    return stack.caller.post("/uploads/create", {
        "projectId": "project", "filename": "x.jpg", "size": size, "contentType": "image/jpeg"})


def test_a_granted_upload_takes_what_was_promised_and_nothing_else(stack):
    content = b"x" * 100
    granted = grant(stack)
    send = stack.caller.send
    assert send("PUT", granted["url"], {**granted["headers"], "content-type": "text/html"}, content)[0] == 403
    assert send("PUT", granted["url"], {**granted["headers"], "content-length": "101"}, content + b"x")[0] == 403
    assert send("PUT", granted["url"].replace("x.jpg", "y.jpg"), granted["headers"], content)[0] == 403
    assert send("PUT", granted["url"], granted["headers"], content)[0] == 200
    assert send("PUT", granted["url"], granted["headers"], content)[0] == 412


def test_strangers_are_refused(stack):
    caller = stack.caller
    assert caller.call("GET", "/files?projectId=project", token="")[0] == 401
    forged = caller.token[:-4] + ("AAAA" if caller.token[-4:] != "AAAA" else "BBBB")
    assert caller.call("GET", "/files?projectId=project", token=forged)[0] == 401
    assert caller.call("GET", "/files?projectId=other")[0] == 403
    other = stack.make_caller("other@example.com")
    stack.join("other", other)
    file = put(stack, "hidden", "n.csv", b"a,b\n1,2\n3,4\n", "text/csv")
    assert other.call("GET", f"/files/{file['fileId']}") == other.call("GET", "/files/nothing")
    hidden = other.call("POST", "/downloads/create", {"fileId": file["fileId"]})
    assert hidden == other.call("POST", "/downloads/create", {"fileId": "nothing"})
    assert hidden[0] == 404


@pytest.mark.parametrize("body, said", [
    (b"{", "JSON"), (b"[]", "JSON"), (b'{"projectId":"project","sise":1}', "sise"), (b"{}", "projectId"),
    (b'{"projectId":"' + b"x" * 70000 + b'"}', "body"),
])
def test_bad_requests_are_told_what_is_wrong(stack, body, said):
    status, answer = stack.caller.call("POST", "/uploads/create", raw=body)
    assert status == 400
    assert said in json.loads(answer)["message"]
