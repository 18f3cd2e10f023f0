import CImageShims
import MetadataCore

/// How far a library came.
///
/// The corresponding C type is `assay_status`.
enum LibraryStatus: Equatable {
    case done
    case more
    case unsupported
    case corrupt
    case noMemory

    init(_ status: assay_status) {
        switch status {
        case ASSAY_STATUS_DONE: self = .done
        case ASSAY_STATUS_MORE: self = .more
        case ASSAY_STATUS_UNSUPPORTED: self = .unsupported
        case ASSAY_STATUS_NO_MEMORY: self = .noMemory
        default: self = .corrupt
        }
    }
}

/// How the reading of one file ended.
enum LibraryOutcome: Equatable {
    /// The library came to an end of its own; the offset is where it stood, nil when it does not tell.
    case ended(LibraryStatus, at: Int?)
    /// The source ended before the header did.
    case truncated(at: Int)
    /// A limit of ours was reached.
    case limit(at: Int)
    /// The bytes could not be had.
    case failed(ExtractionError)
}
