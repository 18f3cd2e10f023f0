extension CSVVerdict {
    /// A name for each described column that no other one has.
    ///
    /// A column without a name is called `field` and its number, counted from 1. Names that came before get `_2`,
    /// `_3` and so on; ``CSVColumn/name`` tells what the file says.
    public var uniqueColumnNames: [String] {
        var taken = Set(columns.compactMap(\.name))
        var seen: Set<String> = []
        return columns.enumerated().map { index, column in
            let name = column.name ?? ""
            let base = name.isEmpty ? "field\(index + 1)" : name
            if !seen.contains(base), !name.isEmpty || !taken.contains(base) {
                seen.insert(base)
                return base
            }
            var number = 2
            while taken.contains("\(base)_\(number)") || seen.contains("\(base)_\(number)") { number += 1 }
            let unique = "\(base)_\(number)"
            taken.insert(unique)
            seen.insert(unique)
            return unique
        }
    }
}
