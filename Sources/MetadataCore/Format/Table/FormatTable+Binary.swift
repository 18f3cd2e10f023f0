extension FormatTable {
    /// Code for machines.
    static let executables: [FormatEntry] = [
        FormatEntry(
            "elf", "application/x-elf", .executable, "so o elf ko axf", ["0: 7F 'ELF' 01", "0: 7F 'ELF' 02"],
            aliases: "application/x-executable application/x-sharedlib application/x-object application/x-coredump",
            look: BinaryLooks.elf),
        FormatEntry(
            "pe", "application/vnd.microsoft.portable-executable", .executable, "exe dll sys ocx scr efi mui",
            ["0: 'MZ'"], aliases: "application/x-msdownload application/x-dosexec application/x-msdos-program",
            look: BinaryLooks.portableExecutable),
        FormatEntry("dosexe", "application/x-dosexec", .executable, "exe com"),
        FormatEntry(
            "macho", "application/x-mach-binary", .executable, "dylib bundle o macho",
            [
                "0: CF FA ED FE", "0: CE FA ED FE", "0: FE ED FA CF", "0: FE ED FA CE", "0: CA FE BA BE 00 00 00",
                "0: CA FE BA BF 00 00 00",
            ],
            look: BinaryLooks.machO),
        FormatEntry(
            "class", "application/x-java", .executable, "class", ["0: CA FE BA BE"],
            aliases: "application/java-vm application/x-java-applet application/x-java-class",
            look: BinaryLooks.javaClass),
        FormatEntry(
            "pyc", "application/x-python-code", .executable, "pyc pyo",
            ["2: 0D 0A 00 00 00 00", "2: 0D 0A 01 00 00 00", "2: 0D 0A 03 00 00 00"],
            aliases: "application/x-bytecode.python"),
        FormatEntry("jmod", "application/x-java-jmod", .executable, "jmod", ["0: 'JM' 01 00 'PK' 03 04"]),
        FormatEntry(
            "terminfo", "application/x-terminfo", .executable, "", ["0: 1A 01 ?? 00 ?? 00", "0: 1E 02 ?? 00 ?? 00"],
            look: BinaryLooks.terminfo),
        FormatEntry(
            "gitpack", "application/x-git-pack", .archive, "pack", ["0: 'PACK' 00 00 00 02", "0: 'PACK' 00 00 00 03"]),
        FormatEntry(
            "gettextmo", "application/x-gettext-translation", .database, "mo gmo",
            ["0: DE 12 04 95 0? 00 0? 00", "0: 95 04 12 DE 00 0? 00 0?"]),
        FormatEntry("dex", "application/x-dex", .executable, "dex", ["0: 'dex' 0A 30 3? 3? 00"]),
        FormatEntry("wasm", "application/wasm", .executable, "wasm", ["0: 00 'asm' 01 00 00 00"]),
        FormatEntry("llvmbitcode", "application/x-llvm", .executable, "bc", ["0: 'BC' C0 DE", "0: DE C0 17 0B"]),
        FormatEntry("luabytecode", "application/x-lua-bytecode", .executable, "luac", ["0: 1B 'Lua' 5?"]),
        FormatEntry("serialized", "application/x-java-serialized-object", .executable, "ser", ["0: AC ED 00 05"]),
        FormatEntry("nes", "application/x-nes-rom", .executable, "nes", ["0: 'NES' 1A"]),
        FormatEntry(
            "lnk", "application/x-ms-shortcut", .executable, "lnk",
            ["0: 4C 00 00 00 01 14 02 00 00 00 00 00 C0 00 00 00 00 00 00 46"]),
        FormatEntry("uf2", "application/x-uf2", .executable, "uf2", ["0: 'UF2' 0A 57 51 5D 9E"]),
        FormatEntry("uboot", "application/x-uimage", .executable, "uimg", ["0: 27 05 19 56"]),
        FormatEntry("dtb", "application/x-device-tree", .executable, "dtb", ["0: D0 0D FE ED 00"]),
    ]

    /// Records and columns.
    static let databases: [FormatEntry] = [
        FormatEntry(
            "sqlite", "application/vnd.sqlite3", .database, "sqlite sqlite3 db db3 s3db",
            ["0: 'SQLite format 3' 00"], aliases: "application/x-sqlite3"),
        FormatEntry(
            "geopackage", "application/geopackage+sqlite3", .database, "gpkg",
            ["0: 'SQLite format 3' 00 & 68: 'GPKG'", "0: 'SQLite format 3' 00 & 68: 'GP10'"], general: "sqlite"),
        FormatEntry(
            "sqlitewal", "application/x-sqlite-wal", .database, "wal",
            ["0: 37 7F 06 82 00 2D E2 18", "0: 37 7F 06 83 00 2D E2 18"]),
        FormatEntry(
            "parquet", "application/vnd.apache.parquet", .database, "parquet pq", ["0: 'PAR1'", "0: 'PARE'"],
            look: BinaryLooks.parquet),
        FormatEntry("arrow", "application/vnd.apache.arrow.file", .database, "arrow feather", ["0: 'ARROW1' 00 00"]),
        FormatEntry(
            "arrowstream", "application/vnd.apache.arrow.stream", .database, "arrows",
            ["0: FF FF FF FF & 5: ?? 00 00 10 00 00 00"]),
        FormatEntry("feather", "application/x-feather", .database, "feather", ["0: 'FEA1' 00"]),
        FormatEntry("avro", "application/x-avro", .database, "avro", ["0: 'Obj' 01"], aliases: "avro/binary"),
        FormatEntry("orc", "application/x-orc", .database, "orc", ["0: 'ORC'"], look: BinaryLooks.orc),
        FormatEntry("duckdb", "application/x-duckdb", .database, "duckdb ddb", ["8: 'DUCK' ?? 00 00 00 00 00 00 00"]),
        FormatEntry(
            "access", "application/x-msaccess", .database, "mdb accdb",
            ["4: 'Standard Jet DB' 00", "4: 'Standard ACE DB' 00"], aliases: "application/vnd.ms-access"),
        FormatEntry(
            "berkeleydb", "application/x-dbm", .database, "db",
            ["12: 61 15 06 00", "12: 62 31 05 00", "12: 00 06 15 61", "12: 00 05 31 62"]),
        FormatEntry(
            "gdbm", "application/x-gdbm", .database, "gdbm db", ["0: CE 9A 57 13", "0: 13 57 9A CE", "0: CF 9A 57 13"]),
        FormatEntry(
            "dbf", "application/vnd.dbf", .database, "dbf", ["0: 03", "0: 30", "0: 83", "0: 8B", "0: F5"],
            aliases: "application/x-dbf application/dbase", priority: -2, look: BinaryLooks.dbf),
        FormatEntry("lmdb", "application/x-lmdb", .database, "mdb", ["16: DE C0 EF BE 01 00 00 00"]),
        FormatEntry("rocksdb", "application/x-leveldb-table", .database, "ldb sst"),
        FormatEntry(
            "pickle", "application/x-python-pickle", .database, "pkl pickle",
            ["0: 80 04 95 ?? ?? ?? ?? 00 00 00 00", "0: 80 05 95 ?? ?? ?? ?? 00 00 00 00"]),
        FormatEntry("gguf", "application/x-gguf", .database, "gguf", ["0: 'GGUF' 0? 00 00 00"]),
        FormatEntry("tflite", "application/x-tflite", .database, "tflite", ["4: 'TFL3'"]),
        FormatEntry("kdbx", "application/x-keepass2", .database, "kdbx", ["0: 03 D9 A2 9A 67 FB 4B B5"]),
        FormatEntry("evtx", "application/x-ms-evtx", .database, "evtx", ["0: 'ElfFile' 00"]),
        FormatEntry(
            "registryhive", "application/x-ms-registry-hive", .database, "hiv", ["0: 'regf' & 20: 01 00 00 00"]),
        FormatEntry(
            "binaryplist", "application/x-bplist", .database, "plist", ["0: 'bplist0'"], aliases: "application/x-plist"),
    ]

    /// Typefaces.
    static let fonts: [FormatEntry] = [
        FormatEntry(
            "ttf", "font/ttf", .font, "ttf", ["0: 00 01 00 00 00", "0: 'true' 00"],
            aliases: "font/sfnt application/x-font-ttf application/font-sfnt", look: BinaryLooks.sfnt),
        FormatEntry(
            "otf", "font/otf", .font, "otf", ["0: 'OTTO' 00"],
            aliases: "application/vnd.ms-opentype application/x-font-otf", look: BinaryLooks.sfnt),
        FormatEntry("ttc", "font/collection", .font, "ttc otc", ["0: 'ttcf' 00 01", "0: 'ttcf' 00 02"]),
        FormatEntry(
            "woff", "font/woff", .font, "woff", ["0: 'wOFF' 00 01 00 00", "0: 'wOFFOTTO'", "0: 'wOFFtrue'"],
            aliases: "application/font-woff"),
        FormatEntry(
            "woff2", "font/woff2", .font, "woff2",
            ["0: 'wOF2' 00 01 00 00", "0: 'wOF2OTTO'", "0: 'wOF2true'", "0: 'wOF2ttcf'"]),
        FormatEntry(
            "eot", "application/vnd.ms-fontobject", .font, "eot",
            ["8: 01 00 02 00 & 34: 'LP'", "8: 02 00 02 00 & 34: 'LP'"]),
        FormatEntry(
            "pfb", "application/x-font-type1", .font, "pfb pfa t1",
            ["0: 80 01 & 6: '%!PS-AdobeFont'", "0: 80 01 & 6: '%!FontType1'"],
            aliases: "font/x-postscript-pfb"),
        FormatEntry(
            "pfa", "application/x-font-type1", .font, "pfa pfb t1", ["0: '%!PS-AdobeFont'", "0: '%!FontType1'"]),
        FormatEntry(
            "type1metrics", "application/x-font-pfm", .font, "pfm",
            ["0: 00 01 & 4: 00 00 'C'", "0: 00 01 & 66: 81 00", "0: 00 01 & 66: 80 00"],
            priority: -1, look: BinaryLooks.pfm),
        FormatEntry("pcf", "application/x-font-pcf", .font, "pcf", ["0: 01 'fcp'"]),
        FormatEntry(
            "dfont", "application/x-dfont", .font, "dfont suit", ["0: 00 00 01 00 00"], look: BinaryLooks.resourceFork),
        FormatEntry("psf", "application/x-font-linux-psf", .font, "psf psfu", ["0: 72 B5 4A 86"]),
    ]

    /// Measured data.
    static let scientific: [FormatEntry] = [
        FormatEntry(
            "hdf5", "application/x-hdf5", .scientific, "h5 hdf5 he5 nc nc4 hdf mat",
            ["0: 89 'HDF' 0D 0A 1A 0A", "512: 89 'HDF' 0D 0A 1A 0A"], aliases: "application/x-hdf"),
        FormatEntry("hdf4", "application/x-hdf", .scientific, "hdf hdf4 h4", ["0: 0E 03 13 01"]),
        FormatEntry(
            "netcdf", "application/x-netcdf", .scientific, "nc cdf", ["0: 'CDF' 01", "0: 'CDF' 02", "0: 'CDF' 05"],
            aliases: "application/netcdf"),
        FormatEntry("cdf", "application/x-cdf", .scientific, "cdf", ["0: CD F3 00 01", "0: CD F2 60 02"]),
        FormatEntry(
            "matlab", "application/x-matlab-data", .scientific, "mat",
            ["0: 'MATLAB 5.0 MAT-file'", "0: 'MATLAB 7.3 MAT-file'"]),
        FormatEntry("npy", "application/x-npy", .scientific, "npy", ["0: 93 'NUMPY'"]),
        FormatEntry(
            "grib", "application/x-grib", .scientific, "grib grb grib2 grb2",
            ["0: 'GRIB' & 7: 01", "0: 'GRIB' & 7: 02"],
            aliases: "application/wmo-grib2 application/grib"),
        FormatEntry("bufr", "application/x-bufr", .scientific, "bufr", ["0: 'BUFR' & 7: 0?"]),
        FormatEntry(
            "nifti", "application/x-nifti", .scientific, "nii",
            ["344: 'n+1' 00", "344: 'ni1' 00", "4: 'n+2' 00 0D 0A 1A 0A"]),
        FormatEntry(
            "edf", "application/x-edf", .scientific, "edf", ["0: '0       ' & 192: ?? ?? ?? ?? & 252: ?? ?? ?? ??"],
            look: BinaryLooks.edf),
        FormatEntry("stata", "application/x-stata-dta", .scientific, "dta", ["0: '<stata_dta><header>'"]),
        FormatEntry("spss", "application/x-spss-sav", .scientific, "sav zsav", ["0: '$FL2@(#)'", "0: '$FL3@(#)'"]),
        FormatEntry(
            "sas7bdat", "application/x-sas-data", .scientific, "sas7bdat",
            ["0: 00 00 00 00 00 00 00 00 00 00 00 00 C2 EA 81 60 B3 14 11 CF"]),
        FormatEntry(
            "sasxport", "application/x-sas-xport", .scientific, "xpt", ["0: 'HEADER RECORD*******LIBRARY HEADER'"]),
        FormatEntry("las", "application/vnd.las", .scientific, "las laz", ["0: 'LASF' & 24: 01"]),
        FormatEntry("e57", "application/x-e57", .scientific, "e57", ["0: 'ASTM-E57'"]),
        FormatEntry(
            "shapefile", "application/vnd.shp", .scientific, "shp shx",
            ["0: 00 00 27 0A 00 00 00 00 & 28: E8 03 00 00"],
            aliases: "application/vnd.shx"),
        FormatEntry("root", "application/x-root", .scientific, "root", ["0: 'root' 00"]),
        FormatEntry(
            "pcap", "application/vnd.tcpdump.pcap", .scientific, "pcap cap dmp",
            ["0: D4 C3 B2 A1 02 00", "0: A1 B2 C3 D4 00 02", "0: 4D 3C B2 A1 02 00", "0: A1 B2 3C 4D 00 02"]),
        FormatEntry(
            "pcapng", "application/x-pcapng", .scientific, "pcapng ntar",
            ["0: 0A 0D 0D 0A & 8: 4D 3C 2B 1A", "0: 0A 0D 0D 0A & 8: 1A 2B 3C 4D"]),
        FormatEntry("mrc", "application/x-mrc", .scientific, "mrc map ccp4", ["208: 'MAP ' 44", "208: 'MAP ' 11"]),
        FormatEntry("fit", "application/vnd.ant.fit", .scientific, "fit", ["8: '.FIT' & 0: 0E", "8: '.FIT' & 0: 0C"]),
        FormatEntry("osmpbf", "application/x-osm-pbf", .scientific, "pbf", ["0: 00 00 00 ?? 0A 09 'OSMHeader'"]),
        FormatEntry("pmtiles", "application/vnd.pmtiles", .scientific, "pmtiles", ["0: 'PMTiles' 03"]),
        FormatEntry("flatgeobuf", "application/x-flatgeobuf", .scientific, "fgb", ["0: 'fgb' 03 'fgb'"]),
        FormatEntry(
            "rdata", "application/x-r-data", .scientific, "rda rdata", ["0: 'RDX2' 0A", "0: 'RDX3' 0A", "0: 'RDA3' 0A"]),
        FormatEntry("tfm", "application/x-tex-tfm", .font, "tfm", ["2: 00 11", "2: 00 12"], look: BinaryLooks.tfm),
    ]

    /// Three-dimensional models.
    static let models: [FormatEntry] = [
        FormatEntry("glb", "model/gltf-binary", .model, "glb", ["0: 'glTF' 01 00 00 00", "0: 'glTF' 02 00 00 00"]),
        FormatEntry("ply", "application/x-ply", .model, "ply", ["0: 'ply' 0A 'format '", "0: 'ply' 0D 0A 'format '"]),
        FormatEntry(
            "stl", "model/stl", .model, "stl", ["0: 'solid '"],
            aliases: "application/sla model/x.stl-ascii model/x.stl-binary",
            look: ModelLooks.asciiSTL),
        FormatEntry("fbx", "application/x-fbx", .model, "fbx", ["0: 'Kaydara FBX Binary  ' 00"]),
        FormatEntry("blend", "application/x-blender", .model, "blend", ["0: 'BLENDER_'", "0: 'BLENDER-'"]),
        FormatEntry("step", "model/step", .model, "step stp p21", ["0: 'ISO-10303-21;'"]),
        FormatEntry("usdc", "model/vnd.usda", .model, "usd usda", ["0: '#usda 1.0'"]),
        FormatEntry("usdcrate", "application/x-usdc", .model, "usdc usd", ["0: 'PXR-USDC'"]),
        FormatEntry("collada", "model/vnd.collada+xml", .model, "dae", ["root: COLLADA"], general: "xml"),
        FormatEntry("x3d", "model/x3d+xml", .model, "x3d", ["root: X3D"], general: "xml"),
        FormatEntry("vrml", "model/vrml", .model, "wrl vrml", ["0: '#VRML V1.0 '", "0: '#VRML V2.0 '"]),
        FormatEntry("3ds", "application/x-3ds", .model, "3ds", ["0: 4D 4D"], look: ModelLooks.threeDS),
        FormatEntry("obj", "model/obj", .text, "obj", general: "text"),
        FormatEntry("mtl", "model/mtl", .text, "mtl", general: "text"),
        FormatEntry(
            "dxf", "image/vnd.dxf", .image, "dxf",
            [
                "0: '  0' 0A 'SECTION'", "0: '  0' 0D 0A 'SECTION'", "0: '0' 0A 'SECTION' 0A",
                "0: 'AutoCAD Binary DXF' 0D 0A 1A 00",
            ]),
        FormatEntry("u3d", "model/u3d", .model, "u3d", ["0: 'U3D' 00"]),
        FormatEntry("rhino", "application/x-3dm", .model, "3dm", ["0: '3D Geometry File Format '"]),
    ]

    /// Blocks that speak of other files.
    static let metadata: [FormatEntry] = [
        FormatEntry("exif", "application/x-exif", .metadata, "exif", ["0: 'Exif' 00 00"]),
        FormatEntry(
            "xmp", "application/rdf+xml", .metadata, "xmp", ["root: xmpmeta", "0: 'http://ns.adobe.com/xap/1.0/' 00"],
            general: "xml"),
        FormatEntry(
            "icc", "application/vnd.iccprofile", .metadata, "icc icm", ["36: 'acsp'"], look: BinaryLooks.iccProfile),
        FormatEntry("photoshopresources", "application/x-photoshop-irb", .metadata, "irb", ["0: '8BIM' 04"]),
        FormatEntry("canonvrd", "application/x-canon-vrd", .metadata, "vrd", ["0: 'CANON OPTIONAL DATA' 00"]),
        FormatEntry(
            "mie", "application/x-mie", .metadata, "mie", ["0: '~' 10 04 FE '0MIE'", "0: '~' 18 04 FE '0MIE'"]),
        FormatEntry("dsstore", "application/x-ds-store", .metadata, "ds_store", ["0: 00 00 00 01 'Bud1'"]),
        FormatEntry(
            "appledouble", "application/applefile", .metadata, "",
            ["0: 00 05 16 07 00 02 00 00", "0: 00 05 16 00 00 02 00 00"]),
    ]
}
