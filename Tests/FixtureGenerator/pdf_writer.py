"""PDF syntax (ISO 32000-2): objects, cross-reference tables and streams, object streams."""

from dataclasses import dataclass, field

from deflate import zlib_wrapped


class Name(str):
    """A name; written with its slash."""


@dataclass(frozen=True)
class Ref:
    """An indirect reference."""

    number: int
    generation: int = 0


@dataclass(frozen=True)
class Raw:
    """Bytes that are written as they stand."""

    data: bytes


@dataclass
class Stream:
    """A stream; /Length is added."""

    data: bytes
    entries: dict = field(default_factory=dict)

    @staticmethod
    def deflated(data, entries=None):
        """A stream with FlateDecode."""
        return Stream(zlib_wrapped(data), {**(entries or {}), "Filter": Name("FlateDecode")})


def text(value):
    """A text string: ASCII where possible, else UTF-16 with its mark (7.9.2.2)."""
    return value.encode() if value.isascii() else b"\xfe\xff" + value.encode("utf-16-be")


def written(value, encrypt=None):
    """The bytes of an object; `encrypt` is applied to strings and to the data of streams."""
    if isinstance(value, Raw):
        return value.data
    if isinstance(value, Ref):
        return b"%d %d R" % (value.number, value.generation)
    if isinstance(value, Name):
        return b"/" + value.encode()
    if isinstance(value, Stream):
        return _stream(value, encrypt)
    if isinstance(value, dict):
        pairs = (b"/" + key.encode() + b" " + written(item, encrypt) for key, item in value.items())
        return b"<< " + b" ".join(pairs) + b" >>"
    if isinstance(value, (list, tuple)):
        return b"[" + b" ".join(written(item, encrypt) for item in value) + b"]"
    if isinstance(value, (bytes, str)):
        return _string(value if isinstance(value, bytes) else text(value), encrypt)
    if value is None or isinstance(value, bool):
        return {True: b"true", False: b"false", None: b"null"}[value]
    return str(value).encode()


def _stream(stream, encrypt):
    data = encrypt(stream.data) if encrypt else stream.data
    head = written({**stream.entries, "Length": len(data)}, encrypt)
    return head + b"\nstream\n" + data + b"\nendstream"


def _string(data, encrypt):
    """A literal string where that is readable, else a hexadecimal one."""
    data = encrypt(data) if encrypt else data
    if all(32 <= byte < 127 for byte in data):
        escaped = data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        return b"(" + escaped + b")"
    return b"<" + data.hex().upper().encode() + b">"


class Document:
    """Objects by number, and how to write them as a file."""

    def __init__(self, version="1.4"):
        self.version = version
        self.objects = {}
        self.trailer = {}
        self.security = None

    def add(self, value):
        """Gives the next number to an object."""
        number = max(self.objects, default=0) + 1
        self.objects[number] = value
        return Ref(number)

    def header(self):
        """The first two lines."""
        return f"%PDF-{self.version}\n".encode() + b"%\xe2\xe3\xcf\xd3\n"

    def indirect(self, number, value):
        """An object with its `obj` and `endobj`, encrypted where the document is."""
        encrypt = self._encryption(number, value)
        return b"%d 0 obj\n" % number + written(value, encrypt) + b"\nendobj\n"

    def _encryption(self, number, value):
        if not self.security or self.trailer.get("Encrypt") == Ref(number):
            return None
        if isinstance(value, Stream) and value.entries.get("Type") == "XRef":
            return None
        return lambda data: self.security.encrypted(data, number)

    def classic(self):
        """A file with a cross-reference table (7.5.4)."""
        body, offsets = self.body(self.header(), self.objects)
        return body + self.table(offsets, len(body))

    def body(self, start, objects):
        """`start` followed by these objects, and their offsets."""
        data, offsets = bytearray(start), {}
        for number, value in objects.items():
            offsets[number] = len(data)
            data += self.indirect(number, value)
        return bytes(data), offsets

    def table(self, offsets, start, previous=None):
        """A table of these objects, the trailer and `startxref`."""
        data = b"xref\n" + (b"0 1\n0000000000 65535 f \n" if previous is None else b"")
        for first, numbers in _runs(sorted(offsets)):
            data += b"%d %d\n" % (first, len(numbers))
            data += b"".join(b"%010d 00000 n \n" % offsets[number] for number in numbers)
        entries = {"Size": max(self.objects) + 1, **self.trailer}
        if previous is not None:
            entries["Prev"] = previous
        return data + b"trailer\n" + written(entries) + b"\nstartxref\n%d\n%%%%EOF\n" % start

    def updated(self, original, changes):
        """Appends an incremental update (7.5.6) of the objects in `changes` to a file."""
        previous = last_startxref(original)
        self.objects.update(changes)
        body, offsets = self.body(original, changes)
        return body + self.table(offsets, len(body), previous)

    def compressed(self, kept=()):
        """A file with a cross-reference stream; every object but streams and `kept` is in an object stream (7.5.7)."""
        outside = {
            number: value
            for number, value in self.objects.items()
            if isinstance(value, Stream) or number in kept or self.trailer.get("Encrypt") == Ref(number)
        }
        inside = [number for number in self.objects if number not in outside]
        container = max(self.objects) + 1
        body, offsets = self.body(self.header(), {**outside, container: self._object_stream(inside)})
        return body + self._cross_reference_stream(offsets, inside, container, len(body))

    def _object_stream(self, numbers):
        bodies = [written(self.objects[number]) + b"\n" for number in numbers]
        starts = [sum(map(len, bodies[:index])) for index in range(len(bodies))]
        index = b" ".join(b"%d %d" % pair for pair in zip(numbers, starts)) + b"\n"
        return Stream.deflated(
            index + b"".join(bodies), {"Type": Name("ObjStm"), "N": len(numbers), "First": len(index)}
        )

    def _cross_reference_stream(self, offsets, inside, container, start):
        number = container + 1
        rows = {0: (0, 0, 65535), number: (1, start, 0)}
        rows.update({each: (1, offset, 0) for each, offset in offsets.items()})
        rows.update({each: (2, container, index) for index, each in enumerate(inside)})
        data = b"".join(
            kind.to_bytes(1, "big") + second.to_bytes(4, "big") + third.to_bytes(2, "big")
            for _, (kind, second, third) in sorted(rows.items())
        )
        entries = {"Type": Name("XRef"), "Size": number + 1, "W": [1, 4, 2], **self.trailer}
        return self.indirect(number, Stream.deflated(data, entries)) + b"startxref\n%d\n%%%%EOF\n" % start


def last_startxref(data):
    """The offset that the last `startxref` names."""
    return int(data[data.rindex(b"startxref") + 9 :].split()[0])


def _runs(numbers):
    """Consecutive numbers as (first, numbers)."""
    runs = []
    for number in numbers:
        if runs and runs[-1][1][-1] == number - 1:
            runs[-1][1].append(number)
        else:
            runs.append((number, [number]))
    return runs
