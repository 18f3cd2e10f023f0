internal import CSVSniffing
internal import MetadataCore
internal import Normalization
internal import SystemPackage

extension ExtractionEngine {
    /// Reads a file; one that changes meanwhile is read once more.
    func evidence(of location: FileLocation) async throws(ExtractionError) -> (Evidence, FileStatus?) {
        try await evidence(of: location, OpenedFile(location))
    }

    /// As ``evidence(of:)``, of a file that is open already.
    func evidence(
        of location: FileLocation, _ opened: OpenedFile
    ) async throws(ExtractionError) -> (Evidence, FileStatus?) {
        var (evidence, status, isStable) = try await attempt(at: location, opened)
        guard !isStable else { return (evidence, status) }
        (evidence, status, isStable) = try await attempt(at: location, OpenedFile(location))
        if !isStable {
            evidence.extraction.issues.append(
                Issue(
                    .changedWhileRead, .warning, stage: .read, retryable: true,
                    detail: "the file changed while it was read, twice; values may not belong together"))
        }
        return (evidence, status)
    }

    private func attempt(
        at location: FileLocation, _ opened: OpenedFile
    ) async throws(ExtractionError) -> (Evidence, FileStatus?, Bool) {
        switch opened {
        case .nothing(let format, let issue): return (.nothing(format, issue), nil, true)
        case .directory:
            let issue = Issue(.notRegularFile, .error, stage: .open, detail: "a directory, where a file was expected")
            return (.nothing(.directory, issue), nil, true)
        case .file(let source, let status):
            let evidence = try await read(source, hint: location.hint)
            return (evidence, status, (try? source.status()) == status)
        }
    }

    /// Asks the readers of this process for what the content holds.
    func reading(of evidence: Evidence, from source: HeadedSource) async -> Reading {
        await readers.read(source, as: evidence.subject.format, options: options)
    }

    /// Asks the native readers, and applies the policies.
    func complete(_ evidence: Evidence, with reading: Reading) async -> Evidence {
        var evidence = evidence
        evidence.extraction.merge(await readers.complete(reading, options: options))
        options.location.apply(to: &evidence.extraction.findings)
        return evidence
    }

    /// Identifies, reads every byte once and extracts; or reads what extraction asks for, and counts.
    func read(_ source: any ByteSource, hint: FormatHint) async throws(ExtractionError) -> Evidence {
        guard options.readsRangesOnly else { return try await readEverything(of: source, hint: hint) }
        let planned = PlannedSource(source)
        do {
            let head = try planned.head(RangePlan.headByteCount)
            var evidence = try await read(HeadedSource(head: head, base: planned), hint: hint)
            evidence.reads = planned.counts
            return evidence
        } catch  where error.code != .cancelled {
            return .unreadable(error, byteCount: source.byteCount)
        }
    }

    private func readEverything(of source: any ByteSource, hint: FormatHint) async throws(ExtractionError) -> Evidence {
        var buffer = buffers.take()
        defer { buffers.giveBack(buffer) }
        do {
            let count = min(try source.fill(&buffer, from: 0), source.byteCount)
            return try await read(HeadedSource(head: buffer[0..<count], base: source), hint: hint)
        } catch  where error.code != .cancelled {
            return .unreadable(error, byteCount: source.byteCount)
        }
    }

    private func read(_ source: HeadedSource, hint: FormatHint) async throws(ExtractionError) -> Evidence {
        let type = ContentType(of: source, hint: hint)
        var evidence = Evidence(type, byteCount: source.byteCount)
        var pass = ContentPass(checksums: options.readsEveryByte, table: type.isTable)
        if pass.needsEveryByte {
            do {
                try pass.run(head: source.head, rest: source.base, buffers: buffers)
                evidence.subject.checksums = pass.checksums()
            } catch  where error.code != .cancelled {
                evidence.extraction.report(error, .error)
            }
        }
        if let verdict = pass.verdict() { evidence.extraction.merge(Extraction(verdict)) }
        if Task.isCancelled { throw ExtractionError(.cancelled, "the task was cancelled") }
        return await complete(evidence, with: reading(of: evidence, from: source))
    }
}

extension Evidence {
    init(_ type: ContentType, byteCount: Int) {
        subject = Normalizer.Subject(size: byteCount, format: type.format, mediaType: type.mediaType)
        basis = type.basis
        extraction.issues = type.issues
    }

    fileprivate static func unreadable(_ error: ExtractionError, byteCount: Int) -> Evidence {
        let subject = Normalizer.Subject(
            size: byteCount, format: .unknown, mediaType: FileFormat.unknown.specialMediaType)
        var evidence = Evidence(subject: subject, basis: "not read")
        evidence.extraction.issues = [Issue(error, .error, stage: .read)]
        return evidence
    }
}

extension FileLocation {
    /// What the name says of the content.
    var hint: FormatHint { FormatHint(fileName: String(decoding: nameBytes, as: UTF8.self)) }
}
