internal import MetadataCore

extension SourceReader {
    /// Reads an integer of fixed width; specialized in this module, where containers are walked number by number.
    mutating func read<T: FixedWidthInteger & BitwiseCopyable>(
        _ type: T.Type, _ order: ByteOrder = .big
    ) throws(ExtractionError) -> T {
        let slice = try bytes(T.bitWidth / 8)
        var value: T.Magnitude = 0
        for (index, byte) in slice.enumerated() {
            let place = order == .big ? slice.count - 1 - index : index
            value |= T.Magnitude(truncatingIfNeeded: byte) << T.Magnitude(8 * place)
        }
        return T(truncatingIfNeeded: value)
    }
}
