"""What a million files cost: measured milliseconds (`measure.py`'s last line, on standard input) and list prices.

Prices are those of us-east-1 in dollars, without free tiers: arm64 Lambda, DynamoDB on demand.
"""

import json
import sys

GB_SECOND, REQUEST = 0.0000133334, 0.20 / 1e6
PUT, GET = 5.00 / 1e6, 0.40 / 1e6
WRITE, READ = 0.625 / 1e6, 0.125 / 1e6
QUEUE, GATEWAY, EVENT = 0.40 / 1e6, 1.00 / 1e6, 1.00 / 1e6
# The optional branches: an image, and a page.
LABELS, TEXT_PAGE = 1.00 / 1e3, 1.50 / 1e3
TRANSITION, EXPRESS_REQUEST, EXPRESS_GB_SECOND = 25.0 / 1e6, 1.00 / 1e6, 0.00001667

# One file, as the steps make their calls. Writes count their indexes; a transaction counts twice.
WRITES = {
    "createUpload": 3, "router: version, pointer and promise in one transaction": 10, "claim and its list entry": 5,
    "result and its list entry": 6}
READS = {"createUpload: member, promise": 2, "router: promise": 1, "claim": 2, "normalize": 1}
HEADS_AND_GETS = {"router": 1, "workflow": 1, "extractor: head, one range": 2}
STATES = ["Validate", "IsClaimed", "HeadObject", "ChooseReader", "Read", "IsRead", "Normalize", "WriteResult",
          "WriteList", "Processed"]
MEMORY = {"api": 256, "pipeline": 256, "image": 512, "csv": 512, "pdf": 1024}
# What a state costs in time besides its function: the calls of the workflow itself.
OVERHEAD_SECONDS = 0.10


def function(measured, worker, calls=1):
    return calls * (REQUEST + MEMORY[worker] / 1024 * measured[worker]["warm_ms"] / 1000 * GB_SECOND)


def rows(measured, mix):
    extractor = sum(share * function(measured, worker) for worker, share in mix.items())
    seconds = OVERHEAD_SECONDS + (
        2 * measured["pipeline"]["warm_ms"] + sum(share * measured[worker]["warm_ms"] for worker, share in mix.items())
    ) / 1000
    shared = {
        "API: gateway and function": GATEWAY + function(measured, "api"), "S3: one PUT": PUT,
        "S3: heads and ranges": sum(HEADS_AND_GETS.values()) * GET, "EventBridge: one event": EVENT,
        "DynamoDB: writes": sum(WRITES.values()) * WRITE, "DynamoDB: reads": sum(READS.values()) * READ,
        "Lambda: router, validate, normalize": function(measured, "pipeline", 3), "Lambda: extractor": extractor}
    express = EXPRESS_REQUEST + seconds * 64 / 1024 * EXPRESS_GB_SECOND
    standard = (len(STATES) + 1) * TRANSITION
    return shared, express, standard


def main():
    measured, mix = json.loads(sys.stdin.read().strip().splitlines()[-1]), {"image": 0.6, "pdf": 0.3, "csv": 0.1}
    shared, express, standard = rows(measured, mix)
    print("| a million files: 60 % images, 30 % PDF, 10 % CSV | express | standard |\n|---|---|---|")
    for name, price in shared.items():
        print(f"| {name} | {price * 1e6:.2f} | {price * 1e6:.2f} |")
    print(f"| Step Functions | {express * 1e6:.2f} | {standard * 1e6:.2f} |")
    total = sum(shared.values())
    print(f"| **dollars** | **{(total + express) * 1e6:.2f}** | **{(total + standard) * 1e6:.2f}** |")
    for name, price in {"DetectLabels adds": mix["image"] * LABELS, "DetectText adds, for each page of a document":
                        mix["pdf"] * TEXT_PAGE}.items():
        print(f"| {name} | {price * 1e6:.2f} | {price * 1e6:.2f} |")


main()
