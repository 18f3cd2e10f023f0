"""Events that never come, and routers that are killed: the reconciler finds what they leave behind."""

import contextlib
import os
import pathlib
import signal
import threading
import time

WEATHER = {"EVENT_LOSS": 0.05, "LAMBDA_ASYNC_RETRY_BASE_SECONDS": 600}
PARAMETERS = {"RouteLeaseSeconds": 1, "ClaimLeaseSeconds": 20}
COUNT = 100


def bootstraps(stack, function):
    """The processes of a function that run under our emulator."""
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            environment = (process / "environ").read_bytes()
            if (f"AWS_LAMBDA_FUNCTION_NAME={function}".encode() in environment
                    and f"GATEWAY_PORT={stack.emulator.port}".encode() in environment):
                yield int(process.name)


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


def upload_all(stack, fixtures, count):
    content = (fixtures / "JPEG/orientation-6.jpg").read_bytes()
    return [stack.caller.upload("project", f"{number}.jpg", "image/jpeg", content) for number in range(count)]


def test_lost_events_are_found(stack, fixtures):
    ids = upload_all(stack, fixtures, COUNT)
    time.sleep(3)
    lost = [file for file in stack.caller.listed("project") if file["status"] == "pending"]
    assert lost, "the weather lost nothing"
    assert set(heal(stack, ids).values()) == {"processed"}
    print(f"{len(lost)} of {COUNT} events were lost, all files are processed")


def test_a_killed_router_loses_nothing(stack, fixtures):
    killed, is_over = [], threading.Event()

    def kill():
        while not is_over.is_set():
            for pid in bootstraps(stack, stack.outputs["RouterFunctionName"]):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
                    killed.append(pid)
            time.sleep(0.15)

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    ids = upload_all(stack, fixtures, 40)
    is_over.set()
    killer.join()
    assert killed
    states = heal(stack, ids)
    assert all(states[file_id] == "processed" for file_id in ids)
    versions = [item for item in stack.items() if item["sk"].startswith("V#") and item["fileId"] in ids]
    assert len(versions) == len(ids)
    print(f"{len(killed)} routers killed, {len(ids)} files processed")
