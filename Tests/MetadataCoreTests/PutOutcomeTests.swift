import MetadataCore
import Testing

@Suite struct PutOutcomeTests {
    private static func stored(_ sequence: Int64, _ status: MetadataRecord.Status, size: Int = 1) -> StoredRecord {
        StoredRecord(
            key: RecordKey(fileID: "f", versionID: "v"), sequence: sequence,
            record: MetadataRecord(size: size, status: status))
    }

    @Test func theFirstRecordIsStored() {
        #expect(PutOutcome.deciding(Self.stored(1, .failed), over: nil) == .stored)
    }

    @Test(arguments: MetadataRecord.Status.allCases) func anOlderRecordNeverReplacesANewer(
        status: MetadataRecord.Status
    ) {
        #expect(PutOutcome.deciding(Self.stored(1, status), over: Self.stored(2, .failed)) == .refusedOlder)
    }

    @Test(arguments: [Int64(2), 3]) func aFailedRecordNeverReplacesAProcessed(sequence: Int64) {
        #expect(PutOutcome.deciding(Self.stored(sequence, .failed), over: Self.stored(2, .partial)) == .refusedFailed)
        #expect(PutOutcome.deciding(Self.stored(sequence, .complete), over: Self.stored(2, .failed)) == .stored)
    }

    @Test func puttingTheSameAgainChangesNothing() {
        #expect(PutOutcome.deciding(Self.stored(2, .complete), over: Self.stored(2, .complete)) == .unchanged)
        #expect(PutOutcome.deciding(Self.stored(2, .complete, size: 2), over: Self.stored(2, .complete)) == .stored)
    }
}
