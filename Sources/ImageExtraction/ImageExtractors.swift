public import MetadataCore

/// The readers of image containers.
public enum ImageExtractors {
    /// One reader for each family of containers; no two read the same format.
    ///
    /// The last ones read the blocks that the others hand on: ``FileFormat/exif``, ``FileFormat/xmp``,
    /// ``FileFormat/icc``.
    public static let all: [any Extractor] = [
        BMPExtractor(),
        CR3Extractor(),
        CRWExtractor(),
        DDSExtractor(),
        DPXExtractor(),
        EXRExtractor(),
        FarbfeldExtractor(),
        GIFExtractor(),
        HDRExtractor(),
        HEIFExtractor(),
        ICNSExtractor(),
        ICOExtractor(),
        JP2Extractor(),
        JPEGExtractor(),
        JXLExtractor(),
        MRWExtractor(),
        NetpbmExtractor(),
        PCXExtractor(),
        PNGExtractor(),
        PSDExtractor(),
        QOIExtractor(),
        RAFExtractor(),
        SVGExtractor(),
        TGAExtractor(),
        TIFFExtractor(),
        WebPExtractor(),
        X3FExtractor(),
        EXIFExtractor(),
        ICCExtractor(),
        IPTCExtractor(),
        XMPExtractor(),
    ]
}
