import CFuzzer

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// `Fuzz TARGET [libFuzzer's arguments]`, `Fuzz --list`, `Fuzz --seeds FIXTURES FOLDER`, `Fuzz --replay FOLDER`.
@main
enum Fuzz {
    /// The target that libFuzzer drives; its callback is a C function and can hold nothing.
    nonisolated(unsafe) private static var target: Target?

    static func main() {
        let arguments = CommandLine.arguments
        switch arguments.dropFirst().first {
        case "--list": for target in Target.all { print(target.name) }
        case "--seeds" where arguments.count == 4: Seeds.write(from: arguments[2], to: arguments[3])
        case "--replay" where arguments.count == 3: Seeds.replay(arguments[2])
        case let name?: drive(name)
        case nil: exit(2)
        }
    }

    private static func drive(_ name: String) {
        guard let found = Target.all.first(where: { $0.name == name }) else {
            print("There is no target '\(name)'; --list names them.")
            exit(2)
        }
        target = found
        var count = CommandLine.argc - 1
        var values: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
        exit(
            LLVMFuzzerRunDriver(&count, &values) { pointer, count in
                Fuzz.target?.run(Array(UnsafeBufferPointer(start: pointer, count: count)))
                return 0
            })
    }
}
