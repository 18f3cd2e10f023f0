"""The same workflow, the same functions, another interpreter."""

import json
import time

import pytest

import textract_stub
from conftest import ZIPS
from second_interpreter import second_interpreter

FILES = [
    ("PDF/three-pages.pdf", "application/pdf", "processed"), ("JPEG/orientation-6.jpg", "image/jpeg", "processed"),
    ("CSV/semicolon-decimal-comma.csv", "text/csv", "processed"),
    # What the sender says is wrong; the bytes decide.
    ("JPEG/orientation-6.jpg", "text/csv", "processed"), ("PDF/three-pages.pdf", "application/zip", "processed"),
    ("Hostile/png-signature-only.png", "image/png", "Extract.Corrupt"),
    ("PDF/encrypted-aes-256-password.pdf", "application/pdf", "Extract.Encrypted"),
    ("Hostile/tiff-10000-entries.tif", "image/tiff", "Extract.TooLarge"),
]


@pytest.fixture(scope="module")
def moto():
    pytest.importorskip("moto", reason="moto is not installed")
    with second_interpreter(ZIPS) as up:
        yield up


def await_executions(moto):
    for _ in range(600):
        counts = moto.executions()
        if not counts["RUNNING"]:
            return counts
        time.sleep(0.1)
    raise AssertionError(counts)


def check(item, golden, end):
    assert (item["fence"], item["attempt"], item["starts"]) == ("1", "1", "1")
    if end != "processed":
        assert (item["status"], item["errorReason"]) == ("failed", end)
        return
    assert item["status"] == "processed", item
    record = json.loads(item["record"])
    assert ("labels" in record) == (item["contentType"] == "image/jpeg")
    lines = record.get("document", {}).pop("textLines", [])
    assert len(lines) == (3 * len(textract_stub.LINES) if item["contentType"] == "application/pdf" else 0)
    assert {name: record[name] for name in golden if name not in ("path", "issues")} == {
        name: value for name, value in golden.items() if name not in ("path", "issues")}


def test_the_workflow_ends_as_it_does_elsewhere(moto, fixtures):
    uploaded = [(*moto.upload(path.split("/")[1], (fixtures / path).read_bytes(), content_type), path, end)
                for path, content_type, end in FILES]
    assert await_executions(moto) == {"SUCCEEDED": len(FILES)}
    for file_id, version, path, end in uploaded:
        item = moto.item(file_id, f"V#{version}")
        check(item, json.loads((fixtures / f"{path}.json").read_text()), end)
        assert moto.item(file_id, "CURRENT")["status"] == item["status"]
    assert moto.letters() == {file_id: end for file_id, _, _, end in uploaded if end != "processed"}
