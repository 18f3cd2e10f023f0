"""Text, markup, scripts and data in text form."""

from fixture import Fixture

PROSE = "The quick brown fox jumps over the lazy dog.\nIt did so yesterday, and it will again; who knows why?\n\n" * 6
GERMAN = (
    "Wer über die Brücke geht, sieht den Fluß.\nAm Ufer stehen Häuser; in einem wohnt Käthe.\n"
    "Sie grüßt.\n\nDann kommt der Bäcker mit süßen Brötchen, und alle frühstücken schön.\n"
)
FOREIGN = GERMAN + "世界您好。\nЗдравствуй, мир! Как дела?\n"
HTML = '<!DOCTYPE html>\n<html lang="en"><head><title>A page</title></head><body><p>Text</p></body></html>\n'
XML = '<?xml version="1.0" encoding="UTF-8"?>\n<notes><note id="1">Text</note></notes>\n'
JSON = '{"name": "sample", "list": [1, 2.5, true, null], "nested": {"key": "value"}}\n'
VCARD = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada Example\r\nEMAIL:ada@example.org\r\nEND:VCARD\r\n"
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VEVENT\r\nUID:1@example.org\r\n"
    "DTSTAMP:20210605T040302Z\r\nDTSTART:20210605T040302Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
MAIL = (
    "From: Ada <ada@example.org>\r\nTo: Bob <bob@example.org>\r\nSubject: Test\r\n"
    "Date: Sat, 5 Jun 2021 04:03:02 +0200\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nText\r\n"
)
POSTSCRIPT = (
    "%!PS-Adobe-3.0\n%%Title: Sample\n%%Pages: 1\n%%BoundingBox: 0 0 100 100\n%%EndComments\n"
    "%%Page: 1 1\n0 0 moveto 100 100 lineto stroke showpage\n%%EOF\n"
)
TEXTS = [
    ("plain.txt", PROSE, "utf-8", "English prose: no table"),
    ("utf-8.txt", FOREIGN, "utf-8", "UTF-8"),
    ("utf-16le-bom.txt", "\ufeff" + PROSE, "utf-16-le", "UTF-16 with its mark"),
    ("latin-1.txt", GERMAN, "latin-1", "ISO 8859-1"),
    (
        "markdown.md",
        "# Title\n\nSome *text* with a [link](https://example.org).\n\n- one\n- two\n",
        "utf-8",
        "Markdown",
    ),
    ("object.json", JSON, "utf-8", "a JSON object"),
    ("array.json", "[[1, 2], [3, 4]]\n", "utf-8", "a JSON array of arrays: no table either"),
    ("lines.ndjson", "".join(f'{{"id": {n}, "name": "n{n}"}}\n' for n in range(5)), "utf-8", "one JSON value a line"),
    ("features.geojson", '{"type": "FeatureCollection", "features": []}\n', "utf-8", "GeoJSON"),
    ("notebook.ipynb", '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}\n', "utf-8", "a notebook"),
    ("notes.xml", XML, "utf-8", "XML"),
    ("utf-16.xml", '\ufeff<?xml version="1.0" encoding="UTF-16"?>\n<a/>\n', "utf-16-le", "XML in UTF-16"),
    ("page.html", HTML, "utf-8", "HTML"),
    (
        "page.xhtml",
        '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A</title></head>'
        "<body/></html>\n",
        "utf-8",
        "XHTML",
    ),
    (
        "feed.rss",
        '<?xml version="1.0"?>\n<rss version="2.0"><channel><title>A</title></channel></rss>\n',
        "utf-8",
        "RSS",
    ),
    (
        "track.gpx",
        '<?xml version="1.0"?>\n<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"/>\n',
        "utf-8",
        "GPX",
    ),
    ("places.kml", '<?xml version="1.0"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"/>\n', "utf-8", "KML"),
    ("settings.yaml", "%YAML 1.2\n---\nname: sample\nlist:\n  - 1\n  - 2\n", "utf-8", "YAML"),
    ("settings.toml", '[section]\nname = "sample"\nlist = [1, 2]\n', "utf-8", "TOML"),
    ("settings.ini", "[section]\nname=sample\nnumber=1\n", "utf-8", "INI"),
    ("script.sh", "#!/bin/sh\necho hello\n", "utf-8", "a shell script"),
    ("script.py", "#!/usr/bin/env python3\nprint('hello')\n", "utf-8", "a Python script"),
    ("query.sql", "CREATE TABLE t (id INTEGER, name TEXT);\nINSERT INTO t VALUES (1, 'a');\n", "utf-8", "SQL"),
    (
        "server.log",
        "".join(f"2024-01-01 12:00:0{n} INFO request {n} took {n * 7} ms\n" for n in range(9)),
        "utf-8",
        "log lines",
    ),
    ("card.vcf", VCARD, "utf-8", "vCard"),
    ("event.ics", CALENDAR, "utf-8", "iCalendar"),
    ("message.eml", MAIL, "utf-8", "a mail message"),
    ("subtitles.srt", "1\n00:00:01,000 --> 00:00:02,000\nText\n\n", "utf-8", "SubRip subtitles"),
    ("subtitles.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nText\n", "utf-8", "WebVTT subtitles"),
    ("document.rtf", "{\\rtf1\\ansi{\\fonttbl\\f0 Helvetica;}\\f0 Text\\par}\n", "utf-8", "RTF"),
    ("drawing.ps", POSTSCRIPT, "utf-8", "PostScript"),
    ("drawing.eps", POSTSCRIPT.replace("PS-Adobe-3.0", "PS-Adobe-3.0 EPSF-3.0"), "utf-8", "encapsulated PostScript"),
    ("article.tex", "\\documentclass{article}\n\\begin{document}\nText\n\\end{document}\n", "utf-8", "LaTeX"),
    ("change.diff", "--- a/file\n+++ b/file\n@@ -1 +1 @@\n-old\n+new\n", "utf-8", "a unified diff"),
    ("certificate.pem", "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n", "utf-8", "PEM armour"),
]


def fixtures():
    """Every text."""
    return [Fixture(f"Text/{name}", text.encode(encoding), shows) for name, text, encoding, shows in TEXTS]
