"""The standard security handler (ISO 32000-2, 7.6.4): RC4 of 40 and 128 bits, AES-128, AES-256.

Salts and initialisation vectors are fixed, so that a document's bytes are.
"""

import hashlib
import struct
from functools import lru_cache

from pdf_writer import Name

PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
IDENTIFIER = bytes(range(16))


def rc4(key, data):
    """RC4: encrypts and decrypts."""
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    output, i, j = bytearray(), 0, 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        output.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(output)


# MARK: AES (FIPS 197)


def _doubled(byte):
    return (byte << 1) ^ (0x11B if byte & 0x80 else 0)


def _product(a, b):
    result = 0
    while b:
        result ^= a if b & 1 else 0
        a, b = _doubled(a), b >> 1
    return result


def _substituted(byte):
    inverse = next((other for other in range(256) if _product(byte, other) == 1), 0)
    rotations = [inverse << shift | inverse >> (8 - shift) for shift in range(5)]
    result = 0x63
    for rotation in rotations:
        result ^= rotation & 0xFF
    return result


S_BOX = [_substituted(byte) for byte in range(256)]


def _column(byte):
    """What a substituted byte in the first row adds to a mixed column, as a number of 32 bits."""
    double = _doubled(S_BOX[byte]) & 0xFF
    return double << 24 | S_BOX[byte] << 16 | S_BOX[byte] << 8 | double ^ S_BOX[byte]


# SubBytes and MixColumns of a byte in each of the four rows.
TABLES = [
    [_column(byte) >> 8 * row | (_column(byte) << 32 - 8 * row) & 0xFFFFFFFF for byte in range(256)] for row in range(4)
]


@lru_cache(maxsize=None)
def round_keys(key):
    """The key schedule: four numbers of 32 bits a round."""
    words = [list(key[index : index + 4]) for index in range(0, len(key), 4)]
    size, constant = len(words), 1
    while len(words) < 4 * (size + 7):
        word = list(words[-1])
        if len(words) % size == 0:
            word = [S_BOX[byte] for byte in word[1:] + word[:1]]
            word[0] ^= constant
            constant = _doubled(constant) & 0xFF
        elif size > 6 and len(words) % size == 4:
            word = [S_BOX[byte] for byte in word]
        words.append([a ^ b for a, b in zip(words[-size], word)])
    numbers = [int.from_bytes(word, "big") for word in words]
    return [numbers[index : index + 4] for index in range(0, len(numbers), 4)]


def aes_block(key, block):
    """Encrypts 16 bytes."""
    first, *middle, last = round_keys(key)
    state = [a ^ b for a, b in zip(struct.unpack(">4I", block), first)]
    one, two, three, four = TABLES
    for round_key in middle:
        a, b, c, d = state
        state = [
            one[a >> 24] ^ two[b >> 16 & 255] ^ three[c >> 8 & 255] ^ four[d & 255] ^ round_key[0],
            one[b >> 24] ^ two[c >> 16 & 255] ^ three[d >> 8 & 255] ^ four[a & 255] ^ round_key[1],
            one[c >> 24] ^ two[d >> 16 & 255] ^ three[a >> 8 & 255] ^ four[b & 255] ^ round_key[2],
            one[d >> 24] ^ two[a >> 16 & 255] ^ three[b >> 8 & 255] ^ four[c & 255] ^ round_key[3],
        ]
    shifted = [state[(index // 4 + index % 4) % 4] >> 24 - 8 * (index % 4) & 255 for index in range(16)]
    return bytes(S_BOX[byte] ^ key for byte, key in zip(shifted, struct.pack(">4I", *last)))


def aes_cbc(key, vector, data):
    """Encrypts whole blocks in cipher block chaining mode."""
    output = b""
    for start in range(0, len(data), 16):
        vector = aes_block(key, bytes(a ^ b for a, b in zip(data[start : start + 16], vector)))
        output += vector
    return output


def aes_padded(key, data):
    """A fixed initialisation vector, then the data with its padding (7.6.3.1)."""
    vector = hashlib.md5(data).digest()
    count = 16 - len(data) % 16
    return vector + aes_cbc(key, vector, data + bytes([count]) * count)


# MARK: Revisions 2 to 4


class LegacySecurity:
    """RC4 (V 1, 2) and AES-128 (V 4): keys by MD5 (7.6.4.3)."""

    def __init__(self, version, revision, byte_count, user=b"", owner=b"owner", permissions=-3904, aes=False):
        self.version, self.revision, self.byte_count, self.aes = version, revision, byte_count, aes
        self.permissions = permissions
        self.owner_entry = self._owner_entry(user, owner)
        self.key = self._key(user)
        self.user_entry = self._user_entry()

    def _owner_entry(self, user, owner):
        """Algorithm 3."""
        digest = hashlib.md5((owner + PADDING)[:32]).digest()
        if self.revision >= 3:
            for _ in range(50):
                digest = hashlib.md5(digest).digest()
        key, entry = digest[: self.byte_count], (user + PADDING)[:32]
        for step in range(20 if self.revision >= 3 else 1):
            entry = rc4(bytes(byte ^ step for byte in key), entry)
        return entry

    def _key(self, user):
        """Algorithm 2."""
        seed = (user + PADDING)[:32] + self.owner_entry + struct.pack("<i", self.permissions) + IDENTIFIER
        digest = hashlib.md5(seed).digest()
        if self.revision >= 3:
            for _ in range(50):
                digest = hashlib.md5(digest[: self.byte_count]).digest()
        return digest[: self.byte_count]

    def _user_entry(self):
        """Algorithms 4 and 5."""
        if self.revision == 2:
            return rc4(self.key, PADDING)
        entry = hashlib.md5(PADDING + IDENTIFIER).digest()
        for step in range(20):
            entry = rc4(bytes(byte ^ step for byte in self.key), entry)
        return entry + bytes(16)

    def encrypted(self, data, number):
        """Encrypts a string or stream of the object with this number (algorithm 1)."""
        seed = self.key + number.to_bytes(3, "little") + bytes(2) + (b"sAlT" if self.aes else b"")
        key = hashlib.md5(seed).digest()[: min(16, self.byte_count + 5)]
        return aes_padded(key, data) if self.aes else rc4(key, data)

    def dictionary(self):
        """The encryption dictionary."""
        entries = {
            "Filter": Name("Standard"),
            "V": self.version,
            "R": self.revision,
            "Length": 8 * self.byte_count,
            "O": self.owner_entry,
            "U": self.user_entry,
            "P": self.permissions,
        }
        if self.version == 4:
            entries.update(crypt_filter("AESV2", self.byte_count))
        return entries


def crypt_filter(method, byte_count):
    """The entries of versions 4 and 5 that name the cipher."""
    standard = {"CFM": Name(method), "AuthEvent": Name("DocOpen"), "Length": byte_count}
    return {"CF": {"StdCF": standard}, "StmF": Name("StdCF"), "StrF": Name("StdCF")}


# MARK: Revisions 5 and 6


class ModernSecurity:
    """AES-256 (V 5): a random file key, wrapped by keys from the passwords (7.6.4.4)."""

    def __init__(self, revision=6, user=b"", owner=b"owner", permissions=-3904):
        self.revision, self.permissions = revision, permissions
        self.key = hashlib.sha256(b"file key").digest()
        self.user_entry, self.user_key = self._entries(user, b"user-v-s", b"user-k-s", b"")
        self.owner_entry, self.owner_key = self._entries(owner, b"ownr-v-s", b"ownr-k-s", self.user_entry)

    def _entries(self, password, validation_salt, key_salt, user_entry):
        """Algorithms 8 and 9: the hash with its salts, and the wrapped file key."""
        entry = self._hash(password, validation_salt, user_entry) + validation_salt + key_salt
        return entry, aes_cbc(self._hash(password, key_salt, user_entry), bytes(16), self.key)

    def _hash(self, password, salt, user_entry):
        """Algorithm 2.B; revision 5 is its first step alone."""
        key = hashlib.sha256(password + salt + user_entry).digest()
        if self.revision == 5:
            return key
        step, last = 0, 0
        while step < 64 or last > step - 32:
            encrypted = aes_cbc(key[:16], key[16:32], (password + key + user_entry) * 64)
            algorithm = [hashlib.sha256, hashlib.sha384, hashlib.sha512][sum(encrypted[:16]) % 3]
            key, last, step = algorithm(encrypted).digest(), encrypted[-1], step + 1
        return key[:32]

    def encrypted(self, data, number):
        """Encrypts a string or stream; every object has the same key (algorithm 1.A)."""
        return aes_padded(self.key, data)

    def dictionary(self):
        """The encryption dictionary, with the permissions in AES-256 too (algorithm 10)."""
        block = struct.pack("<i", self.permissions) + b"\xff" * 4 + b"Tadb" + b"salt"
        return {
            "Filter": Name("Standard"),
            "V": 5,
            "R": self.revision,
            "Length": 256,
            "O": self.owner_entry,
            "U": self.user_entry,
            "OE": self.owner_key,
            "UE": self.user_key,
            "P": self.permissions,
            "Perms": aes_block(self.key, block),
            **crypt_filter("AESV3", 32),
        }
