/// Estimates cheaply whether text is a delimited table.
struct TableLikelihood {
    let value: Double

    init(_ head: Span<UInt8>) {
        value = 0
    }
}
