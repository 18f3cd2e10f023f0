internal import MetadataCore

/// What a document contains besides pages: forms, signatures, embedded files, scripts.
///
/// Trees and lists are followed as far as the budget goes; no object is entered twice.
struct DocumentContent {
    /// Whether something was not looked at.
    private(set) var isCut = false
    private let objects: PDFObjects
    private let catalog: PDFDictionary
    private var nodesLeft: Int
    private let depthLimit: Int

    init(_ objects: PDFObjects, _ catalog: PDFDictionary) {
        self.objects = objects
        self.catalog = catalog
        nodesLeft = min(20_000, max(64, objects.limits.elementCount))
        depthLimit = max(8, min(objects.limits.depth, 1_024))
    }

    /// ISO 32000-2, 14.7.1.
    var isTagged: Bool {
        get throws(ExtractionError) {
            let mark = try objects.resolve(catalog["MarkInfo"]).dictionary
            return try objects.resolve(mark?["Marked"]).boolean ?? false
        }
    }

    /// `none`, `acroform` or `xfa` (ISO 32000-2, 12.7.3).
    var forms: String {
        get throws(ExtractionError) {
            guard let form = try objects.resolve(catalog["AcroForm"]).dictionary else { return "none" }
            switch try objects.resolve(form["XFA"]) {
            case .array: return "xfa"
            case .dictionary: return "xfa"
            default: return "acroform"
            }
        }
    }

    /// Whether there is an outline with an item (ISO 32000-2, 12.3.3).
    var hasOutlines: Bool {
        get throws(ExtractionError) {
            let root = try objects.resolve(catalog["Outlines"]).dictionary
            return try objects.resolve(root?["First"]).dictionary != nil
        }
    }

    /// Whether the document is a collection of files (ISO 32000-2, 12.3.5).
    var isPortfolio: Bool {
        get throws(ExtractionError) { try objects.resolve(catalog["Collection"]).dictionary != nil }
    }

    /// Takes one step of the budget.
    private mutating func step() -> Bool {
        guard nodesLeft > 0 else {
            isCut = true
            return false
        }
        nodesLeft -= 1
        return true
    }
}

// MARK: - Trees

extension DocumentContent {
    /// A place in a tree of objects.
    private struct Node {
        let value: PDFObject
        let depth: Int
        /// What it inherits.
        var type: String?
    }

    /// Visits a tree, parents first. `body` returns a node's children.
    private mutating func visit(
        _ roots: [PDFObject],
        _ body: (PDFDictionary, Node) throws(ExtractionError) -> (children: [PDFObject], type: String?)
    ) throws(ExtractionError) {
        var stack = roots.reversed().map { Node(value: $0, depth: 0, type: nil) }
        var entered: Set<PDFReference> = []
        while let node = stack.popLast() {
            guard step() else { return }
            if let reference = node.value.reference, !entered.insert(reference).inserted {
                throw .limitExceeded("an object of a tree is reached twice", at: nil)
            }
            guard let dictionary = try objects.resolve(node.value).dictionary else { continue }
            let (children, type) = try body(dictionary, node)
            guard !children.isEmpty else { continue }
            guard node.depth < depthLimit else { throw .limitExceeded("a tree deeper than \(depthLimit)", at: nil) }
            stack += children.reversed().map { Node(value: $0, depth: node.depth + 1, type: type) }
        }
    }

    /// The number of names in a name tree, `EmbeddedFiles` (ISO 32000-2, 7.9.6 and 7.11.4).
    mutating func attachmentCount() throws(ExtractionError) -> Int {
        try nameCount("EmbeddedFiles")
    }

    private mutating func nameCount(_ tree: String) throws(ExtractionError) -> Int {
        let names = try objects.resolve(catalog["Names"]).dictionary
        guard let root = names?[tree] else { return 0 }
        var count = 0
        let objects = objects
        try visit([root]) { (node, _) throws(ExtractionError) in
            count += (try objects.resolve(node["Names"]).array?.count ?? 0) / 2
            return (try objects.resolve(node["Kids"]).array ?? [], nil)
        }
        return count
    }

    /// The number of signature fields (ISO 32000-2, 12.7.5.5).
    mutating func signatureCount() throws(ExtractionError) -> Int {
        let form = try objects.resolve(catalog["AcroForm"]).dictionary
        let fields = try objects.resolve(form?["Fields"]).array ?? []
        var count = 0
        let objects = objects
        try visit(fields) { (field, node) throws(ExtractionError) in
            let type = try objects.resolve(field["FT"]).name ?? node.type
            let kids = try objects.resolve(field["Kids"]).array ?? []
            // Kids without a name of their own are the field's appearances on pages.
            var isField = kids.isEmpty
            if let first = kids.first {
                isField = try objects.resolve(first).dictionary?["T"] == nil
            }
            if isField, type == "Sig" { count += 1 }
            return (isField ? [] : kids, type)
        }
        return count
    }
}

// MARK: - Scripts

extension DocumentContent {
    /// Whether an action of the document, of a page, of an annotation or of a field is a script (ISO 32000-2, 12.6).
    mutating func hasScripts(_ pages: [LoadedObject]) throws(ExtractionError) -> Bool {
        if try nameCount("JavaScript") > 0 { return true }
        if try hasScript(catalog, "OpenAction") { return true }
        for page in pages {
            guard let dictionary = page.object.dictionary else { continue }
            if try hasScript(among: dictionary["AA"]) { return true }
            for annotation in try objects.resolve(dictionary["Annots"]).array ?? [] {
                guard step() else { return false }
                guard let annotation = try objects.resolve(annotation).dictionary else { continue }
                if try hasScript(annotation, "A") { return true }
            }
        }
        return try hasScriptInFields()
    }

    private mutating func hasScriptInFields() throws(ExtractionError) -> Bool {
        let form = try objects.resolve(catalog["AcroForm"]).dictionary
        let fields = try objects.resolve(form?["Fields"]).array ?? []
        var found = false
        let (objects, content) = (objects, self)
        try visit(fields) { (field, _) throws(ExtractionError) in
            if found { return ([], nil) }
            if try content.hasScript(field, "A") { found = true }
            return (found ? [] : try objects.resolve(field["Kids"]).array ?? [], nil)
        }
        return found
    }

    /// Whether an action, or one of the additional actions beside it, is a script.
    private func hasScript(_ owner: PDFDictionary, _ key: String) throws(ExtractionError) -> Bool {
        if try isScript(owner[key]) { return true }
        return try hasScript(among: owner["AA"])
    }

    private func hasScript(among actions: PDFObject?) throws(ExtractionError) -> Bool {
        guard let actions, let dictionary = try objects.resolve(actions).dictionary else { return false }
        for action in dictionary.values where try isScript(action) { return true }
        return false
    }

    private func isScript(_ action: PDFObject?) throws(ExtractionError) -> Bool {
        guard let action, let dictionary = try objects.resolve(action).dictionary else { return false }
        return try objects.resolve(dictionary["S"]).name == "JavaScript"
    }
}
