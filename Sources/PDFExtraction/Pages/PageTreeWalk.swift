internal import MetadataCore

/// A walk over the page tree (ISO 32000-2, 7.7.3), bounded in depth and in nodes; no node is entered twice.
struct PageTreeWalk {
    /// The number of leaves met.
    private(set) var pageCount = 0
    /// The sizes of the leaves met.
    private(set) var sizes = PageSizeGroups()
    /// Leaves that were looked at, for their annotations and actions.
    private(set) var pages: [LoadedObject] = []
    /// Whether every node was met: ``pageCount`` is the number of pages.
    private(set) var isComplete = true
    /// What was wrong with the tree, the first of it.
    private(set) var damage: ExtractionError?

    private let objects: PDFObjects
    private var entered: Set<PDFReference> = []
    private var nodesLeft: Int
    private let depthLimit: Int

    /// In a larger document only the first pages are looked at; opening each would take longer than all else.
    static let nodeLimit = 20_000
    /// Pages whose dictionaries are kept.
    private static let keptPageCount = 1_000

    init(_ objects: PDFObjects) {
        self.objects = objects
        nodesLeft = min(Self.nodeLimit, max(64, objects.limits.elementCount))
        depthLimit = max(16, min(objects.limits.depth, 1 << 20) * 8)
    }

    private struct Level {
        var kids: ArraySlice<PDFObject>
        var attributes: PageAttributes
    }

    /// Walks from the root on.
    mutating func walk(_ tree: PageTree) {
        isComplete = !tree.loaded.isCut
        do throws(ExtractionError) {
            entered.insert(tree.reference)
            var stack = [try level(of: tree.root, PageAttributes())]
            while var level = stack.popLast() {
                guard let kid = level.kids.popFirst() else { continue }
                stack.append(level)
                guard nodesLeft > 0 else {
                    isComplete = false
                    return
                }
                nodesLeft -= 1
                guard let next = try visit(kid, level.attributes) else { continue }
                guard stack.count < depthLimit else {
                    throw .limitExceeded("page tree nodes nest deeper than \(depthLimit)", at: nil)
                }
                stack.append(next)
            }
        } catch {
            fail(error)
        }
    }

    private mutating func fail(_ error: ExtractionError) {
        damage = damage ?? error
        isComplete = false
    }

    private func level(of node: PDFDictionary, _ attributes: PageAttributes) throws(ExtractionError) -> Level {
        var attributes = attributes
        try attributes.apply(node, objects)
        guard let kids = try objects.resolve(node["Kids"]).array else {
            // A page that stands where the root should: one page.
            if objects.file.isLenient { return Level(kids: [], attributes: attributes) }
            throw .corrupt("a page tree node without Kids", at: nil)
        }
        return Level(kids: kids[...], attributes: attributes)
    }

    /// Counts a leaf, or enters a node.
    private mutating func visit(_ kid: PDFObject, _ attributes: PageAttributes) throws(ExtractionError) -> Level? {
        guard let reference = kid.reference, let loaded = try objects.object(reference),
            let node = try objects.resolve(loaded.object).dictionary
        else {
            fail(.corrupt("a page is missing", at: nil))
            return nil
        }
        let type = try objects.resolve(node["Type"]).name
        guard type == "Pages" || (type != "Page" && node["Kids"] != nil) else {
            try count(loaded, node, attributes)
            return nil
        }
        guard entered.insert(reference).inserted else {
            throw .limitExceeded("a page tree node is its own descendant, or belongs to two nodes", at: loaded.offset)
        }
        if loaded.isCut { isComplete = false }
        return try level(of: node, attributes)
    }

    private mutating func count(
        _ page: LoadedObject, _ node: PDFDictionary, _ attributes: PageAttributes
    ) throws(ExtractionError) {
        pageCount += 1
        var attributes = attributes
        try attributes.apply(node, objects)
        let userUnit = try objects.resolve(node["UserUnit"]).number ?? 1
        let size = attributes.size(userUnit: userUnit)
        sizes.add(width: size.width, height: size.height)
        if pages.count < Self.keptPageCount { pages.append(page) }
    }
}
