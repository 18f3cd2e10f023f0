import Assay
import Checksums
import SystemPackage

/// What a run did, as one JSON object: counts, bytes, the slowest files, versions.
struct RunSummary {
    let snapshot: RunSnapshot
    let readers: [String]

    var json: String {
        let counts = snapshot.counts
        let slowest = counts.slowest.map { file in
            "{\"path\":\(JSONText.quoted(file.path)),\"seconds\":\(seconds(file.duration))}"
        }
        let members = [
            "\"bytes\":\(counts.byteCount)",
            "\"files\":\(counts.fileCount)",
            "\"formats\":\(JSONText.object(counts.byFormat))",
            "\"seconds\":\(seconds(snapshot.elapsed))",
            "\"slowest\":[\(slowest.joined(separator: ","))]",
            "\"statuses\":\(JSONText.object(counts.byStatus))",
            "\"unchanged\":\(counts.unchangedCount)",
            "\"versions\":\(versions)",
        ]
        return "{" + members.joined(separator: ",") + "}\n"
    }

    private var versions: String {
        let readers = readers.map(JSONText.quoted).joined(separator: ",")
        return "{\"assay\":\(JSONText.quoted(Version.current)),\"checksums\":"
            + "\(JSONText.quoted(ChecksumTier.current.description)),\"readers\":[\(readers)],"
            + "\"schema\":\(JSONText.quoted(MetadataRecord.currentSchema))}"
    }

    private func seconds(_ duration: Duration) -> Double {
        (duration / .seconds(1) * 1_000_000).rounded() / 1_000_000
    }

    /// Writes the summary to a file.
    func write(to path: String) throws(OutputError) {
        do {
            let file = try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .truncate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            try file.closeAfter { _ = try file.writeAll(json.utf8) }
        } catch {
            throw OutputError(reason: "\(path): \(error)")
        }
    }
}
