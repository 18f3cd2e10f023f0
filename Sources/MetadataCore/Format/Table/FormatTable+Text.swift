extension FormatTable {
    /// Kinds of text that are told by their first characters or by their shape.
    static let text: [FormatEntry] = [
        FormatEntry("text", "text/plain", .text, "txt text log asc nfo readme"),
        FormatEntry(
            "csv", "text/csv", .table, "csv", aliases: "application/csv text/x-csv text/comma-separated-values",
            general: "text"),
        FormatEntry("tsv", "text/tab-separated-values", .table, "tsv tab", aliases: "text/tsv", general: "text"),
        FormatEntry(
            "json", "application/json", .text, "json map webmanifest topojson", aliases: "text/json",
            general: "text"),
        FormatEntry(
            "geojson", "application/geo+json", .text, "geojson", aliases: "application/vnd.geo+json",
            general: "json"),
        FormatEntry("gltf", "model/gltf+json", .text, "gltf", general: "json"),
        FormatEntry("ipynb", "application/x-ipynb+json", .text, "ipynb", general: "json"),
        FormatEntry("har", "application/x-har+json", .text, "har", general: "json"),
        FormatEntry(
            "ndjson", "application/x-ndjson", .text, "ndjson jsonl ldjson",
            aliases: "application/jsonl application/x-jsonlines application/json-lines", general: "text"),
        FormatEntry(
            "vcard", "text/vcard", .text, "vcf vcard", ["0: 'BEGIN:VCARD'", "0: 'begin:vcard'"],
            aliases: "text/x-vcard", general: "text"),
        FormatEntry("icalendar", "text/calendar", .text, "ics ical ifb", ["0: 'BEGIN:VCALENDAR'"], general: "text"),
        FormatEntry(
            "pem", "application/x-pem-file", .text, "pem crt cer key csr",
            ["0: '-----BEGIN '", "0: '---- BEGIN SSH2 '"], aliases: "application/pem-certificate-chain", general: "text"
        ),
        FormatEntry(
            "pgpkey", "application/pgp-keys", .text, "asc gpg key pgp",
            ["0: '-----BEGIN PGP PUBLIC KEY BLOCK-'", "0: '-----BEGIN PGP PRIVATE KEY BLOCK-'"], general: "text"),
        FormatEntry(
            "pgpmessage", "application/pgp-encrypted", .text, "asc pgp gpg",
            ["0: '-----BEGIN PGP MESSAGE-'"], general: "text"),
        FormatEntry(
            "pgpsigned", "text/x-pgp-signed", .text, "asc", ["0: '-----BEGIN PGP SIGNED MESSAGE-'"], general: "text"),
        FormatEntry(
            "pgpsignature", "application/pgp-signature", .text, "sig asc",
            ["0: '-----BEGIN PGP SIGNATURE-'"], general: "text"),
        FormatEntry(
            "sshkey", "application/x-ssh-key", .text, "pub",
            ["0: 'ssh-rsa AAAA'", "0: 'ssh-ed25519 AAAA'", "0: 'ecdsa-sha2-'", "0: 'ssh-dss AAAA'"], general: "text"),
        FormatEntry(
            "email", "message/rfc822", .text, "eml mht mhtml",
            [
                "0: 'Received: '", "0: 'Return-Path: '", "0: 'Delivered-To: '", "0: 'MIME-Version: '",
                "0: 'Message-ID: '",
            ],
            general: "text"),
        FormatEntry(
            "mbox", "application/mbox", .text, "mbox mbx", ["0: 'From '"], general: "text", look: TextLooks.mbox),
        FormatEntry(
            "diff", "text/x-diff", .text, "diff patch",
            ["0: 'diff --git a/'", "0: 'diff -'", "0: '--- '", "0: 'Index: '", "0: '*** '"], aliases: "text/x-patch",
            general: "text", look: TextLooks.diff),
        FormatEntry("webvtt", "text/vtt", .text, "vtt", ["0: 'WEBVTT'"], general: "text"),
        FormatEntry(
            "subrip", "application/x-subrip", .text, "srt", ["0: '1' 0A 3? 3? ':'", "0: '1' 0D 0A 3? 3? ':'"],
            general: "text"),
        FormatEntry("ass", "text/x-ssa", .text, "ass ssa", ["0: '[Script Info]'"], general: "ini"),
        FormatEntry(
            "m3u", "application/vnd.apple.mpegurl", .text, "m3u8 m3u", ["0: '#EXTM3U'"],
            aliases: "audio/mpegurl audio/x-mpegurl application/x-mpegurl", general: "text"),
        FormatEntry("pls", "audio/x-scpls", .text, "pls", ["0: '[playlist]'", "0: '[Playlist]'"], general: "ini"),
        FormatEntry(
            "url", "application/x-mswinurl", .text, "url",
            ["0: '[InternetShortcut]'", "0: '[{000214A0-0000-0000-C000-000000000046}]'"],
            aliases: "application/internet-shortcut", general: "ini"),
        FormatEntry(
            "desktop", "application/x-desktop", .text, "desktop directory", ["0: '[Desktop Entry]'"],
            general: "ini"),
        FormatEntry(
            "reg", "text/x-ms-regedit", .text, "reg",
            ["0: 'Windows Registry Editor Version 5'", "0: 'REGEDIT4'"], general: "ini"),
        FormatEntry("ini", "text/x-ini", .text, "ini inf", general: "text"),
        FormatEntry(
            "latex", "text/x-tex", .text, "tex ltx sty cls",
            [
                "0: '\\documentclass'", "0: '\\documentstyle'", "0: '\\begin{'", "0: '\\usepackage'", "0: '\\section'",
                "0: '\\input'", "0: '\\relax'",
            ],
            aliases: "application/x-tex application/x-latex text/x-latex", general: "text"),
        FormatEntry(
            "bibtex", "application/x-bibtex", .text, "bib",
            ["0: '@article{'", "0: '@book{'", "0: '@inproceedings{'", "0: '@misc{'"], general: "text"),
        FormatEntry(
            "markdown", "text/markdown", .text, "md markdown mdown mkd", aliases: "text/x-markdown",
            general: "text"),
        FormatEntry("rst", "text/x-rst", .text, "rst", general: "text"),
        FormatEntry("asciidoc", "text/asciidoc", .text, "adoc asciidoc", general: "text"),
        FormatEntry(
            "yaml", "application/yaml", .text, "yaml yml", ["0: '%YAML '"],
            aliases: "text/yaml application/x-yaml text/x-yaml", general: "text"),
        FormatEntry("toml", "application/toml", .text, "toml", general: "text"),
        FormatEntry(
            "sql", "application/sql", .text, "sql",
            [
                "0: '-- MySQL dump '", "0: '-- PostgreSQL database dump'", "0: '--' 0A '-- PostgreSQL database'",
                "0: '-- phpMyAdmin SQL Dump'", "0: 'PRAGMA foreign_keys='",
            ],
            aliases: "text/x-sql", general: "text"),
        FormatEntry("gettext", "text/x-gettext-translation", .text, "po pot", ["0: 'msgid \"'"], general: "text"),
        FormatEntry("fontmetrics", "application/x-font-afm", .text, "afm", ["0: 'StartFontMetrics'"], general: "text"),
        FormatEntry("bdf", "application/x-font-bdf", .text, "bdf", ["0: 'STARTFONT '"], general: "text"),
        FormatEntry(
            "ramfile", "audio/x-pn-realaudio", .text, "ram rpm", ["0: 'rtsp://'", "0: 'pnm://'"],
            general: "text"),
        FormatEntry(
            "cube", "application/x-cube-lut", .text, "cube", ["0: 'LUT_3D_SIZE '", "0: 'LUT_1D_SIZE '"],
            general: "text"),
        FormatEntry("genbank", "text/x-genbank", .text, "gb gbk", ["0: 'LOCUS       '"], general: "text"),
        FormatEntry("proteindatabank", "chemical/x-pdb", .text, "pdb ent", ["0: 'HEADER    '"], general: "text"),
        FormatEntry("genomevcf", "text/x-vcf-genomic", .text, "vcf", ["0: '##fileformat=VCF'"], general: "text"),
        FormatEntry("fasta", "text/x-fasta", .text, "fasta fa fna faa", general: "text"),
        FormatEntry("arff", "text/x-arff", .text, "arff", general: "text"),
        FormatEntry(
            "uuencode", "text/x-uuencode", .text, "uu uue", ["0: 'begin 6' 3? 3? ' '", "0: 'begin 7' 3? 3? ' '"],
            general: "text"),
        FormatEntry(
            "troff", "text/troff", .text, "man roff",
            ["0: '.TH '", "0: '.\\\"'", "0: 27 5C 22 20", "0: '.Dd '"], general: "text"),
    ]

    /// XML and HTML, told by the root element.
    static let markup: [FormatEntry] = [
        FormatEntry("xml", "application/xml", .text, "xml xsd xsl", aliases: "text/xml", general: "text"),
        FormatEntry("html", "text/html", .text, "html htm shtml", ["root: html"], general: "text"),
        FormatEntry("xhtml", "application/xhtml+xml", .text, "xhtml xht", general: "xml"),
        FormatEntry("xslt", "application/xslt+xml", .text, "xslt xsl", ["root: stylesheet transform"], general: "xml"),
        FormatEntry("xmlschema", "application/xml", .text, "xsd", ["root: schema"], general: "xml"),
        FormatEntry("rss", "application/rss+xml", .text, "rss", ["root: rss"], general: "xml"),
        FormatEntry("atom", "application/atom+xml", .text, "atom", ["root: feed"], general: "xml"),
        FormatEntry("rdf", "application/rdf+xml", .text, "rdf owl", ["root: RDF"], general: "xml"),
        FormatEntry("kml", "application/vnd.google-earth.kml+xml", .text, "kml", ["root: kml"], general: "xml"),
        FormatEntry("gpx", "application/gpx+xml", .text, "gpx", ["root: gpx"], general: "xml"),
        FormatEntry(
            "tcx", "application/vnd.garmin.tcx+xml", .text, "tcx", ["root: TrainingCenterDatabase"],
            general: "xml"),
        FormatEntry("gml", "application/gml+xml", .text, "gml", ["root: FeatureCollection"], general: "xml"),
        FormatEntry("osm", "application/vnd.openstreetmap.data+xml", .text, "osm", ["root: osm"], general: "xml"),
        FormatEntry("plist", "application/x-plist", .text, "plist", ["root: plist"], general: "xml"),
        FormatEntry("mathml", "application/mathml+xml", .text, "mml mathml", ["root: math"], general: "xml"),
        FormatEntry("smil", "application/smil+xml", .text, "smil smi", ["root: smil"], general: "xml"),
        FormatEntry("ttml", "application/ttml+xml", .text, "ttml dfxp", ["root: tt"], general: "xml"),
        FormatEntry(
            "musicxml", "application/vnd.recordare.musicxml+xml", .text, "musicxml",
            ["root: score-partwise score-timewise"], general: "xml"),
        FormatEntry("xliff", "application/xliff+xml", .text, "xlf xliff", ["root: xliff"], general: "xml"),
        FormatEntry("opml", "text/x-opml", .text, "opml", ["root: opml"], general: "xml"),
        FormatEntry("tei", "application/tei+xml", .text, "tei", ["root: TEI"], general: "xml"),
        FormatEntry("wsdl", "application/wsdl+xml", .text, "wsdl", ["root: definitions"], general: "xml"),
        FormatEntry("xul", "application/x-xul+xml", .text, "xul", ["root: window"], general: "xml"),
        FormatEntry("xspf", "application/xspf+xml", .text, "xspf", ["root: playlist"], general: "xml"),
        FormatEntry(
            "metalink", "application/metalink4+xml", .text, "meta4 metalink", ["root: metalink"],
            general: "xml"),
        FormatEntry("xdp", "application/vnd.adobe.xdp+xml", .text, "xdp", ["root: xdp"], general: "xml"),
        FormatEntry("xfdf", "application/xfdf", .text, "xfdf", ["root: xfdf"], general: "xml"),
        FormatEntry("inkml", "application/inkml+xml", .text, "inkml", ["root: ink"], general: "xml"),
        FormatEntry("ttx", "application/x-font-ttx", .text, "ttx", ["root: ttFont"], general: "xml"),
    ]

    /// Programs as text: told by their first line, or among texts by the name.
    static let sourceCode: [FormatEntry] = [
        FormatEntry(
            "shell", "application/x-sh", .text, "sh bash zsh ksh", ["interpreter: sh bash dash zsh ksh ash fish"],
            aliases: "text/x-shellscript text/x-sh", general: "text"),
        FormatEntry(
            "python", "text/x-python", .text, "py pyw", ["interpreter: python"],
            aliases: "text/x-script.python application/x-python", general: "text"),
        FormatEntry("perl", "text/x-perl", .text, "pl pm", ["interpreter: perl"], general: "text"),
        FormatEntry("ruby", "text/x-ruby", .text, "rb", ["interpreter: ruby"], general: "text"),
        FormatEntry(
            "javascript", "text/javascript", .text, "js mjs cjs", ["interpreter: node nodejs deno bun"],
            aliases: "application/javascript application/x-javascript", general: "text"),
        FormatEntry("typescript", "text/x-typescript", .text, "ts tsx", general: "text"),
        FormatEntry(
            "php", "application/x-php", .text, "php phtml", ["interpreter: php"],
            aliases: "text/x-php application/x-httpd-php", general: "text"),
        FormatEntry("awk", "text/x-awk", .text, "awk", ["interpreter: awk gawk mawk"], general: "text"),
        FormatEntry("tcl", "text/x-tcl", .text, "tcl tk", ["interpreter: tclsh wish"], general: "text"),
        FormatEntry("lua", "text/x-lua", .text, "lua", ["interpreter: lua"], general: "text"),
        FormatEntry(
            "script", "text/x-script", .text, "", ["0: '#!/'", "0: '#! /'"], general: "text", look: TextLooks.shebang),
        FormatEntry("css", "text/css", .text, "css", ["0: '@charset \"'", "0: '@import url('"], general: "text"),
        FormatEntry("c", "text/x-c", .text, "c h", aliases: "text/x-csrc text/x-chdr", general: "text"),
        FormatEntry("cpp", "text/x-c++", .text, "cpp cc cxx hpp hh", aliases: "text/x-c++src", general: "text"),
        FormatEntry("java", "text/x-java", .text, "java", aliases: "text/x-java-source", general: "text"),
        FormatEntry("swift", "text/x-swift", .text, "swift", general: "text"),
        FormatEntry("rust", "text/x-rust", .text, "rs", general: "text"),
        FormatEntry("go", "text/x-go", .text, "go", general: "text"),
        FormatEntry(
            "batch", "application/x-bat", .text, "bat cmd", ["0: '@echo off'", "0: '@ECHO OFF'"],
            aliases: "text/x-msdos-batch", general: "text"),
        FormatEntry("powershell", "text/x-powershell", .text, "ps1 psm1", ["interpreter: pwsh"], general: "text"),
    ]
}
