internal import MetadataCore

/// The ICC profile of a JPEG, in numbered pieces (ICC.1:2022, annex B.4).
struct JPEGProfilePieces {
    private static let name = Array("ICC_PROFILE\0".utf8)

    private var pieces: [UInt8: ArraySlice<UInt8>] = [:]
    private var count = 0
    private var byteCount = 0

    /// Whether a segment that begins so is a piece of a profile.
    static func isPiece(_ head: ArraySlice<UInt8>) -> Bool {
        head.starts(with: name)
    }

    /// Takes a segment if it is a piece of a profile.
    ///
    /// Pieces that make it longer than `limit` are passed over.
    mutating func append(_ payload: ArraySlice<UInt8>, limit: Int) {
        guard payload.starts(with: Self.name), payload.count > Self.name.count + 2 else { return }
        let number = payload[payload.startIndex + Self.name.count]
        guard pieces[number] == nil, byteCount + payload.count <= limit else { return }
        byteCount += payload.count
        count = max(count, Int(payload[payload.startIndex + Self.name.count + 1]))
        // Copied, so that a small piece does not keep the window alive that it was read in.
        pieces[number] = Array(payload.dropFirst(Self.name.count + 2))[...]
    }

    /// Hands on the profile; where pieces are missing, what stands before the first gap.
    mutating func finish(_ scan: inout ImageScan) {
        guard !pieces.isEmpty else { return }
        if pieces.count < count {
            scan.extraction.report(.truncated, .warning, "the ICC profile has \(pieces.count) of \(count) pieces")
        }
        let numbers = pieces.keys.sorted()
        guard let first = numbers.first else { return }
        var bytes: ArraySlice<UInt8> = []
        for (index, number) in numbers.enumerated() where Int(number) == Int(first) + index {
            bytes += pieces[number] ?? []
        }
        scan.embed(.icc, bytes, at: nil)
    }
}
