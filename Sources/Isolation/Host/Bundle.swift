internal import MetadataCore

/// The answers to what one caller asked at once; he hears them together.
final class Bundle: Sendable {
    private struct State {
        var extractions: [Extraction]
        var missingCount: Int
    }

    private let state: Guarded<State>
    private let caller: CheckedContinuation<[Extraction], Never>

    /// Makes a bundle.
    ///
    /// - Parameters:
    ///   - count: How many answers will come.
    ///   - extractions: The answers; what stands at places for which none comes stays.
    ///   - caller: Who waits.
    init(count: Int, _ extractions: [Extraction], _ caller: CheckedContinuation<[Extraction], Never>) {
        state = Guarded(State(extractions: extractions, missingCount: count))
        self.caller = caller
    }

    /// Puts an answer in its place, once for each; true when it was the last.
    func put(_ extraction: Extraction, at place: Int) -> Bool {
        state.withLock { state in
            state.extractions[place] = extraction
            state.missingCount -= 1
            return state.missingCount == 0
        }
    }

    /// Hands over the answers.
    func resume() {
        caller.resume(returning: state.withLock { $0.extractions })
    }
}
