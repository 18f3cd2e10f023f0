/// A member of the record that readers can find; the raw value is its path there.
///
/// Units are the record's: pixels, seconds, millimetres, decimal degrees, metres, RFC 3339.
public enum Field: String, CaseIterable, Codable, Hashable, Sendable {
    // MARK: - Image

    /// The stored width in pixels.
    case imageStoredWidth = "image.stored.width"
    /// The stored height in pixels.
    case imageStoredHeight = "image.stored.height"
    /// How the stored pixels are to be shown, 1...8 (TIFF 6.0, Orientation). From EXIF or TIFF.
    case imageOrientation = "image.orientation"
    /// What the container says of orientation, 1...8 (HEIF `irot` and `imir`): it outranks EXIF.
    case imageContainerOrientation = "image.containerOrientation"
    /// The number of frames or pages.
    case imageFrames = "image.frames"
    /// The colour model: `gray`, `rgb`, `ycbcr`, `cmyk`, `ycck`, `palette`, `lab`.
    case imageColorModel = "image.color.model"
    /// Bits a sample.
    case imageBitDepth = "image.color.bitDepth"
    /// Samples a pixel, alpha among them.
    case imageChannels = "image.color.channels"
    /// Whether a pixel can be transparent.
    case imageAlpha = "image.color.alpha"
    /// The description of the embedded ICC profile.
    case imageColorProfile = "image.color.profile"
    /// Horizontal resolution in `image.resolution.unit`.
    case imageResolutionX = "image.resolution.x"
    /// Vertical resolution in `image.resolution.unit`.
    case imageResolutionY = "image.resolution.y"
    /// `inch`, `centimetre`, `metre` or `none`.
    case imageResolutionUnit = "image.resolution.unit"
    /// The program that wrote the image.
    case imageSoftware = "image.software"
    /// Title.
    case imageTitle = "image.title"
    /// What the picture shows, in words.
    case imageDescription = "image.description"
    /// Who made it.
    case imageCreator = "image.creator"
    /// Keywords: a list of text.
    case imageKeywords = "image.keywords"
    /// What somebody thought of it, -1 (rejected) to 5.
    case imageRating = "image.rating"
    /// When the picture was taken, local time: `YYYY-MM-DDTHH:MM:SS[.fff]`; shorter when the file says no more.
    case imageCaptureTime = "image.capture.time"
    /// The offset of that time from UTC, `+01:00`; only when the file says so.
    case imageCaptureOffset = "image.capture.offset"
    /// The camera's maker.
    case imageCameraMake = "image.camera.make"
    /// The camera's model.
    case imageCameraModel = "image.camera.model"
    /// The lens.
    case imageCameraLens = "image.camera.lens"
    /// The serial number of the camera's body.
    case imageCameraSerial = "image.camera.serial"
    /// Exposure time in seconds.
    case imageExposureSeconds = "image.exposure.seconds"
    /// The f-number.
    case imageExposureFNumber = "image.exposure.fNumber"
    /// Sensitivity as ISO 12232 defines it.
    case imageExposureISO = "image.exposure.iso"
    /// Focal length in millimetres.
    case imageExposureFocalLength = "image.exposure.focalLength"
    /// Focal length as on 35 mm film, in millimetres.
    case imageExposureFocalLength35mm = "image.exposure.focalLength35mm"
    /// Whether the flash fired.
    case imageExposureFlashFired = "image.exposure.flashFired"
    /// Latitude in degrees, north positive.
    case imageLatitude = "image.location.latitude"
    /// Longitude in degrees, east positive.
    case imageLongitude = "image.location.longitude"
    /// Altitude in metres over sea level.
    case imageAltitude = "image.location.altitude"
    /// When the position was measured, RFC 3339 in UTC.
    case imageLocationTime = "image.location.time"

    // MARK: - Document

    /// The number of pages.
    case documentPageCount = "document.pageCount"
    /// The version of the PDF specification, `1.7`.
    case documentVersion = "document.pdfVersion"
    /// Title.
    case documentTitle = "document.title"
    /// Author.
    case documentAuthor = "document.author"
    /// Subject.
    case documentSubject = "document.subject"
    /// Keywords, as they stand in the file.
    case documentKeywords = "document.keywords"
    /// The program that made the original.
    case documentCreator = "document.creator"
    /// The program that made the PDF.
    case documentProducer = "document.producer"
    /// When it was made, RFC 3339.
    case documentCreated = "document.created"
    /// When it was last changed, RFC 3339.
    case documentModified = "document.modified"
    /// Whether any encryption is applied.
    case documentEncrypted = "document.encrypted"
    /// Whether it cannot be opened without a password.
    case documentNeedsPassword = "document.needsPassword"
    /// How it is encrypted, as an object: handler, version, revision, keyLength in bits, cipher.
    case documentEncryption = "document.encryption"
    /// Whether it is linearized ("fast web view").
    case documentLinearized = "document.linearized"
    /// Whether it is a tagged PDF.
    case documentTagged = "document.tagged"
    /// The number of signature fields.
    case documentSignatures = "document.signatures"
    /// `none`, `acroform` or `xfa`.
    case documentForms = "document.forms"
    /// Whether it holds scripts.
    case documentJavaScript = "document.javascript"
    /// Whether it has an outline: bookmarks.
    case documentOutlines = "document.outlines"
    /// Whether it is a portfolio: a collection of embedded files.
    case documentPortfolio = "document.portfolio"
    /// How many states of the document the file holds: 1, and one more for each incremental update.
    case documentRevisions = "document.revisions"
    /// The number of embedded files.
    case documentAttachments = "document.attachments"
    /// The PDF/A level that it claims: `1b`, `2u`.
    case documentPDFA = "document.pdfa"
    /// The PDF/X version that it claims: `PDF/X-1a:2001`.
    case documentPDFX = "document.pdfx"
    /// Page sizes in points, grouped: `[{width, height, count}]`.
    case documentPageSizes = "document.pageSizes"
    /// What a user may do: `print`, `modify`, `copy`, `annotate`, `fillForms`, `extract`, `assemble`, `printHighResolution`.
    case documentPermissions = "document.permissions"
    /// Lines of text that an outside analyser read: `[{text, page, confidence, source}]`.
    case documentTextLines = "document.textLines"

    // MARK: - Table

    /// The character encoding, an IANA name in lower case.
    case tableEncoding = "table.encoding"
    /// Whether a byte order mark stands at the start.
    case tableBOM = "table.bom"
    /// The dialect as an object: delimiter, quote, escape, lineTerminator, comment, skipRows.
    case tableDialect = "table.dialect"
    /// Whether the first records name the columns.
    case tableHeader = "table.header"
    /// The number of data records.
    case tableRowCount = "table.rowCount"
    /// The dialect that came second: `{delimiter, quote}`.
    case tableRunnerUp = "table.runnerUp"
    /// How many records have each end: `{lf, crlf, cr}`.
    case tableLineEnds = "table.lineEnds"
    /// The number of records that name the columns.
    case tableHeaderRows = "table.headerRows"
    /// The number of records behind the data that remark on them.
    case tableFooterRows = "table.footerRows"
    /// How many records have each number of fields: `[{fields, rows}]`.
    case tableFieldCounts = "table.fieldCounts"
    /// The first data record that denied what the beginning had suggested.
    case tableFirstContradictedAtRow = "table.firstContradictedAtRow"
    /// The number of data records whose fields are all empty.
    case tableEmptyRows = "table.emptyRows"
    /// The number of columns.
    case tableColumnCount = "table.columnCount"
    /// The number of data records with another number of fields.
    case tableRaggedRows = "table.raggedRows"
    /// How sure the dialect is, 0...1.
    case tableConfidence = "table.confidence"
    /// The columns: `[{name, type, format, nullable}]`.
    case tableColumns = "table.columns"

    // MARK: - Other

    /// What an outside analyser said: `[{name, confidence, source}]`.
    case labels = "labels"
}

extension Field {
    /// The place in ``allCases``, from 0.
    ///
    /// Cases without values are laid out as their numbers in the order of declaration (the Swift ABI, Type Layout); a
    /// test compares them with ``allCases``.
    package var ordinal: Int { Int(unsafe unsafeBitCast(self, to: UInt8.self)) }

    /// Hashes the place, which is cheaper than the path.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(ordinal)
    }
}
