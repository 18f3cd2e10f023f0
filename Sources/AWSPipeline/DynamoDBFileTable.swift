package import AWSTransport
package import Pipeline

/// A table of DynamoDB as the pipeline's table. Its indexes are named `list` and `open`.
package struct DynamoDBFileTable: FileTable {
    private let client: DynamoDBClient
    private let name: String

    package init(_ client: DynamoDBClient, table name: String) {
        self.client = client
        self.name = name
    }

    package func item(_ key: ItemKey) async throws -> ItemAttributes? {
        do {
            return try await client.get(key.item, from: name).map(ItemAttributes.init)
        } catch {
            throw PipelineError(error)
        }
    }

    package func write(_ writes: [ItemWrite]) async throws -> WriteOutcome {
        do {
            if let write = writes.first, writes.count == 1 {
                let expression = write.expression
                try await client.update(
                    write.key.item, in: name, expression.updating, if: expression.conditional)
            } else {
                try await client.transact(writes.map { $0.transacted(in: name) })
            }
            return .written
        } catch  where error.code == .conditionFailed {
            return .refused([0])
        } catch  where error.code == .transactionCancelled {
            return try Self.outcome(of: error)
        } catch {
            throw PipelineError(error)
        }
    }

    /// Which guards did not hold; anything else that cancels a transaction may pass.
    private static func outcome(of error: AWSError) throws -> WriteOutcome {
        let reasons = error.cancellationReasons.enumerated().filter { $0.element.code != "None" }
        guard !reasons.isEmpty, reasons.allSatisfy({ $0.element.code == "ConditionalCheckFailed" }) else {
            throw PipelineError(.unavailable, "\(error)")
        }
        return .refused(reasons.map(\.offset))
    }
}

// MARK: - Indexes

extension DynamoDBFileTable {
    package func page(_ query: IndexQuery) async throws -> IndexPage {
        let index = query.index
        var names = ["#partition": index.partition.rawValue]
        var values: DynamoDBItem = [":partition": .string(query.partition)]
        var condition = "#partition = :partition"
        if let before = query.before {
            names["#sort"] = index.sort.rawValue
            values[":before"] = .string(before)
            condition += " AND #sort < :before"
        }
        var asked = DynamoDBQuery(
            name, index: index.rawValue, where: DynamoDBExpression(condition, names: names, values: values))
        asked.isAscending = !query.isDescending
        asked.limit = query.limit
        asked.start = query.start.map { $0.item(in: query) }
        do {
            return IndexPage(try await client.query(asked), index)
        } catch {
            throw PipelineError(error)
        }
    }
}

extension IndexPosition {
    fileprivate func item(in query: IndexQuery) -> DynamoDBItem {
        key.item.merging([
            query.index.partition.rawValue: .string(query.partition), query.index.sort.rawValue: .string(sort),
        ]) { $1 }
    }

    fileprivate init?(_ item: DynamoDBItem, _ index: IndexQuery.Index) {
        guard let sort = item[index.sort.rawValue]?.string, let key = ItemKey(item) else { return nil }
        self.init(sort: sort, key: key)
    }
}

extension IndexPage {
    fileprivate init(_ page: DynamoDBPage, _ index: IndexQuery.Index) {
        let items = page.items.compactMap { item in
            ItemKey(item).map { IndexItem(key: $0, attributes: ItemAttributes(item)) }
        }
        self.init(items: items, next: page.next.flatMap { IndexPosition($0, index) })
    }
}
