internal import MetadataCore

/// What the readers of this process found in a source, and the native readers that are still to be asked.
///
/// Native readers answer from other processes: with all questions of several files asked at once, nobody waits for each.
struct Reading: Sendable {
    var extraction = Extraction()
    let source: any ByteSource
    let format: FileFormat
    /// How many blocks the source stands inside.
    let depth: Int
    /// The positions of native readers, in the order in which they are asked.
    var unasked: [Int] = []
    /// What was found in the blocks inside, and where they stand.
    var blocks: [(offset: Int?, reading: Reading)] = []

    /// What a native reader is asked.
    struct Question {
        let reader: Int
        let source: TypedSource
    }

    /// All that is left to ask, of the source first, then of each block inside.
    ///
    /// - Parameter offset: Where the source stands in the file; nil when it does not as it is.
    /// - Returns: The questions, in the order in which ``Readers`` puts the answers together.
    func questions(at offset: Int? = 0) -> [Question] {
        unasked.map { Question(reader: $0, source: TypedSource(source, format, offset: offset)) }
            + blocks.flatMap { block in
                block.reading.questions(at: offset.flatMap { start in block.offset.map { start &+ $0 } })
            }
    }

    /// Whether nobody is left to ask.
    var isComplete: Bool { unasked.isEmpty && blocks.allSatisfy(\.reading.isComplete) }
}
