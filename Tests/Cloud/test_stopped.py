"""Executions that somebody stops, and versions that are deleted before they are read."""

import json
import time

WIRE = {"kinds": ["stalled"], "share": 1, "only": b"stalled", "stall_seconds": 8}
PARAMETERS = {"WorkflowType": "STANDARD"}


def await_status(stack, file_id, status, attempt="1"):
    for _ in range(300):
        for item in stack.items():
            if item["pk"] == file_id and item["sk"].startswith("V#"):
                if (item["status"], item["attempt"]) == (status, attempt):
                    return item
        time.sleep(0.05)
    raise AssertionError(f"{file_id} is never {status}")


def test_a_stopped_execution_fails_its_file(stack, fixtures):
    content = (fixtures / "CSV/semicolon-decimal-comma.csv").read_bytes()
    file_id = stack.caller.upload("project", "stalled.csv", "text/csv", content)
    claimed = await_status(stack, file_id, "processing")
    time.sleep(1)
    steps = stack.client("stepfunctions")
    [execution] = steps.list_executions(
        stateMachineArn=stack.outputs["WorkflowArn"], statusFilter="RUNNING")["executions"]
    assert execution["name"] == claimed["owner"]
    steps.stop_execution(executionArn=execution["executionArn"], error="Operator", cause="enough")

    # EventBridge tells the sweeper of it.
    failed = await_status(stack, file_id, "failed")
    assert failed["errorReason"] in ("Operator", "States.ABORTED"), failed
    [(file, _)] = stack.caller.await_final("project", {file_id}).values()
    assert (file["status"], file["errorReason"]) == ("failed", failed["errorReason"])
    assert [letter["fileId"] for letter in stack.letters()] == [file_id]

    # What the reader finds out afterwards changes nothing.
    time.sleep(WIRE["stall_seconds"])
    assert await_status(stack, file_id, "failed") == failed
    assert stack.letters() == []


def test_a_version_that_is_gone_is_superseded_and_not_tried_again(stack, fixtures):
    caller = stack.caller
    file_id = caller.upload(
        "project", "cut.png", "image/png", (fixtures / "Hostile/png-signature-only.png").read_bytes())
    failed = await_status(stack, file_id, "failed")
    [letter] = stack.letters()
    stack.client("s3").delete_object(
        Bucket=stack.outputs["UploadBucket"], Key=f"uploads/project/{file_id}/cut.png", VersionId=letter["versionId"])
    # Somebody has it tried again by hand, as the queue's mapping would.
    answer = stack.client("lambda").invoke(
        FunctionName=stack.function_name("ReplayerFunction"),
        Payload=json.dumps({"Records": [{"messageId": "m", "body": json.dumps(letter)}]}))
    assert json.loads(answer["Payload"].read()) == {"batchItemFailures": []}
    gone = await_status(stack, file_id, "failed", attempt="2")
    assert (failed["errorReason"], gone["errorReason"]) == ("Extract.Corrupt", "superseded")
    time.sleep(2)
    assert await_status(stack, file_id, "failed", attempt="2") == gone
    assert [letter["errorReason"] for letter in stack.letters()] == ["superseded"]
