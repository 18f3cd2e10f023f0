"""Lets the reconciler work until every file has an end."""

import time


def heal(stack, ids, rounds=20):
    for _ in range(rounds):
        states = {file["fileId"]: file["status"] for file in stack.caller.listed("project")}
        if all(states.get(file_id) in ("processed", "failed") for file_id in ids):
            return states
        hurry(stack)
        stack.reconcile()
        time.sleep(1.5)
    raise AssertionError({file_id: states.get(file_id) for file_id in ids})


def hurry(stack):
    """What is due later is due now: a test does not wait for quarters of an hour."""
    table = stack.client("dynamodb")
    for item in stack.items():
        if item.get("sk") == "UPLOAD" and "dueAt" in item:
            table.update_item(
                TableName=stack.outputs["FileTable"], Key={"pk": {"S": item["pk"]}, "sk": {"S": "UPLOAD"}},
                UpdateExpression="SET dueAt = :past", ConditionExpression="attribute_exists(dueAt)",
                ExpressionAttributeValues={":past": {"S": "2026-01-01T00:00:00.000Z"}})
