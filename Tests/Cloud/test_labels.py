"""The optional branch that asks Rekognition what pictures show."""

PARAMETERS = {"DetectLabels": "true"}


def read(stack, fixtures, name, path="JPEG/orientation-6.jpg", content_type="image/jpeg"):
    file_id = stack.caller.upload("project", name, content_type, (fixtures / path).read_bytes())
    stack.caller.await_final("project", {file_id})
    return stack.caller.get(f"/files/{file_id}")


def test_labels_join_the_record(stack, fixtures):
    record = read(stack, fixtures, "picture.jpg")["record"]
    assert record["image"]["orientation"] == 6
    assert record["labels"] == [
        {"name": "Dog", "confidence": 0.988, "source": "rekognition"},
        {"name": "Grass", "confidence": 0.715, "source": "rekognition"}]


def test_a_picture_without_labels_has_an_issue_and_is_processed(stack, fixtures):
    file = read(stack, fixtures, "unlabelled.jpg")
    assert file["status"] == "processed" and "labels" not in file["record"]
    [issue] = [issue for issue in file["record"]["issues"] if "rekognition" in issue["detail"]]
    assert issue["severity"] == "note" and "InvalidImageFormatException" in issue["detail"]


def test_a_corrupt_picture_fails_as_it_does_without_labels(stack, fixtures):
    file = read(stack, fixtures, "cut.png", "Hostile/png-signature-only.png", "image/png")
    assert (file["status"], file["errorReason"]) == ("failed", "Extract.Corrupt")
    assert [letter["errorReason"] for letter in stack.letters()] == ["Extract.Corrupt"]


def test_a_table_that_calls_itself_a_picture_is_read(stack, fixtures):
    file = read(stack, fixtures, "table.jpg", "CSV/semicolon-decimal-comma.csv", "image/jpeg")
    assert file["record"]["table"]["rowCount"] == 12
