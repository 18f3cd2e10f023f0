"""The workflow under moto: an interpreter of state machines that has nothing in common with ministack's.

Moto neither deploys the template nor runs functions without containers: table and workflow are made here from the
template's own text, and functions are processes of ours.
"""

import collections
import contextlib
import json
import os
import pathlib
import re
import tempfile
import threading
import uuid
import zipfile

import boto3
import yaml

import textract_stub
from lambda_process import LambdaProcess
from stack import ACCOUNT, DEPLOYMENT, REGION, free_port

BUCKET, TABLE = "uploads", "files"
FUNCTIONS = {
    "ValidateFunction": ("pipeline", "validate"), "NormalizeFunction": ("pipeline", "normalize"),
    "PDFFunction": ("pdf", "pdf"), "ImageFunction": ("image", "image"), "TableFunction": ("csv", "csv"),
    "OtherFunction": ("csv", "other"), "RouterFunction": ("pipeline", "router"), "TextFunction": ("pipeline", "text"),
}


class Template(yaml.SafeLoader):
    """The template with its short forms left out."""


Template.add_multi_constructor("!", lambda loader, suffix, node: None)


def table_definition():
    resources = yaml.load((DEPLOYMENT / "template.yaml").read_text(), Template)["Resources"]
    wanted = ("AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes", "BillingMode")
    return {name: resources["Files"]["Properties"][name] for name in wanted}


class SecondInterpreter:
    """Moto's server with our workflow, and a process for each of its functions."""

    def __init__(self, zips):
        self.port = free_port()
        os.environ["MOTO_PORT"] = str(self.port)
        self.server = start_server(self.port, self.invoke)
        self.folder = tempfile.TemporaryDirectory()
        self.processes, self.locks = {}, {}
        self.make_services()
        for name, (archive, handler) in FUNCTIONS.items():
            folder = pathlib.Path(self.folder.name) / name
            zipfile.ZipFile(pathlib.Path(zips) / f"{archive}.zip").extractall(folder)
            for file in folder.iterdir():
                file.chmod(0o755)
            self.locks[name] = threading.Lock()
            self.processes[name] = LambdaProcess(folder / "bootstrap", self.environment(handler))

    def client(self, service):
        return boto3.client(
            service, endpoint_url=f"http://127.0.0.1:{self.port}", region_name=REGION, aws_access_key_id="test",
            aws_secret_access_key="test")

    def make_services(self):
        s3 = self.client("s3")
        s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
        s3.put_bucket_versioning(Bucket=BUCKET, VersioningConfiguration={"Status": "Enabled"})
        self.client("dynamodb").create_table(TableName=TABLE, **table_definition())
        self.queue = self.client("sqs").create_queue(QueueName="letters")["QueueUrl"]
        trust = {"Version": "2012-10-17", "Statement": []}
        role = self.client("iam").create_role(RoleName="any", AssumeRolePolicyDocument=json.dumps(trust))["Role"]["Arn"]
        for name in FUNCTIONS:
            self.client("lambda").create_function(
                FunctionName=name, Runtime="provided.al2023", Role=role, Handler="-", Code={"ZipFile": b"-"})
        given = {"Partition": "aws", "Table": TABLE, "DeadLetterQueue": self.queue, "DetectLabels": "true", "DetectText": "true",
                 **{name: name for name in FUNCTIONS}}
        text = re.sub(r"\$\{(\w+)\}", lambda found: given[found[1]], (DEPLOYMENT / "workflow.asl.json").read_text())
        self.workflow = self.client("stepfunctions").create_state_machine(
            name="workflow", definition=text, roleArn=role)["stateMachineArn"]

    def environment(self, handler):
        return {
            "PATH": os.environ["PATH"], "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.port}", "AWS_REGION": REGION,
            "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "_HANDLER": handler, "UPLOAD_BUCKET": BUCKET,
            "FILE_TABLE": TABLE, "STATE_MACHINE_ARN": self.workflow, "MAX_FILE_BYTES": "100000"}

    def invoke(self, name, event):
        """Has a function answer: its kind of answer, and the answer."""
        with self.locks[name]:
            _, kind, answer = self.processes[name].invoke(event)
        return kind, answer

    def upload(self, name, content, content_type):
        """Stores an object and tells the router, as EventBridge does; gives the file's identifier and version."""
        file_id = uuid.uuid4().hex
        key = f"uploads/project/{file_id}/{name}"
        version = self.client("s3").put_object(
            Bucket=BUCKET, Key=key, Body=content, ContentType=content_type)["VersionId"]
        kind, answer = self.invoke("RouterFunction", {
            "version": "0", "id": uuid.uuid4().hex, "detail-type": "Object Created", "source": "aws.s3",
            "account": ACCOUNT, "time": "2026-01-01T00:00:00Z", "region": REGION, "resources": [], "detail": {
                "version": "0", "bucket": {"name": BUCKET}, "reason": "PutObject", "object": {
                    "key": key, "size": len(content), "etag": "-", "version-id": version, "sequencer": "0055AED6"}}})
        assert (kind, answer) == ("response", {"outcomes": ["started"]}), answer
        return file_id, version

    def item(self, file_id, sort):
        item = self.client("dynamodb").get_item(TableName=TABLE, Key={"pk": {"S": file_id}, "sk": {"S": sort}})["Item"]
        return {name: next(iter(value.values())) for name, value in item.items()}

    def executions(self):
        """How many executions there are of each status."""
        found = self.client("stepfunctions").list_executions(stateMachineArn=self.workflow)["executions"]
        return collections.Counter(execution["status"] for execution in found)

    def letters(self):
        """The reasons of all letters, by file."""
        sqs, found = self.client("sqs"), {}
        while messages := sqs.receive_message(QueueUrl=self.queue, MaxNumberOfMessages=10).get("Messages"):
            for letter in (json.loads(message["Body"]) for message in messages):
                found[letter["fileId"]] = letter["errorReason"]
        return found

    def stop(self):
        for process in self.processes.values():
            process.stop()
        self.server.stop()
        self.folder.cleanup()


def start_server(port, invoke):
    from moto.awslambda_simple.models import LambdaSimpleBackend
    from moto.core.config import default_user_config
    from moto.server import ThreadedMotoServer

    def answer(backend, function_name, qualifier, body, headers, response_headers):
        kind, content = invoke(function_name.split(":")[-1], json.loads(body))
        if kind == "error":
            response_headers["x-amz-function-error"] = "Unhandled"
        return json.dumps(content).encode()

    LambdaSimpleBackend.invoke = answer
    textract_stub.instead_of_motos()
    default_user_config["stepfunctions"] = {"execute_state_machine": True}
    default_user_config["lambda"] = {"use_docker": False}
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    server.start()
    return server


@contextlib.contextmanager
def second_interpreter(zips):
    up = SecondInterpreter(zips)
    try:
        yield up
    finally:
        up.stop()
