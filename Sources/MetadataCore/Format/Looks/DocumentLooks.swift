/// Looks further into page descriptions.
enum DocumentLooks {
    /// `%!PS-Adobe-3.0 EPSF-3.0` says that a PostScript file is encapsulated (DSC 3.0, 5).
    static let postscript: Look = { sample in
        let line = sample.head.prefix(128).prefix { $0 != 0x0A && $0 != 0x0D }
        let isEncapsulated = line.ascii(at: 0, count: 128).contains(" EPSF-")
        return isEncapsulated ? .found("eps", "signature at 0, EPSF") : .confirmed
    }
}
