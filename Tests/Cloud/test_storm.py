"""200 files, a tenth of them poison, every event three times and in any order."""

import threading
import time

WEATHER = {"EVENT_COPIES": 3, "EVENT_SPREAD": 0.4}
PARAMETERS = {"WorkflowType": "STANDARD"}
RANK = {"pending": 0, "uploaded": 1, "processing": 2, "failed": 3, "processed": 4}
COUNT, POISON = 200, 20


def contents(fixtures):
    good = [
        ("a.jpg", "image/jpeg", (fixtures / "JPEG/orientation-6.jpg").read_bytes()),
        ("b.pdf", "application/pdf", (fixtures / "PDF/three-pages.pdf").read_bytes()),
        ("c.csv", "text/csv", (fixtures / "CSV/semicolon-decimal-comma.csv").read_bytes()),
    ]
    poison = [
        ("poison.jpg", "image/jpeg", (fixtures / "Hostile/jpeg-empty-image.jpg").read_bytes()),
        ("poison.png", "image/png", (fixtures / "Hostile/png-signature-only.png").read_bytes()),
        ("poison.pdf", "application/pdf", (fixtures / "PDF/encrypted-aes-256-password.pdf").read_bytes()),
        ("poison.csv", "text/csv", bytes(range(7, 250)) * 3),
    ]
    for number in range(COUNT):
        if number % (COUNT // POISON) == 0:
            name, content_type, content = poison[number // (COUNT // POISON) % len(poison)]
            yield f"{number}-{name}", content_type, content
        else:
            name, content_type, content = good[number % 3]
            yield f"{number}-{name}", content_type, content


class Watcher(threading.Thread):
    """Looks at the list all the while: no file may ever step back."""

    def __init__(self, stack):
        super().__init__(daemon=True)
        self.stack, self.best, self.regressions, self.is_over = stack, {}, [], threading.Event()

    def run(self):
        while not self.is_over.is_set():
            for file in self.stack.caller.listed("project"):
                seen, rank = self.best.get(file["fileId"], -1), RANK[file["status"]]
                if rank < seen:
                    self.regressions.append((file, seen))
                self.best[file["fileId"]] = max(seen, rank)
            time.sleep(0.2)


def test_one_execution_and_one_record_a_version(stack, fixtures):
    watcher = Watcher(stack)
    watcher.start()
    start = time.monotonic()
    ids = [stack.caller.upload("project", *file) for file in contents(fixtures)]
    done = stack.caller.await_final("project", set(ids), seconds=240)
    seconds = time.monotonic() - start
    time.sleep(2)
    watcher.is_over.set()
    watcher.join()

    failed = [file for file, _ in done.values() if file["status"] == "failed"]
    unexpected = [stack.caller.get(f"/files/{file['fileId']}") for file in failed if "poison" not in file["filename"]]
    assert unexpected == []
    assert len(failed) == POISON
    assert watcher.regressions == []
    versions = [item for item in stack.items() if item["sk"].startswith("V#")]
    assert len(versions) == COUNT
    assert all((item["starts"], item["fence"], item["attempt"]) == ("1", "1", "1") for item in versions)
    assert all(("record" in item) == (item["status"] == "processed") for item in versions)
    assert all("open" not in item for item in stack.items())
    executions = stack.client("stepfunctions").get_paginator("list_executions").paginate(
        stateMachineArn=stack.outputs["WorkflowArn"])
    names = [execution["name"] for page in executions for execution in page["executions"]]
    assert len(names) == len(set(names)) == COUNT
    letters = stack.letters()
    assert sorted(letter["fileId"] for letter in letters) == sorted(
        file["fileId"] for file, _ in done.values() if file["status"] == "failed")
    print(f"{COUNT} files, {3 * COUNT} events, {len(names)} executions, {len(letters)} letters in {seconds:.1f} s")
