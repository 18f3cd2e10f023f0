import MetadataCore

/// Hands a source to a JPEG decoder in windows, and leaves out what the decoder passes over.
struct JPEGFeeder {
    /// A marker segment has at most 65,535 bytes and its marker two (ITU-T T.81, B.1.1.4): this holds any one whole.
    static let largestWindow = 131_072
    /// Enough for the tables and the frame header of most files.
    static let smallestWindow = 4_096

    let source: any ByteSource
    let limits: Limits

    /// Feeds the decoder until it is done, stops or reaches a limit.
    func run(_ decoder: borrowing JPEGHeaderDecoder) -> LibraryOutcome {
        var offset = 0
        var budget = limits.embeddedByteCount
        var window = Self.smallestWindow
        for _ in 0..<max(0, limits.elementCount) {
            guard budget > 0 else { break }
            guard offset < source.byteCount else { return .truncated(at: source.byteCount) }
            let bytes: ArraySlice<UInt8>
            do throws(ExtractionError) {
                bytes = try source.read(offset..<(offset + min(window, source.byteCount - offset)))
            } catch {
                return .failed(error)
            }
            budget -= bytes.count
            let (status, advance) = decoder.read(bytes)
            let next = offset + min(max(0, advance), source.byteCount - offset)
            guard status == .more else { return .ended(status, at: next) }
            if advance == 0 {
                guard offset + bytes.count < source.byteCount else { return .truncated(at: source.byteCount) }
                guard window < Self.largestWindow else { return .ended(.corrupt, at: offset) }
                window = Self.largestWindow
            } else {
                window = advance > bytes.count ? Self.smallestWindow : Self.largestWindow
            }
            offset = next
        }
        return .limit(at: offset)
    }
}
