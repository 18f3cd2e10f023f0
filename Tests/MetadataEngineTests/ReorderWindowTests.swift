import Testing

@testable import MetadataEngine

@Suite struct ReorderWindowTests {
    @Test(arguments: 1...20) func resultsComeInTheOrderOfTheWork(capacity: Int) {
        var window = ReorderWindow<Int>(capacity: capacity)
        var generator = SystemRandomNumberGenerator()
        var out: [Int] = []
        var emitted: [Int] = []
        var next = 0
        while emitted.count < 200 {
            while window.hasRoom, next < 200 {
                out.append(window.handOut())
                next += 1
            }
            #expect(out.count <= capacity)
            if let index = out.indices.randomElement(using: &generator) {
                let item = out.remove(at: index)
                window.complete(item, with: item)
            }
            while let item = window.emit() { emitted.append(item) }
        }
        #expect(emitted == Array(0..<200))
        #expect(window.isDrained)
    }

    @Test func aSlowPieceHoldsBackNoMoreThanTheCapacity() {
        var window = ReorderWindow<Int>(capacity: 3)
        for _ in 0..<3 { _ = window.handOut() }
        window.complete(1, with: 1)
        window.complete(2, with: 2)
        #expect(!window.hasRoom)
        #expect(window.emit() == nil)
        window.complete(0, with: 0)
        #expect(window.isNextReady)
        #expect(window.emit() == 0)
        #expect(window.hasRoom)
    }
}
