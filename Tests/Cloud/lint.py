"""Checks the template by cfn-lint, the state machines by statelint, every policy by parliament."""

import json
import pathlib
import subprocess
import sys

import parliament
import yaml

DEPLOYMENT = pathlib.Path(__file__).resolve().parent.parent.parent / "Sources" / "Deployment"
ARNS = {
    "Uploads": "arn:aws:s3:::uploads", "Files": "arn:aws:dynamodb:eu-west-1:123456789012:table/files",
    "Workflow": "arn:aws:states:eu-west-1:123456789012:stateMachine:workflow",
    "DeadLetters": "arn:aws:sqs:eu-west-1:123456789012:letters",
    "UndeliveredEvents": "arn:aws:sqs:eu-west-1:123456789012:events"}

# Log delivery has no resources; and two actions take several kinds of resources, of which we name one.
KNOWN = {
    "RESOURCE_EFFECTIVELY_STAR",
    "[{'action': 's3:GetObjectAttributes', 'required_format': 'arn:*:s3:*:*:accesspoint/*'}]",
    "[{'action': 'states:DescribeExecution', 'required_format': 'arn:*:states:*:*:express:*:*:*'}]"}


class Loader(yaml.SafeLoader):
    """CloudFormation's short forms: a reference becomes an ARN of the right kind, and every condition holds."""


def arn(name):
    return ARNS.get(name, f"arn:aws:lambda:eu-west-1:123456789012:function:{name}")


def short_form(loader, suffix, node):
    if isinstance(node, yaml.SequenceNode):
        values = loader.construct_sequence(node, deep=True)
        return values[1] if suffix == "If" else values
    text = str(loader.construct_scalar(node))
    if suffix == "Sub":
        for name, value in {"AWS::Partition": "aws", "AWS::Region": "eu-west-1", "AWS::AccountId": "123456789012",
                            "AWS::StackName": "assay"}.items():
            text = text.replace(f"${{{name}}}", value)
        for name in ("Uploads", "Files"):
            text = text.replace(f"${{{name}.Arn}}", ARNS[name])
        return text
    return arn(text.split(".")[0])


Loader.add_multi_constructor("!", short_form)


def policies(node):
    """Every policy document of identities in the template."""
    if isinstance(node, dict):
        if "Statement" in node and not any("Principal" in statement for statement in node["Statement"]):
            yield node
        for value in node.values():
            yield from policies(value)
    elif isinstance(node, list):
        for value in node:
            yield from policies(value)


def tool(name):
    return pathlib.Path(sys.executable).with_name(name)


def main():
    failures = 0
    failures += subprocess.run([tool("cfn-lint"), DEPLOYMENT / "template.yaml"], check=False).returncode
    for definition in sorted(DEPLOYMENT.glob("*.asl.json")):
        result = subprocess.run([tool("statelint"), definition], capture_output=True, text=True, check=False)
        print(definition.name, result.stdout.strip() or "is a state machine")
        failures += result.returncode != 0 or bool(result.stdout.strip())
    count = 0
    for policy in policies(yaml.load((DEPLOYMENT / "template.yaml").read_text(), Loader)):
        count += 1
        document = json.dumps({"Version": "2012-10-17", **policy})
        for finding in parliament.analyze_policy_string(document).findings:
            if finding.issue in KNOWN or str(finding.detail) in KNOWN:
                continue
            failures += 1
            print(finding)
    print(f"{count} policies")
    sys.exit(failures != 0)


main()
