import MetadataCore
import Testing

@Suite("Kinds of text")
struct FormatTextTests {
    static let kinds: [(String, String)] = [
        ("{\"a\": [1, true, null, \"x\\\"y\", {}]}", "json"), ("[]", "json"), ("[[1.5e3, -2]]\n", "json"),
        ("{\"a\":1}\n{\"a\":2}\n", "ndjson"), ("{\"type\":\"FeatureCollection\",\"features\":[]}", "geojson"),
        ("{not json}", "text"), ("[1, 2", "text"), ("{\"a\" 1}", "text"), ("{\"a\":1} and more", "text"),
        ("<?xml version=\"1.0\"?><x/>", "xml"), ("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "svg"),
        ("<?xml version='1.0'?>\n<!-- c -->\n<!DOCTYPE svg [<!ENTITY a 'b>'>]>\n<s:svg/>", "svg"),
        ("<!DOCTYPE html>\n<title>x</title>", "html"), ("<HTML><BODY>", "html"), ("<body>", "html"),
        ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "xhtml"), ("<rss version='2.0'/>", "rss"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "atom"), ("<kml/>", "kml"), ("<gpx/>", "gpx"),
        ("<plist version='1.0'/>", "plist"), ("<?xpacket begin='' id='W5M'?><x/>", "xmp"),
        ("<x:xmpmeta xmlns:x='adobe:ns:meta/'/>", "xmp"), ("<?php echo 1;", "php"), ("<own>\n</own>\n", "xml"),
        ("<3 hearts", "text"), ("{\\rtf1\\ansi}", "rtf"), ("%!PS-Adobe-3.0\n", "postscript"),
        ("%!PS-Adobe-3.0 EPSF-3.0\n", "eps"), ("#!/bin/sh\n", "shell"), ("#!/usr/bin/env -S python3 -u\n", "python"),
        ("#!/opt/own\n", "script"), ("BEGIN:VCARD\r\nVERSION:3.0\r\n", "vcard"), ("BEGIN:VCALENDAR\r\n", "icalendar"),
        ("-----BEGIN CERTIFICATE-----\n", "pem"), ("-----BEGIN PGP MESSAGE-----\n", "pgpmessage"),
        ("Received: from a by b\r\nSubject: c\r\n", "email"), ("From a@b.c Sat Jan  3 01:05:34 1996\n", "mbox"),
        ("From here to there\n", "text"), ("diff --git a/x b/x\n", "diff"), ("--- a\n+++ b\n@@ -1 +1 @@\n", "diff"),
        ("--- a thought ---\n", "text"), ("\\documentclass{article}\n", "latex"), ("WEBVTT\n\n", "webvtt"),
        ("[core]\nname = value\n", "ini"), ("; c\n[core]\na=b\n", "ini"), ("[InternetShortcut]\nURL=x\n", "url"),
        ("#EXTM3U\n", "m3u"), ("a,b,c\n1,2,3\n4,5,6\n", "csv"), ("a;b;c\n1;2;3\n4;5;6\n1;2;3\n4;5;6\n", "csv"),
        ("a;b;c\n1;2;3\n4;5;6\n", "text"),
        ("a\tb\tc\n1\t2\t3\n4\t5\t6\n", "tsv"), ("a,b,\"c\nd, e\"\n1,2,3\n4,5,6\n", "csv"), ("a,b\n1\n2,3,4\n", "text"),
        ("int a;\nint b;\nint c;\nint d;\nint e;\n", "text"), ("Hello, world.\n", "text"),
        ("solid as a rock\n", "text"),
        ("solid x\nfacet normal 0 0 1\n", "stl"), ("ply\nformat ascii 1.0\n", "ply"),
    ]

    @Test(arguments: kinds)
    func theFirstCharactersTellTheKind(text: String, format: String) {
        let found = identify(text)
        #expect(found.format.rawValue == format, "\(found)")
    }

    @Test(arguments: kinds.filter { !["rtf", "postscript", "eps", "stl", "ply"].contains($0.1) })
    func aWideEncodingTellsTheSame(text: String, format: String) {
        let units = Array(("\u{FEFF}" + text).utf16)
        let found = identify(units.flatMap { FormatSamples.little($0) })
        #expect(found.format.rawValue == format, "\(found)")
        if found.mediaType.hasPrefix("text/") { #expect(found.mediaType.hasSuffix("charset=utf-16le")) }
    }

    @Test func theEncodingIsPartOfTheMediaType() {
        #expect(identify("plain\n").mediaType == "text/plain; charset=us-ascii")
        #expect(identify("grün\n").mediaType == "text/plain; charset=utf-8")
        #expect(identify("\u{FEFF}x\n").mediaType == "text/plain; charset=utf-8")
        #expect(identify(Array("gr".utf8) + [0xFC, 0x6E, 0x0A]).mediaType == "text/plain; charset=unknown-8bit")
        #expect(identify([0xFE, 0xFF, 0, 0x41, 0, 0x42]).mediaType == "text/plain; charset=utf-16be")
        #expect(identify([0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0]).mediaType == "text/plain; charset=utf-32le")
        let wide = Array("without a mark\n".utf16).flatMap { FormatSamples.little($0) }
        #expect(identify(wide).mediaType == "text/plain; charset=utf-16le")
    }

    @Test func aSequenceMayBeCutOnlyAtTheEndOfTheHead() {
        let text = Array(String(repeating: "x", count: 65_535).utf8) + [0xC3, 0xBC, 0x0A]
        #expect(identify(text).mediaType == "text/plain; charset=utf-8")
        #expect(identify(Array("cut ".utf8) + [0xC3]).mediaType == "text/plain; charset=unknown-8bit")
    }

    @Test func overlongFormsAndSurrogatesAreNotUTF8() {
        for bad in [
            [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
        ] {
            let bytes = Array("some text ".utf8) + bad.map { UInt8($0) } + Array(" more\n".utf8)
            #expect(identify(bytes).mediaType == "text/plain; charset=unknown-8bit")
        }
    }

    @Test func controlCharactersMakeBytesBinary() {
        #expect(identify([1, 2, 3, 4, 5, 6, 7, 8]).format == .unknown)
        #expect(identify(Array("words ".utf8) + [0, 0, 0]).format == .unknown)
        let damaged = Array(String(repeating: "many words ", count: 50).utf8) + [0] + Array(" and more\n".utf8)
        #expect(identify(damaged).format == .text)
        #expect(identify(damaged).confidence <= 0.5)
    }

    @Test func whatMayBeATableSaysSo() {
        #expect(identify("a,b\n1\n").mayBeTable)
        #expect(!identify("nothing here\n").mayBeTable)
        #expect(identify("a,b,c\n1,2,3\n4,5,6\n").mayBeTable)
        #expect(!identify("{\"a\":1,\"b\":2}").mayBeTable)
    }

    @Test func deepNestingEnds() {
        #expect(identify(String(repeating: "[", count: 60_000)).format == .json)
    }
}
