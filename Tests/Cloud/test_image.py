"""The container image of the PDF worker: built from its Dockerfile, and run as Lambda runs it."""

import json
import os
import shutil
import subprocess

import pytest

from conftest import ZIPS
from lambda_process import LambdaProcess
from measure import environment, events

BASE, NAME = "docker.io/library/debian:bookworm-slim", "localhost/assay-pdf-test"


def buildah(*arguments):
    """Builds and runs without a daemon; gives what it prints."""
    done = subprocess.run(
        ["buildah", *arguments], capture_output=True, text=True, env={**os.environ, "BUILDAH_ISOLATION": "chroot"})
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="module")
def container():
    if not shutil.which("buildah"):
        pytest.skip("buildah is not installed")
    if not (ZIPS / "pdf-image/Dockerfile").exists():
        pytest.skip(f"no image in {ZIPS}: run Sources/Deployment/build")
    if subprocess.run(["buildah", "pull", "-q", "--policy", "missing", BASE], capture_output=True).returncode:
        pytest.skip(f"{BASE} cannot be had")
    buildah("build", "-q", "-t", NAME, str(ZIPS / "pdf-image"))
    container = buildah("from", NAME)
    yield container
    buildah("rm", container)
    buildah("rmi", NAME)


@pytest.fixture
def bootstrap(container, tmp_path):
    """A program that runs the image's entry point with the environment that it is given."""
    names = " ".join(f'--env {name}="${name}"' for name in (
        "AWS_LAMBDA_RUNTIME_API", "AWS_ENDPOINT_URL", "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY",
        "UPLOAD_BUCKET"))
    program = tmp_path / "bootstrap"
    program.write_text(
        f"#!/bin/sh\nexec buildah run --isolation chroot {names} {container} -- /var/task/bootstrap\n")
    program.chmod(0o755)
    return program


def test_the_image_answers_as_the_function_does(stack, bootstrap):
    event = events(stack)["pdf"]
    function = stack.client("lambda").invoke(FunctionName=stack.function_name("PdfFunction"), Payload=json.dumps(event))
    runtime = LambdaProcess(bootstrap, {"HOME": "/root", **environment(stack)})
    try:
        _, kind, answer = runtime.invoke(event)
    finally:
        runtime.stop()
    assert (kind, answer) == ("response", json.loads(function["Payload"].read()))
    assert answer["record"]["document"]["pageCount"] == 3
