/// Heals what events and executions lost: looks at everything that is unfinished and past its time.
package struct Reconciler: Sendable {
    package let services: Services

    package init(_ services: Services) {
        self.services = services
    }

    /// What a run did.
    package struct Report: Hashable, Sendable {
        package var looked = 0
        package var started = 0
        package var failed = 0
        package var expired = 0

        package init() {}

        package var json: JSONValue {
            .object([
                "looked": .integer(looked), "started": .integer(started), "failed": .integer(failed),
                "expired": .integer(expired),
            ])
        }
    }

    /// Looks at all unfinished items that are due.
    ///
    /// - Parameter limit: The most items to look at; the next run goes on.
    /// - Returns: What was done.
    /// - Throws: ``PipelineError``; what was done stays done.
    package func run(limit: Int = 10_000) async throws -> Report {
        var report = Report()
        for partition in ListEntry.openPartitions {
            var start: IndexPosition?
            repeat {
                let page = try await services.table.page(
                    IndexQuery(.open, partition, before: services.now().text, start: start, limit: 100))
                for item in page.items where report.looked < limit {
                    report.looked += 1
                    try await look(at: item.key, &report)
                }
                start = page.next
            } while start != nil && report.looked < limit
        }
        return report
    }

    private func look(at key: ItemKey, _ report: inout Report) async throws {
        guard let item = try await services.table.item(key) else { return }
        if let version = FileVersion(item), let state = VersionState(item) {
            try await heal(version, state, &report)
        } else if key.sort == ItemKey.upload("").sort {
            try await heal(intent: item, key, &report)
        }
    }

    /// A version whose lease is over: another execution, or the end.
    private func heal(_ version: FileVersion, _ state: VersionState, _ report: inout Report) async throws {
        guard !state.status.isFinal, state.leaseUntil < services.now() else { return }
        guard state.starts < services.settings.maximumStarts else {
            let detail = "\(state.starts) executions ended without a result"
            if try await Sweeper(services).mark(version, state, reason: "Pipeline.GaveUp", detail: detail) {
                report.failed += 1
            }
            return
        }
        if try await Router(services).restart(version, state) { report.started += 1 }
    }

    /// A promise: the object may be there though no event came.
    private func heal(intent: ItemAttributes, _ key: ItemKey, _ report: inout Report) async throws {
        guard let bucket = intent[.bucket]?.string, let objectKey = intent[.key]?.string,
            let created = intent[.createdAt]?.string.flatMap({ Timestamp(parsing: $0) })
        else { return }
        let name = ObjectName(bucket: bucket, key: objectKey)
        if let head = try await services.objects.head(name) {
            let event = ObjectEvent(
                bucket: bucket, key: objectKey, versionID: head.versionID, byteCount: head.byteCount, time: created)
            if try await Router(services).route(event) == .started { report.started += 1 }
        } else {
            try await postpone(key, created, &report)
        }
    }

    /// Looks again later, until the promise is too old.
    private func postpone(_ key: ItemKey, _ created: Timestamp, _ report: inout Report) async throws {
        let now = services.now()
        let isOver = created.adding(seconds: services.settings.intentLifetime) < now
        let write =
            isOver
            ? ItemWrite(key, if: .present(.openSort), remove: [.openPartition, .openSort, .listPartition, .listSort])
            : ItemWrite(key, if: .present(.openSort), set: [.openSort: .string(now.adding(seconds: 900).text)])
        if try await services.table.write([write]) == .written, isOver { report.expired += 1 }
    }
}
