/// What was learned of a document with pages.
public struct DocumentMetadata: Codable, Hashable, Sendable {
    /// The number of pages.
    public var pageCount: Int?
    /// The version of the PDF specification that it follows, `1.7`.
    public var pdfVersion: String?
    /// Title.
    public var title: String?
    /// Author.
    public var author: String?
    /// Subject.
    public var subject: String?
    /// Keywords as they stand in the file.
    public var keywords: String?
    /// The program that made the original.
    public var creator: String?
    /// The program that made the PDF.
    public var producer: String?
    /// When it was made, RFC 3339; without an offset where the file gives none.
    public var created: String?
    /// When it was last changed, RFC 3339; without an offset where the file gives none.
    public var modified: String?
    /// Whether any encryption is applied.
    public var encrypted: Bool?
    /// Whether it cannot be opened without a password.
    public var needsPassword: Bool?
    /// How it is encrypted; absent when it is not, or the encryption is not known.
    public var encryption: Encryption?
    /// Whether it is linearized (ISO 32000-1, Annex F).
    public var linearized: Bool?
    /// Whether it is a tagged PDF (ISO 32000-1, 14.8).
    public var tagged: Bool?
    /// The number of signature fields.
    public var signatures: Int?
    /// `none`, `acroform` or `xfa`.
    public var forms: String?
    /// Whether it holds scripts.
    public var javascript: Bool?
    /// Whether it has an outline: bookmarks.
    public var outlines: Bool?
    /// Whether it is a portfolio, a collection of embedded files (ISO 32000-2, 12.3.5).
    public var portfolio: Bool?
    /// How many states of the document the file holds: 1, and one more for each incremental update.
    public var revisions: Int?
    /// The number of embedded files.
    public var attachments: Int?
    /// The PDF/A level that it claims: `1b`, `2u`.
    public var pdfa: String?
    /// The PDF/X version that it claims: `PDF/X-1a:2001`.
    public var pdfx: String?
    /// Page sizes in points, as displayed, grouped in the order of first use.
    public var pageSizes: [PageSize]?
    /// What a user without the owner's password may do.
    public var permissions: [String]?
    /// Lines of text that an outside analyser read off the pages, in its order.
    public var textLines: [TextLine]?

    /// Nothing known.
    public init() {}
}

extension DocumentMetadata {
    /// A size that pages have.
    public struct PageSize: Codable, Hashable, Sendable {
        /// Points (1/72 inch).
        public var width: Double
        /// Points (1/72 inch).
        public var height: Double
        /// How many pages have it.
        public var count: Int

        /// Makes a page size.
        ///
        /// - Parameters:
        ///   - width: Points.
        ///   - height: Points.
        ///   - count: How many pages have it.
        public init(width: Double, height: Double, count: Int) {
            self.width = width
            self.height = height
            self.count = count
        }
    }
}

extension DocumentMetadata {
    /// A line of text that an outside analyser read off a page.
    public struct TextLine: Codable, Hashable, Sendable {
        /// What it read.
        public var text: String
        /// The page, from 1; absent when the analyser does not say.
        public var page: Int?
        /// How sure it is, 0...1.
        public var confidence: Double
        /// Which analyser.
        public var source: String

        /// Makes a line.
        ///
        /// - Parameters:
        ///   - text: What was read.
        ///   - page: The page, from 1.
        ///   - confidence: How sure the analyser is, 0...1.
        ///   - source: Which analyser.
        public init(text: String, page: Int? = nil, confidence: Double, source: String) {
            self.text = text
            self.page = page
            self.confidence = confidence
            self.source = source
        }
    }
}

extension DocumentMetadata {
    /// How a document is encrypted (ISO 32000-2, 7.6).
    public struct Encryption: Codable, Hashable, Sendable {
        /// The security handler: `Standard`, `Adobe.PubSec`.
        public var handler: String
        /// The algorithm's version, `V`.
        public var version: Int?
        /// The handler's revision, `R`.
        public var revision: Int?
        /// The length of the file's key, in bits.
        public var keyLength: Int?
        /// What streams are encrypted with: `rc4`, `aes-128`, `aes-256`, `none`.
        public var cipher: String?

        /// Makes a description.
        ///
        /// - Parameter handler: The security handler.
        public init(handler: String) {
            self.handler = handler
        }
    }
}
