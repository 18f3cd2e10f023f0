import ObjectExtraction

/// Makes records of delimited text, and of whatever no other worker reads.
@main
enum CSVLambda {
    static func main() async throws {
        try await ExtractorFunction.run(.table) { [] }
    }
}
