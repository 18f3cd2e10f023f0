"""Sound and film: containers with their headers and, where it is short, silence."""

from binary import be16, be32, le16, le32, u8
from fixture import Fixture


def box(kind, *content):
    """An ISO base media box (ISO/IEC 14496-12, 4.2)."""
    body = b"".join(content)
    return be32(8 + len(body)) + kind + body


def full_box(kind, version, flags, *content):
    """A box with a version and flags."""
    return box(kind, u8(version) + flags.to_bytes(3, "big"), *content)


def element(identifier, *content):
    """An EBML element (RFC 8794) with a size of one or two bytes."""
    body = b"".join(content)
    size = u8(0x80 | len(body)) if len(body) < 127 else be16(0x4000 | len(body))
    return identifier + size + body


def wave():
    """RIFF WAVE: one channel, 8,000 samples a second, 8 bits, 80 samples of silence."""
    body = b"WAVEfmt " + le32(16) + le16(1, 1) + le32(8000, 8000) + le16(1, 8) + b"data" + le32(80) + b"\x80" * 80
    return b"RIFF" + le32(len(body)) + body


def avi():
    """RIFF AVI with an empty header list."""
    header = b"LIST" + le32(4 + 64) + b"hdrl" + b"avih" + le32(56) + bytes(56)
    body = b"AVI " + header
    return b"RIFF" + le32(len(body)) + body


def aiff():
    """AIFF without samples."""
    common = b"COMM" + be32(18) + be16(1) + be32(0) + be16(8) + bytes.fromhex("400BFA00000000000000")
    body = b"AIFF" + common
    return b"FORM" + be32(len(body)) + body


def film(brand):
    """An ISO media file without tracks."""
    identity = be32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
    header = full_box(
        b"mvhd", 0, 0, be32(0, 0, 1000, 0, 0x10000) + be16(0x100) + bytes(10), identity, bytes(24), be32(1)
    )
    return box(b"ftyp", brand, be32(0), brand) + box(b"moov", header)


def matroska(kind):
    """EBML header and an empty segment."""
    header = element(
        b"\x1a\x45\xdf\xa3",
        element(b"\x42\x86", u8(1)),
        element(b"\x42\xf7", u8(1)),
        element(b"\x42\xf2", u8(4)),
        element(b"\x42\xf3", u8(8)),
        element(b"\x42\x82", kind),
        element(b"\x42\x87", u8(4)),
        element(b"\x42\x85", u8(2)),
    )
    return header + element(b"\x18\x53\x80\x67")


def mp3():
    """An ID3v2.3 tag with a title, then two frames of silence (MPEG-1 layer III, 32 kbit/s, 44.1 kHz)."""
    title = b"TIT2" + be32(5) + bytes(2) + b"\0Test"
    frame = bytes.fromhex("FFFB10C4").ljust(104, b"\0")
    return b"ID3\x03\0\0" + be32(len(title)) + title + frame * 2


def ogg(packet):
    """One Ogg page that begins and ends a stream."""
    return b"OggS\0\x06" + bytes(8) + le32(1, 0) + le32(ogg_checksum(packet)) + u8(1, len(packet)) + packet


def ogg_checksum(packet):
    """The checksum of that page: CRC-32 of polynomial 04C11DB7, not reflected (RFC 3533)."""
    remainder = 0
    for byte in b"OggS\0\x06" + bytes(8) + le32(1, 0, 0) + u8(1, len(packet)) + packet:
        remainder ^= byte << 24
        for _ in range(8):
            remainder = (remainder << 1 ^ (0x04C11DB7 if remainder & 0x80000000 else 0)) & 0xFFFFFFFF
    return remainder


def fixtures():
    """Every sample of sound and film."""
    opus = b"OpusHead" + u8(1, 1) + le16(0) + le32(48000) + le16(0) + u8(0)
    vorbis = b"\x01vorbis" + le32(0) + u8(1) + le32(44100, 0, 0, 0) + u8(0xB8, 1)
    flac = (
        b"fLaC"
        + u8(0x80)
        + (34).to_bytes(3, "big")
        + be16(4096, 4096)
        + bytes(6)
        + bytes.fromhex("0AC440F000000000")
        + bytes(16)
    )
    midi = b"MThd" + be32(6) + be16(0, 1, 96) + b"MTrk" + be32(4) + b"\0\xff\x2f\0"
    flv = b"FLV\x01\x01" + be32(9, 0)
    transport = (b"\x47\x1f\xff\x10" + b"\xff" * 184) * 4
    made = [
        ("Audio/silence.wav", wave(), "WAVE, 80 samples"),
        ("Audio/empty.aiff", aiff(), "AIFF"),
        ("Audio/silence.mp3", mp3(), "ID3 and two MPEG frames"),
        ("Audio/header.flac", flac, "FLAC stream info"),
        ("Audio/header.opus", ogg(opus), "Ogg with an Opus header"),
        ("Audio/header.ogg", ogg(vorbis), "Ogg with a Vorbis header"),
        ("Audio/empty.mid", midi, "MIDI, one track"),
        ("Audio/empty.m4a", film(b"M4A "), "ISO media, audio brand"),
        ("Video/empty.mp4", film(b"isom"), "ISO media"),
        ("Video/empty.mov", film(b"qt  "), "QuickTime"),
        ("Video/empty.mkv", matroska(b"matroska"), "Matroska"),
        ("Video/empty.webm", matroska(b"webm"), "WebM"),
        ("Video/empty.avi", avi(), "AVI"),
        ("Video/empty.flv", flv, "Flash video"),
        ("Video/null.ts", transport, "MPEG transport stream, null packets"),
    ]
    return [Fixture(path, data, shows) for path, data, shows in made]
