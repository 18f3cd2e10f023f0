"""The optional branch that has Textract read documents."""

import pytest

import textract_stub

PARAMETERS = {"DetectText": "true"}


def read(stack, fixtures, name, path="PDF/three-pages.pdf", content_type="application/pdf"):
    file_id = stack.caller.upload("project", name, content_type, (fixtures / path).read_bytes())
    stack.caller.await_final("project", {file_id})
    return stack.caller.get(f"/files/{file_id}")


def notes(file):
    return [issue for issue in file["record"].get("issues", []) if "textract" in issue["detail"]]


def lines(pages):
    return [{"text": text, "page": page, "confidence": 0.995, "source": "textract"}
            for page in range(1, pages + 1) for text in textract_stub.LINES]


@pytest.mark.parametrize("name", ["document.pdf", "busy.pdf"])
def test_text_joins_the_record(stack, fixtures, name):
    file = read(stack, fixtures, name)
    assert file["status"] == "processed" and file["record"]["document"]["pageCount"] == 3
    assert file["record"]["document"]["textLines"] == lines(3)
    assert notes(file) == []


@pytest.mark.parametrize("name, said", [
    ("unsupported.pdf", "Textract.UnsupportedDocumentException"), ("broken.pdf", "Textract.JobFailed"),
    ("endless.pdf", "Extract.Timeout"),
])
def test_a_document_without_text_has_an_issue_and_is_processed(stack, fixtures, name, said):
    file = read(stack, fixtures, name)
    assert file["status"] == "processed" and "textLines" not in file["record"]["document"]
    [issue] = notes(file)
    assert issue["severity"] == "note" and issue["retryable"] and issue["detail"].endswith(said)


def test_text_that_is_read_in_part_says_so(stack, fixtures):
    file = read(stack, fixtures, "half.pdf")
    assert file["record"]["document"]["textLines"] == lines(3)
    assert [issue["code"] for issue in notes(file)] == ["unsupported"]


def test_long_text_is_cut_and_says_so(stack, fixtures):
    file = read(stack, fixtures, "long.pdf")
    kept = file["record"]["document"]["textLines"]
    assert len(kept) == 400 and {line["page"] for line in kept} == set(range(1, kept[-1]["page"] + 1))
    assert [issue["code"] for issue in notes(file)] == ["limitExceeded"]


def test_a_document_that_cannot_be_read_fails_as_it_does_without_text(stack, fixtures):
    file = read(stack, fixtures, "locked.pdf", "PDF/encrypted-aes-256-password.pdf")
    assert (file["status"], file["errorReason"]) == ("failed", "Extract.Encrypted")
    assert [letter["errorReason"] for letter in stack.letters()] == ["Extract.Encrypted"]


def test_a_picture_that_calls_itself_a_document_is_read(stack, fixtures):
    file = read(stack, fixtures, "picture.pdf", "JPEG/orientation-6.jpg", "application/pdf")
    assert file["record"]["image"]["orientation"] == 6 and "document" not in file["record"]
