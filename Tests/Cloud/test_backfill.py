"""Objects that were in the bucket before the pipeline was: a distributed map routes them all."""

import collections
import json
import time

# No event comes: whatever is processed is processed by the backfill.
WEATHER = {"EVENT_LOSS": 1}
PARAMETERS = {"WorkflowType": "STANDARD"}
COUNT, STRAYS = 130, 5
KINDS = [("JPEG/orientation-6.jpg", "image/jpeg"), ("PDF/three-pages.pdf", "application/pdf"),
         ("CSV/semicolon-decimal-comma.csv", "text/csv"), ("Hostile/png-signature-only.png", "image/png")]


def put(stack, key, content, content_type="image/jpeg"):
    stack.client("s3").put_object(
        Bucket=stack.outputs["UploadBucket"], Key=key, Body=content, ContentType=content_type)


def fill(stack, fixtures):
    """More files than a batch holds, and others that are no uploads of ours; gives the files' keys."""
    keys = {}
    for number in range(COUNT):
        path, content_type = KINDS[number % len(KINDS)]
        keys[f"old-{number}"] = key = f"uploads/project/old-{number}/a b+é {path.split('/')[1]}"
        put(stack, key, (fixtures / path).read_bytes(), content_type)
    for number in range(STRAYS):
        put(stack, f"uploads/stray-{number}", b"x")
    put(stack, "metadata/old-0/x.json", b"{}")
    put(stack, "uploads/project/gone/x.jpg", b"x")
    stack.client("s3").delete_object(Bucket=stack.outputs["UploadBucket"], Key="uploads/project/gone/x.jpg")
    return keys


def backfill(stack, prefix):
    """Runs the backfill to its end; gives the outcomes, and how many batches there were."""
    steps = stack.client("stepfunctions")
    arn = steps.start_execution(
        stateMachineArn=stack.outputs["BackfillWorkflowArn"], input=json.dumps({"prefix": prefix}))["executionArn"]
    for _ in range(600):
        execution = steps.describe_execution(executionArn=arn)
        if execution["status"] != "RUNNING":
            break
        time.sleep(0.1)
    assert execution["status"] == "SUCCEEDED", execution
    batches = json.loads(execution["output"])
    [run] = steps.list_map_runs(executionArn=arn)["mapRuns"]
    counts = steps.describe_map_run(mapRunArn=run["mapRunArn"])["executionCounts"]
    assert (counts["succeeded"], counts["total"]) == (len(batches), len(batches))
    return sum((collections.Counter(batch["outcomes"]) for batch in batches), collections.Counter()), len(batches)


def executions(stack):
    pages = stack.client("stepfunctions").get_paginator("list_executions").paginate(
        stateMachineArn=stack.outputs["WorkflowArn"])
    return sum(len(page["executions"]) for page in pages)


def test_a_bucket_is_filled_in_once(stack, fixtures):
    keys = fill(stack, fixtures)
    assert stack.caller.listed("project") == [] and executions(stack) == 0
    assert backfill(stack, "uploads/project/old-1/") == ({"started": 1}, 1)
    assert backfill(stack, "uploads/") == ({"started": COUNT - 1, "duplicate": 1, "ignored": STRAYS}, 2)
    done = stack.caller.await_final("project", set(keys), seconds=120)
    ends = collections.Counter(file["status"] for file, _ in done.values())
    poison = len(range(3, COUNT, len(KINDS)))
    assert ends == {"processed": COUNT - poison, "failed": poison}
    assert executions(stack) == COUNT

    # A second run finds everything known.
    assert backfill(stack, "uploads/") == ({"duplicate": COUNT, "ignored": STRAYS}, 2)
    time.sleep(1)
    assert executions(stack) == COUNT
    versions = [item for item in stack.items() if item["sk"].startswith("V#")]
    assert sorted(item["fileId"] for item in versions) == sorted(keys)
    assert {item["starts"] for item in versions} == {"1"}


def test_a_file_is_listed_where_it_was_written_in_time(stack):
    s3, bucket = stack.client("s3"), stack.outputs["UploadBucket"]
    for file in stack.caller.listed("project"):
        listed = s3.list_objects_v2(Bucket=bucket, Prefix=f"uploads/project/{file['fileId']}/")["Contents"]
        [written] = [entry["LastModified"] for entry in listed]
        assert file["createdAt"] == written.strftime("%Y-%m-%dT%H:%M:%S.000Z")
