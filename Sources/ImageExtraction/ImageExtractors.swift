public import MetadataCore

/// The readers of image containers.
public enum ImageExtractors {
    /// One reader for each family of containers; no two read the same format.
    ///
    /// The blocks that they hand on (``FileFormat/exif``, ``FileFormat/xmp``, ``FileFormat/icc``) have readers of
    /// their own.
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
        WebPExtractor(),
        X3FExtractor(),
    ]
}
