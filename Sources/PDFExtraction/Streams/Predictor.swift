internal import MetadataCore

/// What was done to rows of samples before compression (ISO 32000-2, 7.4.4.4).
struct Predictor {
    private let kind: Int
    private let columns: Int
    private let colors: Int
    private let bits: Int

    init(_ parameters: PDFDictionary?) {
        kind = parameters?["Predictor"]?.integer ?? 1
        columns = parameters?["Columns"]?.integer ?? 1
        colors = parameters?["Colors"]?.integer ?? 1
        bits = parameters?["BitsPerComponent"]?.integer ?? 8
    }

    /// Undoes the prediction of PNG; tables and object streams know no other.
    ///
    /// - Throws: `corrupt` when rows have no usable size, `unsupported` for the predictor of TIFF.
    func undo(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(ExtractionError) -> ArraySlice<UInt8> {
        guard kind > 1 else { return bytes }
        guard kind >= 10 else { throw ExtractionError(.unsupported, "predictor \(kind)", at: offset) }
        guard (1...65_536).contains(columns), (1...32).contains(colors), [1, 2, 4, 8, 16].contains(bits) else {
            throw .corrupt("rows of a predictor without a size", at: offset)
        }
        let row = (columns * colors * bits + 7) / 8
        return undo(bytes, row: row, pixel: max(1, colors * bits / 8))[...]
    }

    /// PNG (Portable Network Graphics), section 9: the filter types None, Sub, Up, Average and Paeth.
    private func undo(_ bytes: ArraySlice<UInt8>, row: Int, pixel: Int) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var rest = bytes
        while let type = rest.popFirst() {
            let start = output.count
            for byte in rest.prefix(row) {
                let position = output.count
                let left = position - start >= pixel ? output[position - pixel] : 0
                let up = start >= row ? output[position - row] : 0
                let corner = start >= row && position - start >= pixel ? output[position - row - pixel] : 0
                output.append(byte &+ Self.prediction(type, left, up, corner))
            }
            rest = rest.dropFirst(row)
        }
        return output
    }

    private static func prediction(_ type: UInt8, _ left: UInt8, _ up: UInt8, _ corner: UInt8) -> UInt8 {
        switch type {
        case 1: return left
        case 2: return up
        case 3: return UInt8(truncatingIfNeeded: (Int(left) + Int(up)) / 2)
        case 4:
            let estimate = Int(left) + Int(up) - Int(corner)
            let distances = (abs(estimate - Int(left)), abs(estimate - Int(up)), abs(estimate - Int(corner)))
            if distances.0 <= distances.1, distances.0 <= distances.2 { return left }
            return distances.1 <= distances.2 ? up : corner
        default: return 0
        }
    }
}
