internal import CSandbox

/// How many requests a worker has finished, where its host sees it also when the worker is dead.
///
/// So answers may wait to be sent together, and yet it is known which file ended the worker: not one of those that
/// were read before it. What a worker says of itself is not believed beyond the requests that it has.
// Safe: the page is mapped in an initialiser, unmapped in `deinit` and never handed out; its number is atomic.
@safe final class Tally: Sendable {
    nonisolated(unsafe) private let page: OpaquePointer

    /// Shares the tally that a descriptor stands for, and closes the descriptor; nil when it stands for none.
    ///
    /// The corresponding C function is `mmap`.
    init?(closing descriptor: Int32) {
        guard let page = unsafe assay_tally_open(descriptor) else { return nil }
        unsafe self.page = page
    }

    deinit {
        unsafe assay_tally_close(page)
    }

    /// The tally that the host gave this process, if it did.
    static func ofThisProcess() -> Tally? {
        Tally(closing: Int32(ASSAY_TALLY))
    }

    /// The number so far.
    var value: UInt32 { unsafe assay_tally_value(page) }

    /// Counts one more.
    func add() {
        unsafe assay_tally_add(page)
    }
}
