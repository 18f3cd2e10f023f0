"""What each role may do, and what it may not: live calls with credentials of the role."""

import botocore.exceptions
import pytest

TABLE, BUCKET, SORT = "assay-files", "assay-uploads-123456789012", {"pk": {"S": "x"}, "sk": {"S": "UPLOAD"}}


def get_object(key):
    return "s3", "get_object", {"Bucket": BUCKET, "Key": key}


def put_object(key):
    return "s3", "put_object", {"Bucket": BUCKET, "Key": key, "Body": b"{}"}


GET_ITEM = "dynamodb", "get_item", {"TableName": TABLE, "Key": SORT}
UPDATE_ITEM = "dynamodb", "update_item", {
    "TableName": TABLE, "Key": {"pk": {"S": "role"}, "sk": {"S": "TEST"}}, "UpdateExpression": "SET a = :a",
    "ExpressionAttributeValues": {":a": {"S": "a"}}}
DELETE_ITEM = "dynamodb", "delete_item", {"TableName": TABLE, "Key": SORT}
LIST_OBJECTS = "s3", "list_objects_v2", {"Bucket": BUCKET, "Prefix": "uploads/"}
PUT_LOG = "logs", "create_log_stream", {"logGroupName": "/assay/assay/functions", "logStreamName": "role"}
DELETE_OBJECT = "s3", "delete_object", {"Bucket": BUCKET, "Key": "uploads/p/f/n"}


def query(index, name):
    return "dynamodb", "query", {
        "TableName": TABLE, "IndexName": index, "KeyConditionExpression": "#p = :p",
        "ExpressionAttributeNames": {"#p": name}, "ExpressionAttributeValues": {":p": {"S": "x"}}}


ROLES = {
    "RouterFunction": ([get_object("uploads/p/f/n"), GET_ITEM, UPDATE_ITEM], [DELETE_OBJECT, DELETE_ITEM, put_object("uploads/x")]),
    "ValidateFunction": ([GET_ITEM, UPDATE_ITEM], [get_object("uploads/p/f/n"), DELETE_ITEM]),
    "NormalizeFunction": ([GET_ITEM, put_object("metadata/x.json")], [UPDATE_ITEM, put_object("uploads/x"), get_object("uploads/p/f/n")]),
    "ImageFunction": ([get_object("uploads/p/f/n")], [GET_ITEM, put_object("uploads/x"), get_object("metadata/x.json")]),
    "TableFunction": ([get_object("uploads/p/f/n")], [GET_ITEM, put_object("uploads/x")]),
    "OtherFunction": ([get_object("uploads/p/f/n")], [UPDATE_ITEM, DELETE_OBJECT]),
    "PdfFunction": ([get_object("uploads/p/f/n")], [GET_ITEM, put_object("uploads/x")]),
    "SweeperFunction": ([GET_ITEM, UPDATE_ITEM], [get_object("uploads/p/f/n"), DELETE_ITEM]),
    "ReconcilerFunction": ([query("open", "open"), GET_ITEM], [query("list", "listProject"), put_object("uploads/x")]),
    "ReplayerFunction": ([GET_ITEM, UPDATE_ITEM], [get_object("uploads/p/f/n"), DELETE_ITEM]),
    "BackfillFunction": ([get_object("uploads/p/f/n"), GET_ITEM], [DELETE_ITEM, DELETE_OBJECT]),
    "ApiFunction": ([query("list", "listProject"), GET_ITEM, put_object("uploads/x")], [query("open", "open"), DELETE_OBJECT, put_object("metadata/x.json")]),
    "TextFunction": ([PUT_LOG], [GET_ITEM, get_object("uploads/p/f/n"), put_object("uploads/x")]),
    "BackfillRole": ([LIST_OBJECTS], [get_object("uploads/p/f/n"), UPDATE_ITEM, put_object("uploads/x")]),
    "WorkflowRole": ([UPDATE_ITEM, get_object("uploads/p/f/n")], [GET_ITEM, put_object("uploads/x"), DELETE_OBJECT]),
}


@pytest.fixture(scope="module")
def role_arns(stack):
    for key in ("uploads/p/f/n", "metadata/x.json"):
        stack.client("s3").put_object(Bucket=BUCKET, Key=key, Body=b"{}")
    resources = stack.client("cloudformation").describe_stack_resources(StackName="assay")["StackResources"]
    ids = {item["LogicalResourceId"]: item["PhysicalResourceId"] for item in resources}
    functions = {name: stack.client("lambda").get_function_configuration(FunctionName=ids[name])["Role"]
                 for name in ROLES if name.endswith("Function")}
    roles = {name: stack.client("iam").get_role(RoleName=ids[name])["Role"]["Arn"]
             for name in ROLES if name.endswith("Role")}
    return {**functions, **roles}


@pytest.mark.parametrize("name", ROLES)
def test_a_role_may_do_its_work_and_nothing_else(stack, role_arns, name):
    session = stack.client("sts").assume_role(RoleArn=role_arns[name], RoleSessionName="test")["Credentials"]
    keys = {"aws_access_key_id": session["AccessKeyId"], "aws_secret_access_key": session["SecretAccessKey"],
            "aws_session_token": session["SessionToken"]}
    allowed, denied = ROLES[name]
    for service, operation, arguments in allowed:
        getattr(stack.client(service, **keys), operation)(**arguments)
    assert len(denied) >= 2
    for service, operation, arguments in denied:
        with pytest.raises(botocore.exceptions.ClientError) as error:
            getattr(stack.client(service, **keys), operation)(**arguments)
        assert error.value.response["Error"]["Code"] in ("AccessDenied", "AccessDeniedException"), (name, operation)
