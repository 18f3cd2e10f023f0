"""XMP packets (ISO 16684-1)."""

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "aux": "http://ns.adobe.com/exif/1.0/aux/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "xmpNote": "http://ns.adobe.com/xmp/note/",
}


def packet(properties, structured="", prefixes=None):
    """Wraps simple properties (as attributes) and structured ones (as elements) in a packet."""
    used = prefixes or sorted({name.split(":")[0] for name in properties} | {"dc"})
    declarations = "".join(f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in used)
    attributes = "".join(f' {name}="{value}"' for name, value in properties.items())
    text = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{declarations}{attributes}>{structured}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    )
    return text.encode()


def alternatives(name, text):
    """A language alternative with one default text."""
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt></{name}>'


def sequence(name, *items, kind="Seq"):
    """An ordered array, or with `kind` "Bag" an unordered one."""
    members = "".join(f"<rdf:li>{item}</rdf:li>" for item in items)
    return f"<{name}><rdf:{kind}>{members}</rdf:{kind}></{name}>"


def photo():
    """What an editor writes beside a photo: title, creator, keywords, rating, lens, times with an offset."""
    structured = (
        alternatives("dc:title", "Über dem Fluß")
        + alternatives("dc:description", "A test picture")
        + sequence("dc:creator", "Ada Example")
        + sequence("dc:subject", "river", "test", kind="Bag")
    )
    return packet(
        {
            "xmp:CreatorTool": "Assay Fixture Generator",
            "xmp:Rating": "4",
            "xmp:CreateDate": "2021-06-05T04:03:02.10+02:00",
            "photoshop:DateCreated": "2021-06-05T04:03:02.10+02:00",
            "aux:Lens": "Example 50mm f/1.8",
            "tiff:Orientation": "1",
        },
        structured,
    )


def billion_laughs():
    """A packet whose entities would grow to a billion words."""
    entities = '<!ENTITY l0 "ha">' + "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    body = packet({}, alternatives("dc:title", "&l9;")).decode()
    head, rest = body.split("?>\n", 1)
    return f"{head}?>\n<!DOCTYPE x [{entities}]>{rest}".encode()


def deeply_nested(depth):
    """A packet whose title lies `depth` elements deep."""
    return packet({}, "<dc:title>" * depth + "deep" + "</dc:title>" * depth)
