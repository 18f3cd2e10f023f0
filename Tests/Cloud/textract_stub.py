"""Answers a workflow's text detection in the service's documented shapes, without reading any document.

What is asked and what is answered are checked by botocore's model of the service. A job is in progress when it is first
asked for, and has three pages then. Names of documents ask for other weather: "unsupported" is refused at once, "broken"
is a job that fails, "endless" has no end, "busy" is throttled twice, "half" succeeds in part, "long" has 40 pages.
"""

import collections
import re

import botocore.session
import botocore.validate

LINES = ["Invoice 2026-117", "Total: 1,234.50 €", "Thank you"]
MODEL = botocore.session.get_session().get_service_model("textract")


class Refusal(Exception):
    """An error of the service, by the name that its model has for it."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code, self.message = code, message


class Textract:
    """The jobs of one account."""

    def __init__(self):
        self.jobs, self.tokens, self.asked, self.throttled = {}, {}, collections.Counter(), collections.Counter()

    def start_document_text_detection(self, given):
        check(given, MODEL.operation_model("StartDocumentTextDetection").input_shape)
        location, token = given["DocumentLocation"]["S3Object"], given["ClientRequestToken"]
        if not re.fullmatch("[a-zA-Z0-9_-]{1,64}", token):
            raise Refusal("InvalidParameterException", token)
        self.throttle(location["Name"])
        if "unsupported" in location["Name"]:
            raise Refusal("UnsupportedDocumentException", "Request has unsupported document format")
        job = self.tokens.setdefault(token, f"job-{len(self.jobs)}")
        self.jobs[job] = location["Name"]
        return answered("StartDocumentTextDetection", {"JobId": job})

    def get_document_text_detection(self, given):
        check(given, MODEL.operation_model("GetDocumentTextDetection").input_shape)
        if (name := self.jobs.get(given["JobId"])) is None:
            raise Refusal("InvalidJobIdException", given["JobId"])
        self.asked[given["JobId"]] += 1
        if self.asked[given["JobId"]] == 1 or "endless" in name:
            return answered("GetDocumentTextDetection", {"JobStatus": "IN_PROGRESS"})
        if "broken" in name:
            return answered("GetDocumentTextDetection", {"JobStatus": "FAILED", "StatusMessage": "BAD_DOCUMENT"})
        return answered("GetDocumentTextDetection", self.page(given, name))

    def page(self, given, name):
        """The blocks of a job from where the token says, and where the next ones are."""
        found = blocks(40 if "long" in name else 3)
        start, count = int(given.get("NextToken", "0")), given.get("MaxResults", 1000)
        answer = {"JobStatus": "SUCCEEDED", "DocumentMetadata": {"Pages": 40 if "long" in name else 3},
                  "Blocks": found[start:start + count], "DetectDocumentTextModelVersion": "1.0"}
        if "half" in name:
            answer.update(JobStatus="PARTIAL_SUCCESS", Warnings=[{"ErrorCode": "BAD_PAGE", "Pages": [2]}])
        return answer | ({"NextToken": str(start + count)} if start + count < len(found) else {})

    def throttle(self, name):
        self.throttled[name] += 1
        if "busy" in name and self.throttled[name] <= 2:
            raise Refusal("ThrottlingException", "slow down")


def check(value, shape):
    problems = botocore.validate.ParamValidator().validate(value, shape)
    if problems.has_errors():
        raise Refusal("InvalidParameterException", problems.generate_report())


def answered(operation, answer):
    check(answer, MODEL.operation_model(operation).output_shape)
    return answer


def blocks(pages):
    """What a document of so many pages has: of each its page, its lines, and 30 words for each of these."""
    found = []
    for page in range(1, pages + 1):
        lines = [block("LINE", page, number, text) for number, text in enumerate(LINES * (10 if pages > 3 else 1))]
        words = [block("WORD", page, number, "word") for number in range(30 * len(LINES))]
        found += [block("PAGE", page, 0, children=[line["Id"] for line in lines]), *lines, *words]
    return found


def block(kind, page, number, text=None, children=()):
    corners = [(0.0763888880610466, 0.1), (0.9, 0.1), (0.9, 0.12), (0.0763888880610466, 0.12)]
    return {
        "BlockType": kind, "Id": f"{kind}-{page}-{number}", "Page": page,
        **({"Text": text, "Confidence": 99.5} if text else {}), **({"TextType": "PRINTED"} if kind == "WORD" else {}),
        "Geometry": {"BoundingBox": {"Width": 0.82, "Height": 0.02, "Left": 0.0763888880610466, "Top": 0.1},
                     "Polygon": [{"X": x, "Y": y} for x, y in corners]},
        **({"Relationships": [{"Type": "CHILD", "Ids": list(children)}]} if children else {})}


def beside(stepfunctions):
    """The integrations of ministack's interpreter, and Textract's."""
    others, service = stepfunctions._invoke_aws_sdk_integration, Textract()

    def invoke(resource, given):
        actions = {"startDocumentTextDetection": service.start_document_text_detection,
                   "getDocumentTextDetection": service.get_document_text_detection}
        _, _, action = resource.partition(":aws-sdk:textract:")
        if not action:
            return others(resource, given)
        try:
            return actions[action](given)
        except Refusal as refusal:
            raise stepfunctions._ExecutionError(f"Textract.{refusal.code}", refusal.message) from refusal

    return invoke


def instead_of_motos():
    """Moto's server answers for Textract as this stub does: its own knows neither jobs in progress nor pages."""
    import json

    from moto.core.exceptions import JsonRESTError
    from moto.textract.responses import TextractResponse

    service = Textract()

    def answer(operation):
        def respond(response):
            try:
                return json.dumps(operation(json.loads(response.body)))
            except Refusal as refusal:
                raise JsonRESTError(refusal.code, refusal.message) from refusal

        return respond

    TextractResponse.start_document_text_detection = answer(service.start_document_text_detection)
    TextractResponse.get_document_text_detection = answer(service.get_document_text_detection)
