"""Every hostile fixture goes through the pipeline at once: each ends as its golden record says."""

import json

REASONS = {"Extract.Corrupt", "Extract.Encrypted", "Extract.TooLarge", "Extract.Unsupported"}
TYPES = {"csv": "text/csv", "tsv": "text/csv", "pdf": "application/pdf"}
# What the native readers say as well is in issues, and may be in more fields than the golden has.
OTHER = ("path", "issues")


def is_result(golden):
    return golden["status"] in ("complete", "partial") and not golden.get("document", {}).get("needsPassword")


def check(file, golden):
    if not is_result(golden):
        assert file["status"] == "failed" and file["errorReason"] in REASONS, (file, golden)
        return
    assert file["status"] == "processed", (file, golden)
    wrong = {name: (file["record"].get(name), value) for name, value in golden.items()
             if name not in OTHER and file["record"].get(name) != value}
    assert not wrong, (file["filename"], wrong)


def test_hostile_files_end_as_their_records_say(stack, fixtures):
    files = [path for path in sorted((fixtures / "Hostile").iterdir()) if path.with_name(f"{path.name}.json").exists()]
    names = {f"hostile-{number}": path for number, path in enumerate(files) if path.stat().st_size}
    s3, bucket = stack.client("s3"), stack.outputs["UploadBucket"]
    for file_id, path in names.items():
        s3.put_object(
            Bucket=bucket, Key=f"uploads/project/{file_id}/{path.name}", Body=path.read_bytes(),
            ContentType=TYPES.get(path.suffix[1:], "image/" + path.suffix[1:]))
    stack.caller.await_final("project", set(names), seconds=300)
    wrong = []
    for file_id, path in names.items():
        try:
            check(stack.caller.get(f"/files/{file_id}"), json.loads((path.parent / f"{path.name}.json").read_text()))
        except AssertionError as error:
            wrong.append(str(error)[:900])
    assert not wrong, f"{len(wrong)} of {len(names)}:\n" + "\n".join(wrong)
    print(f"{len(names)} hostile files ended as expected")
