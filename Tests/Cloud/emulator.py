"""Starts ministack with what its events lack, and with the weather that a test asks for.

EventBridge events of S3 carry `version-id` on AWS; ministack leaves it out, so it is put in here. A range of a named
version is a range on AWS; ministack sends the whole object, so it is cut here. A distributed map has batches on AWS;
ministack gives each child one item, so they are made here. EVENT_COPIES delivers each event so many times, EVENT_SPREAD
at random within so many seconds, and EVENT_LOSS is the share that never comes. Rekognition and Textract are stubs.
"""

import contextvars
import json
import os
import random
import threading

from ministack import app
from ministack.services import eventbridge, s3, stepfunctions

import rekognition_stub
import textract_stub

COPIES = int(os.environ.get("EVENT_COPIES", "1"))
SPREAD = float(os.environ.get("EVENT_SPREAD", "0"))
LOSS = float(os.environ.get("EVENT_LOSS", "0"))
WEATHER = random.Random(int(os.environ.get("EVENT_SEED", "1")))

version = contextvars.ContextVar("version", default=None)
fire, dispatch, get = s3._fire_s3_event, eventbridge._dispatch_event, s3._get_object


def fire_with_version(*arguments, **named):
    version.set(named.get("version_id") or (arguments[7] if len(arguments) > 7 else None))
    return fire(*arguments, **named)


def dispatch_with_weather(event, *arguments, **named):
    if event.get("Source") != "aws.s3":
        return dispatch(event, *arguments, **named)
    if version.get():
        detail = json.loads(event["Detail"])
        detail["object"].setdefault("version-id", version.get())
        event = {**event, "Detail": json.dumps(detail)}
    if WEATHER.random() < LOSS:
        return None
    for _ in range(COPIES):
        context = contextvars.copy_context()
        run = lambda context=context: context.run(dispatch, dict(event), *arguments, **named)
        if SPREAD:
            threading.Timer(WEATHER.random() * SPREAD, run).start()
        else:
            run()
    return None


def get_by_range(bucket, key, headers, *more):
    status, fields, body = get(bucket, key, headers, *more)
    if status != 200 or not (found := s3._parse_range(headers.get("range", ""), len(body))):
        return status, fields, body
    start, end = found
    part, whole = body[start:end + 1], len(body)
    return 206, {**fields, "Content-Length": str(len(part)), "Content-Range": f"bytes {start}-{end}/{whole}"}, part


def run_batches(definition, given, effective, *more):
    """A distributed map hands its items out in batches; ministack gives each child one."""
    if "ItemBatcher" not in definition or "ItemReader" not in definition:
        return run_map(definition, given, effective, *more)
    context, size = more[-1], definition["ItemBatcher"]["MaxItemsPerBatch"]
    items = stepfunctions._read_map_items(definition["ItemReader"], effective, context)
    batches = [{"Items": items[start:start + size]} for start in range(0, len(items), size)]
    rest = {name: value for name, value in definition.items() if name not in ("ItemReader", "ItemBatcher")}
    return run_map({**rest, "ItemsPath": "$.batches"}, given, {"batches": batches}, *more)


def integrate(resource, given):
    """The SDK names an answer of 404 to HeadObject, which has no body to name it; ministack leaves it without a name."""
    try:
        return integrations(resource, given)
    except stepfunctions._ExecutionError as error:
        if resource.endswith(":aws-sdk:s3:headObject") and error.cause.endswith(" returned status 404"):
            raise stepfunctions._ExecutionError("S3.NoSuchKeyException", "null (Status Code: 404)") from error
        raise


integrations, stepfunctions._invoke_aws_sdk_integration = stepfunctions._invoke_aws_sdk_integration, integrate
run_map, stepfunctions._run_distributed_map = stepfunctions._run_distributed_map, run_batches
s3._get_object = get_by_range
s3._fire_s3_event = fire_with_version
eventbridge._dispatch_event = dispatch_with_weather
stepfunctions._invoke_aws_sdk_integration = rekognition_stub.beside(stepfunctions)
stepfunctions._invoke_aws_sdk_integration = textract_stub.beside(stepfunctions)
app.main()
