"""The stack for a module of tests: brought up once, with the weather, wire and parameters that it names."""

import os
import pathlib
import sys

import pytest

sys.path.insert(0, os.path.dirname(__file__))
import stack as stacks  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ZIPS = pathlib.Path(os.environ.get("ASSAY_ZIPS", ROOT / ".build-deployment"))


@pytest.fixture(scope="module")
def stack(request):
    if not (ZIPS / "pipeline.zip").exists():
        pytest.skip(f"no zips in {ZIPS}: run Sources/Deployment/build")
    weather = getattr(request.module, "WEATHER", {})
    parameters = getattr(request.module, "PARAMETERS", {})
    wire = getattr(request.module, "WIRE", None)
    with stacks.stack(ZIPS, weather, wire, **parameters) as up:
        up.join("project", up.caller)
        yield up


@pytest.fixture
def fixtures():
    return ROOT / "Fixtures"
