/// Turns UTF-16 into UTF-8; a surrogate without its partner becomes U+FFFD.
struct UTF16Transcoder: Sendable {
    private let isBigEndian: Bool
    private var pendingByte: UInt8?
    private var pendingHighSurrogate: UInt32?
    private(set) var nulCount = 0

    init(isBigEndian: Bool) {
        self.isBigEndian = isBigEndian
    }

    /// Whether the bytes so far end inside a unit or a pair of surrogates.
    var isInsideCharacter: Bool { pendingByte != nil || pendingHighSurrogate != nil }

    /// Puts a later part behind this one, which begins with no second half of a pair of surrogates.
    mutating func append(_ other: UTF16Transcoder, into stream: inout some TextSink) {
        if pendingHighSurrogate != nil {
            var output: [UInt8] = []
            encode(0xFFFD, to: &output)
            stream.append(output.span)
        }
        pendingByte = other.pendingByte
        pendingHighSurrogate = other.pendingHighSurrogate
        nulCount += other.nulCount
    }

    /// Transcodes the next bytes and hands them on.
    mutating func transcode(_ bytes: Span<UInt8>, into stream: inout some TextSink) {
        var output: [UInt8] = []
        output.reserveCapacity(8192)
        for index in bytes.indices {
            guard let first = pendingByte else {
                pendingByte = bytes[index]
                continue
            }
            pendingByte = nil
            let pair = isBigEndian ? (first, bytes[index]) : (bytes[index], first)
            add(UInt32(pair.0) << 8 | UInt32(pair.1), to: &output)
            if output.count >= 8184 {
                stream.append(output.span)
                output.removeAll(keepingCapacity: true)
            }
        }
        stream.append(output.span)
    }

    private mutating func add(_ unit: UInt32, to output: inout [UInt8]) {
        if let high = pendingHighSurrogate {
            pendingHighSurrogate = nil
            if unit & 0xFC00 == 0xDC00 {
                encode(0x10000 + ((high & 0x3FF) << 10 | unit & 0x3FF), to: &output)
                return
            }
            encode(0xFFFD, to: &output)
        }
        switch unit & 0xFC00 {
        case 0xD800: pendingHighSurrogate = unit
        case 0xDC00: encode(0xFFFD, to: &output)
        default: encode(unit, to: &output)
        }
    }

    private mutating func encode(_ scalar: UInt32, to output: inout [UInt8]) {
        if scalar == 0 { nulCount += 1 }
        if scalar < 0x80 {
            output.append(UInt8(scalar))
            return
        }
        func continuation(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift) & 0x3F) }
        if scalar < 0x800 {
            output.append(UInt8(0xC0 | scalar >> 6))
        } else if scalar < 0x10000 {
            output.append(UInt8(0xE0 | scalar >> 12))
            output.append(continuation(6))
        } else {
            output.append(UInt8(0xF0 | scalar >> 18))
            output.append(continuation(12))
            output.append(continuation(6))
        }
        output.append(continuation(0))
    }
}
