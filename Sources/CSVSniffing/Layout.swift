/// Where the header and the data of a table begin.
struct Layout: Sendable, Hashable {
    var skipRows = 0
    var headerRowCount = 0
    var columnCount = 0
}
