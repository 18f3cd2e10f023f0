import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A time in nanoseconds since 1970: that of a file's last change, or one that is written out.
struct FileTime {
    let nanoseconds: Int64

    /// When a file was last changed; nil when there is none.
    init?(ofFile path: String) {
        var facts = stat()
        guard unsafe stat(path, &facts) == 0 else { return nil }
        nanoseconds = Int64(facts.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(facts.st_mtim.tv_nsec)
    }

    /// The time of a file of that name, or `2026-11-25`, `2026-11-25T10:30`, `2026-11-25T10:30:00+01:00`; UTC where
    /// nothing else is said.
    init(argument: String) throws {
        guard let time = Self(ofFile: argument) ?? Self(rfc3339: argument) else {
            throw ValidationError("'\(argument)' is neither a file nor a time such as 2026-11-25T10:30:00Z.")
        }
        self = time
    }

    /// RFC 3339, with the time or its seconds left out.
    private init?(rfc3339 text: String) {
        var rest = Substring(text)
        guard let year = Self.number(&rest, 4), Self.take("-", &rest), let month = Self.number(&rest, 2),
            Self.take("-", &rest), let day = Self.number(&rest, 2), 1...12 ~= month, 1...31 ~= day
        else { return nil }
        var seconds = Self.days(year, month, day) * 86_400
        if Self.take("T", &rest) || Self.take(" ", &rest) {
            guard let hour = Self.number(&rest, 2), Self.take(":", &rest), let minute = Self.number(&rest, 2) else {
                return nil
            }
            seconds += hour * 3_600 + minute * 60
            if Self.take(":", &rest) {
                guard let second = Self.number(&rest, 2) else { return nil }
                seconds += second
            }
        }
        guard let offset = Self.offset(&rest), rest.isEmpty else { return nil }
        nanoseconds = Int64(seconds - offset) * 1_000_000_000
    }

    private static func offset(_ text: inout Substring) -> Int? {
        if text.isEmpty || take("Z", &text) { return 0 }
        let sign = take("-", &text) ? -1 : take("+", &text) ? 1 : 0
        guard sign != 0, let hours = number(&text, 2), take(":", &text), let minutes = number(&text, 2) else {
            return nil
        }
        return sign * (hours * 3_600 + minutes * 60)
    }

    private static func take(_ character: Character, _ text: inout Substring) -> Bool {
        guard text.first == character else { return false }
        text.removeFirst()
        return true
    }

    private static func number(_ text: inout Substring, _ count: Int) -> Int? {
        let digits = text.prefix(count)
        guard digits.count == count, digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        text = text.dropFirst(count)
        return Int(digits)
    }

    /// Days since 1970 of the Gregorian calendar, whose years begin in March here.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    }
}
