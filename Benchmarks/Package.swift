// swift-tools-version: 6.1

import PackageDescription

let package = Package(
    name: "assay-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "assay", path: ".."),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []),
    ],
    targets: [
        .target(
            name: "Samples",
            dependencies: [
                .product(name: "Assay", package: "assay"), .product(name: "Normalization", package: "assay"),
            ],
            path: "Benchmarks/Samples"),
        .executableTarget(
            name: "AssayBenchmarks",
            dependencies: [
                "Samples",
                .product(name: "Assay", package: "assay"),
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "CSVSniffing", package: "assay"),
                .product(name: "Checksums", package: "assay"),
                .product(name: "Normalization", package: "assay"),
            ],
            path: "Benchmarks/AssayBenchmarks",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
        .executableTarget(
            name: "Workloads",
            dependencies: [
                "Samples",
                .product(name: "Assay", package: "assay"),
                .product(name: "CSVSniffing", package: "assay"),
                .product(name: "Normalization", package: "assay"),
            ],
            path: "Benchmarks/Workloads"),
        .executableTarget(
            name: "IsolationCost",
            dependencies: [
                .product(name: "Assay", package: "assay"),
                .product(name: "Isolation", package: "assay"),
                .product(name: "NativeReaders", package: "assay"),
            ],
            path: "Benchmarks/IsolationCost"),
    ]
)
