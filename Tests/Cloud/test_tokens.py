"""Who comes with another's, an old, or a made-up token is told 401 by the API's gateway."""

import base64
import json
import time

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def encoded(value):
    return base64.urlsafe_b64encode(value).rstrip(b"=")


def decoded(part):
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


class Mint:
    """Makes tokens that differ from a true one of the pool in as little as a test asks for."""

    def __init__(self, stack):
        header, claims, _ = stack.caller.token.split(".")
        self.header, self.claims = decoded(header), decoded(claims)
        name = f"{stack.outputs['UserPoolId']}-id.pem"
        self.key = serialization.load_pem_private_key(stack.emulator.pool_key(name).read_bytes(), None)

    def token(self, key=None, header=None, **claims):
        parts = [{**self.header, **(header or {})}, {**self.claims, **claims}]
        text = b".".join(encoded(json.dumps(part).encode()) for part in parts)
        signature = (key or self.key).sign(text, padding.PKCS1v15(), hashes.SHA256())
        return b".".join([text, encoded(signature)]).decode()


@pytest.fixture(scope="module")
def mint(stack):
    return Mint(stack)


def status(stack, token, path="/files?projectId=project"):
    return stack.caller.call("GET", path, token=token)[0]


def test_a_token_of_the_pool_is_let_in(stack, mint):
    assert mint.claims["exp"] > time.time()
    assert status(stack, stack.caller.token) == 200
    assert status(stack, mint.token()) == 200, "what a mint makes is as good, so that its refusals mean something"


@pytest.mark.parametrize("claims", [
    {"exp": int(time.time()) - 1}, {"exp": int(time.time()) - 3600, "iat": int(time.time()) - 7200},
    {"exp": 1}, {"iat": int(time.time()) + 3600}, {"nbf": int(time.time()) + 3600},
    {"aud": "another-client"}, {"aud": ""}, {"iss": "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other"},
    {"iss": "https://example.com"},
], ids=lambda claims: "-".join(f"{name}={value}" for name, value in claims.items() if name != "iat") or "iat")
def test_an_old_or_foreign_token_is_refused(stack, mint, claims):
    assert status(stack, mint.token(**claims)) == 401


def test_a_forged_token_is_refused(stack, mint):
    header, claims, signature = mint.token().split(".")
    another = encoded(json.dumps({**mint.claims, "sub": "somebody-else"}).encode()).decode()
    unsigned = encoded(json.dumps({**mint.header, "alg": "none"}).encode()).decode()
    for token in [mint.token(key=OTHER_KEY), f"{header}.{another}.{signature}", f"{unsigned}.{claims}.",
                  f"{header}.{claims}.", f"{header}.{claims}", mint.token(header={"kid": "unknown"}), "x.y.z", "x"]:
        assert status(stack, token) == 401, token


@pytest.mark.parametrize("method, path", [
    ("POST", "/uploads/create"), ("POST", "/uploads/complete"), ("POST", "/uploads/abort"),
    ("POST", "/downloads/create"), ("GET", "/files?projectId=project"), ("GET", "/files/any"),
])
def test_every_route_asks_for_a_token(stack, mint, method, path):
    for token in ["", mint.token(exp=int(time.time()) - 1)]:
        assert stack.caller.call(method, path, body={} if method == "POST" else None, token=token)[0] == 401
