extension String {
    /// The longest beginning of at most `utf8Count` bytes that ends between two Unicode scalars.
    func prefix(utf8Count: Int) -> String {
        guard utf8.count > utf8Count else { return self }
        var end = utf8.index(startIndex, offsetBy: utf8Count)
        while end > startIndex, end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}
