"""Delimited text."""

from fixture import Fixture

NAMES = ["id", "name", "city", "amount", "date", "active"]
PEOPLE = ["Ada", "Bob", "Çelik", "Dvořák", "Ève", "Françoise"]
CITIES = ["Paris", "Wien", "Köln", "Łódź", "Oslo"]


def records(count=12):
    """Rows of a number, texts, a decimal number, a date and a truth value."""
    return [
        [
            str(row + 1),
            PEOPLE[row % 6],
            CITIES[row % 5],
            f"{row * 37 % 100}.{row % 10}5",
            f"2024-0{row % 9 + 1}-1{row % 9}",
            "true" if row % 3 else "false",
        ]
        for row in range(count)
    ]


def joined(rows, delimiter=",", terminator="\n", quote=False):
    """Rows as text; with `quote` every field is quoted."""
    wrap = (lambda field: '"' + field.replace('"', '""') + '"') if quote else (lambda field: field)
    return "".join(delimiter.join(map(wrap, row)) + terminator for row in rows)


def table(delimiter=",", terminator="\n", quote=False):
    """The usual records below their names."""
    return joined([NAMES] + records(), delimiter, terminator, quote)


def decimal_commas():
    """Semicolons, decimal commas, dates with dots: what a continental spreadsheet exports."""
    rows = [
        [row[0], row[1], row[2], row[3].replace(".", ","), ".".join(reversed(row[4].split("-"))), row[5]]
        for row in records()
    ]
    return joined([NAMES] + rows, ";")


def quoted():
    """Fields with delimiters, doubled quotes and line breaks inside."""
    rows = [["id", "text", "n"]]
    for row in range(12):
        rows.append(
            [
                str(row),
                ["plain", "a, b", 'say "hi"', "two\nlines", "", 'three\n\n"lines", really'][row % 6],
                str(row * 3),
            ]
        )
    return "".join(
        ",".join('"' + f.replace('"', '""') + '"' if index == 1 else f for index, f in enumerate(row)) + "\n"
        for row in rows
    )


def backslashes():
    """Quotes inside a quoted field are escaped by a backslash."""
    rows = "".join(f'{row},"say \\"{row}\\", then go",{row * 2}\n' for row in range(12))
    return "id,text,n\n" + rows


def apostrophes():
    """Fields quoted with apostrophes."""
    return "id;text;n\n" + "".join(f"{row};'one; two';{row * 2}\n" for row in range(12))


def with_preamble():
    """Three lines of title, a blank one, then the table, then a line with the sum."""
    return "Quarterly report\nprinted 2024-01-31\nAll figures in EUR\n\n" + table() + "Total,,,512.45,,\n"


def with_comments():
    """Comment lines before and between the records."""
    head, *rows = table().splitlines(keepends=True)
    return "# made by a test\n# units: EUR\n" + head + "".join(rows[:5]) + "# half of it\n" + "".join(rows[5:])


def ragged():
    """Rows that are too short and too long among good ones."""
    rows = records(20)
    rows[4], rows[9], rows[14] = rows[4][:3], rows[9] + ["extra"], rows[14][:1]
    return joined([NAMES] + rows)


def typed():
    """A column of each type, with gaps."""
    names = ["integer", "number", "boolean", "date", "time", "datetime", "code", "percent", "text", "gaps", "empty"]
    rows = [
        [
            str(row * 1000 - 3000),
            f"{row * 1.5:.2e}" if row % 2 else f"{row}.25",
            "yes" if row % 2 else "no",
            f"{row + 10}/0{row % 9 + 1}/2024",
            f"1{row % 10}:30:00",
            f"2024-03-0{row % 9 + 1}T12:00:00Z",
            f"00{row % 10}7",
            f"{row * 5}%",
            f"word {row}",
            str(row) if row % 3 else "",
            "",
        ]
        for row in range(15)
    ]
    return joined([names] + rows)


def ambiguous_dates():
    """Dates that could be day first or month first, and one that decides at the end."""
    return "when,n\n" + "".join(f"0{row % 9 + 1}/0{row % 7 + 1}/2023,{row}\n" for row in range(20)) + "25/12/2023,20\n"


def late_contradiction():
    """A column that holds integers until row 1,500, and then a word."""
    return "id,n\n" + "".join(f"{row},{row % 7}\n" for row in range(1_500)) + "1500,none\n"


def two_header_rows():
    """Names, and units below them."""
    return "time,speed,height\n[s],[m/s],[m]\n" + "".join(f"{row}.0,{row * 2}.5,{row * 3}.25\n" for row in range(12))


def wide(columns=2_000):
    """Many columns, three rows."""
    return joined([[f"c{column}" for column in range(columns)]] + [["1"] * columns] * 3)


def text_samples():
    """(name, text, encoding, what it shows)."""
    return [
        ("comma", table(), "utf-8", "comma, LF, header, six types"),
        ("semicolon-decimal-comma", decimal_commas(), "utf-8", "semicolon, decimal comma, dates with dots"),
        ("pipe", table("|"), "utf-8", "pipe"),
        ("caret", table("^"), "utf-8", "caret"),
        ("space", joined([[row[0], row[3], row[4]] for row in records()], " "), "utf-8", "space, no header"),
        ("all-quoted", table(quote=True), "utf-8", "every field quoted"),
        ("quoted", quoted(), "utf-8", "quotes with delimiters, doubled quotes, embedded line breaks: 12 records"),
        ("backslash-escape", backslashes(), "utf-8", "quotes escaped by a backslash"),
        ("apostrophe-quote", apostrophes(), "utf-8", "apostrophes as quotes"),
        ("crlf", table(terminator="\r\n"), "utf-8", "CRLF"),
        ("cr", table(terminator="\r"), "utf-8", "CR"),
        ("mixed-terminators", table().replace("\n", "\r\n", 6), "utf-8", "CRLF, then LF"),
        ("bom", "\ufeff" + table(), "utf-8", "UTF-8 with a byte order mark"),
        ("utf-16le-bom", "\ufeff" + table(), "utf-16-le", "UTF-16LE with its mark"),
        ("utf-16be-bom", "\ufeff" + table(), "utf-16-be", "UTF-16BE with its mark"),
        ("utf-16le", table(), "utf-16-le", "UTF-16LE without a mark"),
        ("utf-16be", table(), "utf-16-be", "UTF-16BE without a mark"),
        ("latin-1", table().replace("ř", "r").replace("Łódź", "Malmö"), "latin-1", "ISO 8859-1"),
        ("windows-1252", table().replace("ř", "r").replace("Łódź", "“M” €"), "cp1252", "windows-1252"),
        ("preamble-footer", with_preamble(), "utf-8", "three lines of preamble, a blank line, a line of totals"),
        ("comments", with_comments(), "utf-8", "comment lines before and between the records"),
        ("no-header", joined(records()), "utf-8", "no header"),
        ("two-header-rows", two_header_rows(), "utf-8", "names and units"),
        ("header-only", joined([NAMES]), "utf-8", "a header and no records"),
        ("single-column", joined([["city"]] + [[row[2]] for row in records()]), "utf-8", "one column"),
        (
            "single-column-dates",
            joined([["when"]] + [[f"2024-01-0{row + 1} 12:30"] for row in range(9)]),
            "utf-8",
            "one column of times: space, colon and hyphen are no delimiters here",
        ),
        ("single-value", "42", "utf-8", "one field, no line break"),
        ("ragged", ragged(), "utf-8", "rows too short and too long"),
        ("trailing-delimiter", table().replace("\n", ",\n"), "utf-8", "a delimiter at the end of every row"),
        ("blank-lines", table().replace("\n", "\n\n", 5), "utf-8", "blank lines between records"),
        ("empty-rows", table() + ",,,,,\n,,,,,\n", "utf-8", "two records of empty fields at the end"),
        ("no-final-newline", table().rstrip("\n"), "utf-8", "no line break at the end"),
        ("duplicate-names", "a,b,a,,a\n" + "1,2,3,4,5\n" * 9, "utf-8", "equal and empty names"),
        ("types", typed(), "utf-8", "a column of each type, leading zeros, gaps, an empty column"),
        ("ambiguous-dates", ambiguous_dates(), "utf-8", "day or month first, decided by the last row"),
        ("late-contradiction", late_contradiction(), "utf-8", "integers until row 1,500, then a word"),
        (
            "stray-quotes",
            "id,size,n\n" + "".join(f'{r},{r}" pipe,{r}\n' for r in range(12)),
            "utf-8",
            "quotes inside unquoted fields",
        ),
        ("wide", wide(), "utf-8", "2,000 columns"),
    ]


def fixtures():
    """Every whole table."""
    made = [Fixture(f"CSV/{name}.csv", text.encode(encoding), shows) for name, text, encoding, shows in text_samples()]
    return made + [Fixture("CSV/tab.tsv", table("\t").encode(), "tab")]
