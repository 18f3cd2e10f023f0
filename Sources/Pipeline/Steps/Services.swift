/// Starts executions of the workflow.
package protocol WorkflowStarter: Sendable {
    /// Starts an execution; one of that name that is there already is as good.
    ///
    /// - Throws: ``PipelineError``.
    func start(name: String, input: JSONValue) async throws
}

/// The queue of what failed.
package protocol DeadLetters: Sendable {
    /// Adds a letter.
    ///
    /// - Throws: ``PipelineError``.
    func send(_ letter: JSONValue) async throws
}

/// What every step of the pipeline works with.
package struct Services: Sendable {
    package var objects: any ObjectStore
    package var table: any FileTable
    package var workflow: any WorkflowStarter
    package var deadLetters: any DeadLetters
    package var settings: PipelineSettings
    package var now: @Sendable () -> Timestamp

    package init(
        objects: any ObjectStore, table: any FileTable, workflow: any WorkflowStarter, deadLetters: any DeadLetters,
        settings: PipelineSettings, now: @escaping @Sendable () -> Timestamp
    ) {
        self.objects = objects
        self.table = table
        self.workflow = workflow
        self.deadLetters = deadLetters
        self.settings = settings
        self.now = now
    }
}

/// The pipeline's limits and times.
package struct PipelineSettings: Hashable, Sendable {
    /// The bucket of uploads and of records that do not fit into the table.
    package var bucket: String
    /// The longest file that is accepted.
    package var maximumByteCount = 5 << 30
    /// How long a router may take to have an execution begin.
    package var routeLease = 20
    /// How long an execution may hold a file.
    package var claimLease = 420
    /// How many executions a version is given before it counts as failed.
    package var maximumStarts = 5
    /// The longest record that is kept in the table.
    package var inlineRecordByteCount = 100 << 10
    /// Letters that were sent later than this are left in their queue; nil when all are replayed.
    package var replayUntil: Timestamp?
    /// How long an upload may take until nobody looks for it any more.
    package var intentLifetime = 86_400

    package init(bucket: String) {
        self.bucket = bucket
    }
}
