#!/usr/bin/env python3
"""Runs a command against a ministack of its own, with the keys of a user whose signatures are checked.

    python3 Tests/Cloud/with_ministack.py swift test --filter EmulatorTests

Needs ministack and boto3 beside this Python. Exits with the command's status.
"""

import os
import subprocess
import sys

import s3_servers


def main():
    if not s3_servers.installed("ministack"):
        print("ministack: SKIPPED, not installed")
        return 0
    with s3_servers.ministack() as server:
        environment = {
            **os.environ, "AWS_ENDPOINT_URL": server.endpoint, "AWS_REGION": server.region,
            "AWS_ACCESS_KEY_ID": server.access_key, "AWS_SECRET_ACCESS_KEY": server.secret_key,
        }
        return subprocess.run(sys.argv[1:], env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
