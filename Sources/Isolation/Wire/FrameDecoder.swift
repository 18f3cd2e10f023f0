package import MetadataCore

/// Takes bytes as they come and returns frames: the answer does not depend on where the pieces were cut.
///
/// Holds at most one frame and the last piece. After an error the stream is lost, and every further call throws too.
package struct FrameDecoder {
    private var buffer: [UInt8] = []
    private var start = 0
    private var failure: ExtractionError?

    /// Makes a decoder at the start of a stream.
    package init() {}

    /// The number of bytes that no frame was made of yet.
    package var pendingByteCount: Int { buffer.count - start }

    /// Adds bytes at the end.
    ///
    /// - Parameter bytes: The next bytes of the stream; any number.
    package mutating func append(_ bytes: ArraySlice<UInt8>) {
        if start == buffer.count {
            buffer.removeAll(keepingCapacity: buffer.capacity <= 65_536)
            start = 0
        } else if start > 65_536 {
            buffer.removeSubrange(0..<start)
            start = 0
        }
        buffer.append(contentsOf: bytes)
    }

    /// Takes the next frame.
    ///
    /// - Returns: The frame; nil when more bytes are needed.
    /// - Throws: ``ExtractionError`` with code `corrupt` when the bytes are no frame, `limitExceeded` when the frame
    ///   says that it is longer than ``Frame/mostBytes``.
    package mutating func next() throws(ExtractionError) -> Frame? {
        if let failure { throw failure }
        do throws(ExtractionError) {
            return try decode()
        } catch {
            failure = error
            throw error
        }
    }

    /// Frames with the number of bytes that each took, and what ended them.
    struct Frames {
        var whole: [(frame: Frame, byteCount: Int)] = []
        var failure: ExtractionError?
    }

    /// Takes all frames that are whole.
    mutating func frames() -> Frames {
        var frames = Frames()
        var pending = pendingByteCount
        do throws(ExtractionError) {
            while let frame = try next() {
                frames.whole.append((frame, pending - pendingByteCount))
                pending = pendingByteCount
            }
        } catch {
            frames.failure = error
        }
        return frames
    }

    private mutating func decode() throws(ExtractionError) -> Frame? {
        guard pendingByteCount >= Frame.headerByteCount else { return nil }
        var reader = ByteReader(buffer.span.extracting(start..<buffer.count))
        let version = try reader.read(UInt8.self)
        let kind = try reader.read(UInt8.self)
        let reserved = try reader.read(UInt16.self, .little)
        let byteCount = Int(try reader.read(UInt32.self, .little))
        guard version == Frame.version, reserved == 0 else { throw .corrupt("a frame of version \(version)", at: nil) }
        guard byteCount <= Frame.mostBytes else { throw .limitExceeded("a frame of \(byteCount) bytes", at: nil) }
        guard reader.remaining >= byteCount else { return nil }
        let frame = try Frame(kind: kind, body: try reader.readSpan(byteCount))
        start += Frame.headerByteCount + byteCount
        return frame
    }
}
