"""The stack on loopback: ministack, the template, our zips, a caller with a token; and a browser's calls."""

import contextlib
import http.client
import io
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import uuid
import zipfile

import boto3
import botocore.config

from wire import Wire

HERE = pathlib.Path(__file__).resolve().parent
DEPLOYMENT = HERE.parent.parent / "Sources" / "Deployment"
NAME = "assay"
REGION = "eu-west-1"
ACCOUNT = "123456789012"
SERVICES = (
    "s3,sqs,lambda,dynamodb,events,stepfunctions,iam,sts,cloudformation,logs,apigateway,apigatewayv2,cognito-idp,"
    "cloudwatch,ssm"
)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Emulator:
    """A ministack process of our own on a free port of loopback; with `wire`, functions reach it through that."""

    def __init__(self, weather, wire=None):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.wire = Wire(self.port, **wire) if wire else None
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="assay-cloud-"))
        self.log = open(self.folder / "ministack.log", "wb")
        environment = {
            **os.environ, "BIND_HOST": "127.0.0.1", "GATEWAY_PORT": str(self.port), "MINISTACK_HOST": "localhost",
            "AWS_ENDPOINT_URL": self.wire.url if self.wire else self.url, "AUTH": "true", "MINISTACK_ACCOUNT_ID": ACCOUNT, "MINISTACK_REGION": REGION,
            "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "IOT_MTLS_ENABLED": "0", "SFTP_ENABLED": "0",
            "SFN_WAIT_SCALE": "0.05", "SERVICES": SERVICES, "AWS_DEFAULT_REGION": REGION,
            "STATE_DIR": str(self.folder / "state"),
            **{name: str(value) for name, value in weather.items()},
        }
        self.process = subprocess.Popen(
            [sys.executable, HERE / "emulator.py"], env=environment, cwd=self.folder, stdout=self.log,
            stderr=subprocess.STDOUT, start_new_session=True)
        self.await_port()

    def await_port(self):
        for _ in range(600):
            if self.process.poll() is not None:
                raise RuntimeError(f"ministack ended: {(self.folder / 'ministack.log').read_text()[-2000:]}")
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.1)
        raise RuntimeError("ministack does not listen")

    def client(self, service, **credentials):
        key = credentials or {"aws_access_key_id": "test", "aws_secret_access_key": "test"}
        return boto3.client(
            service, endpoint_url=self.url, region_name=REGION, **key,
            config=botocore.config.Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}))

    def pool_key(self, name):
        """The file of a private key that signs the tokens of a user pool."""
        return self.folder / "state" / "cognito-pool-keys" / name

    def stop(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
        if self.wire:
            self.wire.stop()
        self.log.close()
        if not os.environ.get("KEEP_LOGS"):
            shutil.rmtree(self.folder, ignore_errors=True)


def packed(folder):
    """A zip of a folder's programs."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in folder.iterdir():
            archive.write(path, path.name)
    return content.getvalue()


class Stack:
    """The template, deployed."""

    def __init__(self, emulator, zips, **parameters):
        self.emulator = emulator
        self.client = emulator.client
        self.upload_code(pathlib.Path(zips))
        self.outputs = self.deploy(parameters)
        self.allow_plain_http()
        self.caller = self.make_caller("caller@example.com")

    def upload_code(self, zips):
        s3 = self.client("s3")
        s3.create_bucket(Bucket="code", CreateBucketConfiguration={"LocationConstraint": REGION})
        for path in [*zips.glob("*.zip"), *DEPLOYMENT.glob("*.asl.json")]:
            s3.upload_file(str(path), "code", path.name)
        # The emulator runs no containers: what the image of the PDF worker holds runs from a zip.
        if (zips / "pdf-image").exists():
            s3.put_object(Bucket="code", Key="pdf.zip", Body=packed(zips / "pdf-image"))

    def deploy(self, parameters):
        self.parameters = {"CodeBucket": "code", "PageTokenKey": uuid.uuid4().hex, **parameters}
        return self.apply("create_stack", "CREATE_COMPLETE")

    def update(self, **parameters):
        """Deploys the template once more with other parameters."""
        self.parameters.update(parameters)
        self.apply("update_stack", "UPDATE_COMPLETE")

    def apply(self, operation, end):
        """Has the stack made or changed; gives its outputs."""
        formation = self.client("cloudformation")
        getattr(formation, operation)(
            StackName=NAME, TemplateBody=(DEPLOYMENT / "template.yaml").read_text(),
            Capabilities=["CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND"],
            Parameters=[{"ParameterKey": key, "ParameterValue": str(value)} for key, value in self.parameters.items()])
        for _ in range(300):
            stack = formation.describe_stacks(StackName=NAME)["Stacks"][0]
            if not stack["StackStatus"].endswith("IN_PROGRESS"):
                break
            time.sleep(0.2)
        if stack["StackStatus"] != end:
            events = formation.describe_stack_events(StackName=NAME)["StackEvents"]
            reasons = [e.get("ResourceStatusReason") for e in events if "FAILED" in e["ResourceStatus"]]
            raise RuntimeError(f"the stack is {stack['StackStatus']}: {reasons}")
        return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}

    def allow_plain_http(self):
        """The template's bucket refuses whoever comes without TLS, and loopback has none."""
        s3, bucket = self.client("s3"), self.outputs["UploadBucket"]
        policy = json.loads(s3.get_bucket_policy(Bucket=bucket)["Policy"])
        assert [statement["Sid"] for statement in policy["Statement"]] == ["TlsOnly"]
        s3.delete_bucket_policy(Bucket=bucket)

    def delete(self):
        self.client("cloudformation").delete_stack(StackName=NAME)

    def make_caller(self, name):
        """A user of the pool, with a token."""
        cognito, password = self.client("cognito-idp"), "Correct-horse-7"
        pool, client = self.outputs["UserPoolId"], self.outputs["ClientId"]
        cognito.admin_create_user(UserPoolId=pool, Username=name, MessageAction="SUPPRESS")
        cognito.admin_set_user_password(UserPoolId=pool, Username=name, Password=password, Permanent=True)
        answer = cognito.admin_initiate_auth(
            UserPoolId=pool, ClientId=client, AuthFlow="ADMIN_USER_PASSWORD_AUTH",
            AuthParameters={"USERNAME": name, "PASSWORD": password})
        attributes = cognito.admin_get_user(UserPoolId=pool, Username=name)["UserAttributes"]
        subject = next(item["Value"] for item in attributes if item["Name"] == "sub")
        return Caller(self, answer["AuthenticationResult"]["IdToken"], subject)

    def join(self, project, caller):
        """Makes a caller a member of a project."""
        self.client("dynamodb").put_item(
            TableName=self.outputs["FileTable"],
            Item={"pk": {"S": f"PROJECT#{project}"}, "sk": {"S": f"MEMBER#{caller.subject}"},
                  "createdAt": {"S": "2026-01-01T00:00:00.000Z"}})

    def letters(self):
        """Takes all letters from the dead-letter queue."""
        sqs, url, letters = self.client("sqs"), self.outputs["DeadLetterQueueUrl"], []
        while found := sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10).get("Messages", []):
            for message in found:
                letters.append(json.loads(message["Body"]))
                sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
        return letters

    def items(self):
        """Every item of the table, as plain values."""
        pages = self.client("dynamodb").get_paginator("scan").paginate(TableName=self.outputs["FileTable"])
        for page in pages:
            for item in page["Items"]:
                yield {name: next(iter(value.values())) for name, value in item.items()}

    def function_name(self, logical_id):
        """What a function of the template is called."""
        resource = self.client("cloudformation").describe_stack_resource(StackName=NAME, LogicalResourceId=logical_id)
        return resource["StackResourceDetail"]["PhysicalResourceId"]

    def processes(self, function):
        """The processes that run a function under our emulator."""
        mine = {f"AWS_LAMBDA_FUNCTION_NAME={function}", f"GATEWAY_PORT={self.emulator.port}"}
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if mine <= set((process / "environ").read_bytes().decode(errors="replace").split("\0")):
                    yield int(process.name)

    def reconcile(self):
        answer = self.client("lambda").invoke(FunctionName=self.outputs["ReconcilerFunctionName"], Payload=b"{}")
        return json.loads(answer["Payload"].read())


class Caller:
    """What a page in a browser does: JSON calls with a bearer token, and plain PUTs and GETs of granted URLs."""

    def __init__(self, stack, token, subject):
        self.stack, self.token, self.subject = stack, token, subject

    def call(self, method, path, body=None, token=None, raw=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.stack.emulator.port, timeout=60)
        data = raw if raw is not None else None if body is None else json.dumps(body).encode()
        token = self.token if token is None else token
        headers = {"content-type": "application/json", **({"authorization": f"Bearer {token}"} if token else {})}
        connection.request(method, f"/_aws/execute-api/{self.stack.outputs['ApiId']}{path}", data, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()

    def get(self, path):
        status, body = self.call("GET", path)
        if status != 200:
            raise RuntimeError(f"GET {path}: {status} {body[:500]!r}")
        return json.loads(body)

    def post(self, path, body):
        status, answer = self.call("POST", path, body)
        if status != 200:
            raise RuntimeError(f"POST {path}: {status} {answer[:500]!r}")
        return json.loads(answer)

    def send(self, method, url, headers=None, body=None):
        parts = urllib.parse.urlsplit(url)
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)
        connection.request(method, f"{parts.path}?{parts.query}", body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.read()

    def upload(self, project, name, content_type, content, **more):
        """Asks for an upload and does it; gives the file's identifier."""
        granted = self.post("/uploads/create", {
            "projectId": project, "filename": name, "size": len(content), "contentType": content_type, **more})
        status, answer = self.send(granted["method"], granted["url"], granted["headers"], content)
        if status != 200:
            raise RuntimeError(f"PUT {name}: {status} {answer[:500]!r}")
        return granted["fileId"]

    def listed(self, project):
        """All files of a project, page by page."""
        token, files = None, []
        while True:
            query = {"projectId": project, **({"pageToken": token} if token else {})}
            page = self.get(f"/files?{urllib.parse.urlencode(query)}")
            files += page["files"]
            if not (token := page.get("nextPageToken")):
                return files

    def await_final(self, project, file_ids, seconds=60):
        """Waits until the list shows an end for all of these files; gives each one's status and the time it took."""
        start, done = time.monotonic(), {}
        while time.monotonic() - start < seconds:
            for file in self.listed(project):
                if file["fileId"] in file_ids and file["status"] in ("processed", "failed"):
                    done.setdefault(file["fileId"], (file, time.monotonic() - start))
            if len(done) == len(file_ids):
                return done
            time.sleep(0.02)
        raise RuntimeError(f"{len(file_ids) - len(done)} of {len(file_ids)} files have no end after {seconds} s")


@contextlib.contextmanager
def stack(zips, weather=None, wire=None, **parameters):
    """The stack, up for the length of a block."""
    emulator = Emulator(weather or {}, wire)
    try:
        yield Stack(emulator, zips, **parameters)
    finally:
        emulator.stop()
