"""Readers that are killed, hang, or wait for bytes that never come: the file fails in time, its neighbours do not."""

import contextlib
import os
import signal
import threading

import pytest

# What is asked for an object whose name says so never comes.
WIRE = {"kinds": ["stalled"], "share": 1, "only": b"stalled"}
TIMEOUT_SECONDS = 4


@pytest.fixture(scope="module", autouse=True)
def short_timeout(stack):
    for name in ("ImageFunction", "TableFunction"):
        stack.client("lambda").update_function_configuration(
            FunctionName=stack.function_name(name), Timeout=TIMEOUT_SECONDS)


class Sender(threading.Thread):
    """Sends a signal to the reader of pictures whenever it waits for bytes, until the block ends."""

    def __init__(self, stack, number):
        super().__init__(daemon=True)
        self.stack, self.function, self.number = stack, stack.function_name("ImageFunction"), number
        self.times, self.is_over = 0, threading.Event()

    def stalled(self):
        return self.stack.emulator.wire.counts["S3 stalled"]

    def run(self):
        seen = self.stalled()
        while not self.is_over.wait(0.01):
            if self.stalled() > seen:
                seen = self.stalled()
                self.times += 1
                for pid in self.stack.processes(self.function):
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(pid, self.number)

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.is_over.set()
        self.join()


def upload_pair(stack, fixtures, name="stalled.jpg"):
    """A picture and its neighbour, a table."""
    caller = stack.caller
    picture = caller.upload("project", name, "image/jpeg", (fixtures / "JPEG/orientation-6.jpg").read_bytes())
    table = caller.upload(
        "project", "table.csv", "text/csv", (fixtures / "CSV/semicolon-decimal-comma.csv").read_bytes())
    return picture, table


def ends(stack, ids):
    return {file_id: (file["status"], file.get("errorReason"))
            for file_id, (file, _) in stack.caller.await_final("project", set(ids)).items()}


def expect_only_the_picture_failed(stack, pair, reason):
    picture, table = pair
    found = ends(stack, pair)
    assert found[table] == ("processed", None)
    assert found[picture] == ("failed", reason)
    letters = {letter["fileId"]: letter["errorReason"] for letter in stack.letters()}
    assert letters == {picture: reason}


def test_a_reader_that_is_killed_fails_its_file_alone(stack, fixtures):
    with Sender(stack, signal.SIGKILL) as sender:
        pair = upload_pair(stack, fixtures)
        expect_only_the_picture_failed(stack, pair, "Runtime.ExitError")
    assert sender.times == 2, "it is tried twice"


def test_a_reader_that_hangs_fails_its_file_alone(stack, fixtures):
    with Sender(stack, signal.SIGSTOP) as sender:
        pair = upload_pair(stack, fixtures)
        expect_only_the_picture_failed(stack, pair, "Sandbox.Timedout")
    assert sender.times == 2, "it is tried twice"


def test_bytes_that_never_come_are_waited_for_in_vain(stack, fixtures):
    # The function says so itself, before Lambda ends it.
    expect_only_the_picture_failed(stack, upload_pair(stack, fixtures), "Extract.Timeout")


def test_the_next_picture_is_read(stack, fixtures):
    pair = upload_pair(stack, fixtures, "next.jpg")
    assert set(ends(stack, pair).values()) == {("processed", None)}
