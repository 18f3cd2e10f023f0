import MetadataCore
import Synchronization

/// A reader that waits for ever, as a native library may.
struct EndlessReader: Extractor {
    let name = "endless"
    let formats: Set<FileFormat> = [.csv]

    func extract(
        from source: any ByteSource, as format: FileFormat, options: ExtractionOptions
    ) async -> Extraction {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            Self.waiting.withLock { $0.append(continuation) }
        }
        return Extraction()
    }

    private static let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])
}

/// Counts from 0 on.
final class Counter: Sendable {
    private let value = Mutex(0)

    func next() -> Int {
        value.withLock { value in
            defer { value += 1 }
            return value
        }
    }
}
