#!/usr/bin/env python3
"""Signs random requests with aws-signature-probe and with botocore, and counts where they differ.

    python3 Tests/Cloud/sigv4_differential.py .build/debug/aws-signature-probe [--count 10000] [--seed 1]

Needs botocore. Exits with 0 when all are equal.
"""

import argparse
import datetime
import json
import random
import string
import subprocess
import sys
from urllib.parse import parse_qsl, quote, urlsplit

import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

SERVICES = ["s3", "dynamodb", "states", "sqs", "execute-api", "events", "lambda", "rekognition"]
REGIONS = ["us-east-1", "eu-west-1", "ap-southeast-2", "cn-north-1"]
HOSTS = ["https://{}.amazonaws.com", "http://127.0.0.1:4566", "https://{}.example:8443", "http://localhost:80"]
ODD = "/.-_~+ %&=?#;:@!$'()*,[]{}|\\^`\"<>\t" + "äé漢\U0001F600" + "AZaz09"


def text(rng, longest=20, alphabet=string.ascii_letters + string.digits + ODD):
    return "".join(rng.choice(alphabet) for _ in range(rng.randint(0, longest)))


def path(rng, service):
    """A path as it is sent: encoded once. Keys of S3 may hold empty and dot segments."""
    segments = [rng.choice(["", ".", "..", text(rng), text(rng)]) for _ in range(rng.randint(0, 5))]
    key = "/".join(segments)
    return "/" + quote(key, safe="/-_.~")


def headers(rng):
    names = ["content-type", "x-amz-meta-" + text(rng, 8, string.ascii_lowercase) + "x", "X-Amz-Target", "Range",
             "if-none-match", "x-amz-checksum-sha256", "content-length", "Cache-Control", "user-agent", "expect"]
    plain = string.ascii_letters + string.digits + "/=;, .*\"" + "  "
    return [[name, ("v" + text(rng, 30, plain)).strip()] for name in rng.sample(names, rng.randint(0, 5))]


def order(rng):
    service = rng.choice(SERVICES)
    method = rng.choice(["GET", "PUT", "POST", "HEAD", "DELETE"])
    presigned = rng.random() < 0.5
    seen, query = set(), []
    for _ in range(rng.randint(0, 4)):
        name = text(rng, 10) or "n"
        if name not in seen or not presigned:  # botocore presigns one value of a name
            seen.add(name)
            query.append([name, text(rng)])
    return {
        "method": method, "endpoint": rng.choice(HOSTS).format(service), "path": path(rng, service), "query": query,
        "headers": headers(rng), "body": "" if presigned else text(rng, 60), "service": service,
        "region": rng.choice(REGIONS), "accessKeyID": "AKIA" + text(rng, 16, string.ascii_uppercase),
        "secretAccessKey": text(rng, 40) or "s",
        "sessionToken": text(rng, 80, string.ascii_letters + "+/=") + "t" if rng.random() < 0.5 else None,
        "time": rng.randint(0, 4_000_000_000), "expires": rng.randint(1, 604_800) if presigned else None,
    }


def reference(order):
    """What botocore makes of the same order: the authorization header, or the parameters of the query."""
    moment = datetime.datetime.fromtimestamp(order["time"], datetime.timezone.utc)
    botocore.auth.get_current_datetime = lambda remove_tzinfo=True: moment.replace(tzinfo=None)
    encoded = "&".join(quote(n, safe="-_.~") + "=" + quote(v, safe="-_.~") for n, v in order["query"])
    url = order["endpoint"] + order["path"] + ("?" + encoded if encoded else "")
    request = AWSRequest(order["method"], url, dict(map(tuple, order["headers"])), order["body"].encode())
    credentials = Credentials(order["accessKeyID"], order["secretAccessKey"], order["sessionToken"])
    isS3 = order["service"] == "s3"
    arguments = [credentials, order["service"], order["region"]]
    if order["expires"] is None:
        (botocore.auth.S3SigV4Auth if isS3 else botocore.auth.SigV4Auth)(*arguments).add_auth(request)
        return request.headers["Authorization"]
    kind = botocore.auth.S3SigV4QueryAuth if isS3 else botocore.auth.SigV4QueryAuth
    kind(*arguments, expires=order["expires"]).add_auth(request)
    return parameters(request.url)


def parameters(url):
    return sorted(parse_qsl(urlsplit(url).query, keep_blank_values=True))


def ours(order, answer):
    if order["expires"] is not None:
        return parameters(answer["url"])
    return dict(map(tuple, answer["headers"]))["authorization"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("probe")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    orders = [order(rng) for _ in range(options.count)]
    lines = "".join(json.dumps(order) + "\n" for order in orders)
    output = subprocess.run([options.probe], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout
    answers = [json.loads(line) for line in output.splitlines()]
    if len(answers) != len(orders):
        sys.exit(f"{len(answers)} answers to {len(orders)} orders")
    equal = 0
    for request, answer in zip(orders, answers):
        expected, given = reference(request), ours(request, answer)
        if expected == given:
            equal += 1
        else:
            print(json.dumps(request), f"  botocore {expected}", f"  ours     {given}", sep="\n", file=sys.stderr)
    print(f"{equal} of {len(orders)} equal to botocore {botocore.__version__} (seed {options.seed})")
    sys.exit(0 if equal == len(orders) else 1)


if __name__ == "__main__":
    main()
