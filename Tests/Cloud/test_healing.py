"""Events that never come, and routers that are killed: the reconciler finds what they leave behind."""

import contextlib
import os
import signal
import threading
import time

from healing import heal

WEATHER = {"EVENT_LOSS": 0.05, "LAMBDA_ASYNC_RETRY_BASE_SECONDS": 600}
PARAMETERS = {"RouteLeaseSeconds": 1, "ClaimLeaseSeconds": 20}
COUNT = 100


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
            for pid in stack.processes(stack.outputs["RouterFunctionName"]):
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
