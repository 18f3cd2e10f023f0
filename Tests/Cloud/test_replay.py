"""Files that failed are tried again once the cause is mended: the dead-letter queue's mapping is turned on and off."""

import json
import time

import pytest

# The bytes of an object whose name says so never come, until the wire is mended.
WIRE = {"kinds": ["stalled"], "share": 1, "only": b"stalled"}


@pytest.fixture(scope="module", autouse=True)
def short_timeout(stack):
    stack.client("lambda").update_function_configuration(FunctionName=stack.function_name("ImageFunction"), Timeout=4)


def await_version(stack, file_id, attempt, seconds=30):
    """Waits until a file's attempt has an end; gives the version's item."""
    for _ in range(seconds * 10):
        for item in stack.items():
            if item["pk"] == file_id and item["sk"].startswith("V#") and item["attempt"] == attempt \
                    and item["status"] in ("processed", "failed"):
                return item
        time.sleep(0.1)
    raise AssertionError(f"{file_id} has no end of attempt {attempt}")


def replay(stack):
    """Replays the letters that are there now."""
    until = int(time.time()) + 1
    time.sleep(until - time.time() + 0.1)
    stack.update(ReplayUntil=time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(until)))


def await_letters(stack, count, seconds=90):
    """Waits until no letter is in anybody's hands, and takes them."""
    for _ in range(seconds * 5):
        attributes = stack.client("sqs").get_queue_attributes(
            QueueUrl=stack.outputs["DeadLetterQueueUrl"],
            AttributeNames=["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"])["Attributes"]
        if [int(attributes[name]) for name in sorted(attributes)] == [count, 0]:
            return stack.letters()
        time.sleep(0.2)
    raise AssertionError(attributes)


def test_letters_are_replayed_once(stack, fixtures):
    caller, picture = stack.caller, (fixtures / "JPEG/orientation-6.jpg").read_bytes()
    stalled = [caller.upload("project", f"stalled-{number}.jpg", "image/jpeg", picture) for number in range(3)]
    corrupt = caller.upload(
        "project", "cut.png", "image/png", (fixtures / "Hostile/png-signature-only.png").read_bytes())
    ends = caller.await_final("project", {*stalled, corrupt})
    assert {file_id: file["errorReason"] for file_id, (file, _) in ends.items()} == {
        **{file_id: "Extract.Timeout" for file_id in stalled}, corrupt: "Extract.Corrupt"}
    for letter in ["no JSON", json.dumps({"fileId": "unknown", "versionId": "v", "attempt": 1}), "{}"]:
        stack.client("sqs").send_message(QueueUrl=stack.outputs["DeadLetterQueueUrl"], MessageBody=letter)

    stack.emulator.wire.share = 0
    replay(stack)
    for file_id in stalled:
        assert await_version(stack, file_id, "2")["status"] == "processed"
        file = caller.get(f"/files/{file_id}")
        assert file["status"] == "processed" and file["record"]["image"]["orientation"] == 6
    assert await_version(stack, corrupt, "2")["errorReason"] == "Extract.Corrupt"

    # What failed again has a new letter, and is not tried a third time though the mapping is still on.
    time.sleep(5)
    assert await_version(stack, corrupt, "2")["status"] == "failed"
    stack.update(ReplayUntil="")
    [letter] = await_letters(stack, 1)
    assert (letter["fileId"], letter["errorReason"], letter["attempt"]) == (corrupt, "Extract.Corrupt", "2")
    listed = {file["fileId"]: (file["status"], file["attempt"]) for file in caller.listed("project")}
    assert listed == {**{file_id: ("processed", 2) for file_id in stalled}, corrupt: ("failed", 2)}
