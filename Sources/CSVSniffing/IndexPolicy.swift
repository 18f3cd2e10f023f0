/// Decides when records are read by the index and when one by one.
struct IndexPolicy: Sendable {
    /// How many records are to be read one by one before the index is tried again.
    private var pause = 0
    private var nextPause = 1

    var isPausing: Bool { pause > 0 }

    /// Notes that a record was read without the index.
    mutating func noteSlowRecord() {
        if pause > 0 { pause -= 1 }
    }

    /// Notes how the index fared; irregular quotes suspend it for longer and longer.
    mutating func noteIndex(isIrregular: Bool) {
        if isIrregular {
            pause = nextPause
            nextPause = Swift.min(nextPause * 2, 1024)
        } else {
            nextPause = 1
        }
    }
}
