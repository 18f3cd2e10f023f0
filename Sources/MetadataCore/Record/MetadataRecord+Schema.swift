extension MetadataRecord {
    /// The JSON Schema (2020-12) that every record follows, with and without the command's `path`.
    public static let jsonSchema = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:assay:record:1",
          "title": "Assay metadata record",
          "description": "What is known of one file. A member that is absent is unknown; none is null.",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "schema",
            "format",
            "mediaType",
            "status"
          ],
          "properties": {
            "schema": {
              "const": "assay/1"
            },
            "path": {
              "type": "string",
              "description": "The path, as the command was given it; bytes that are not UTF-8 are shown as U+FFFD."
            },
            "pathBase64": {
              "type": "string",
              "description": "The bytes of the path, where they are not UTF-8.",
              "contentEncoding": "base64"
            },
            "reads": {
              "description": "What reading the file cost, where only ranges of it were read.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "bytes": {
                  "type": "integer",
                  "minimum": 0
                },
                "requests": {
                  "type": "integer",
                  "minimum": 0
                }
              }
            },
            "size": {
              "type": "integer",
              "minimum": 0,
              "description": "Bytes."
            },
            "format": {
              "type": "string",
              "description": "A short stable name, as jpeg."
            },
            "mediaType": {
              "type": "string",
              "description": "IANA media type, with parameters where known."
            },
            "status": {
              "type": "string",
              "description": "How much of the file was understood.",
              "enum": [
                "complete",
                "partial",
                "failed",
                "unrecognized"
              ]
            },
            "checksums": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "sha256",
                "crc32c",
                "crc64nvme"
              ],
              "properties": {
                "sha256": {
                  "type": "string",
                  "pattern": "^[0-9a-f]{64}$"
                },
                "crc32c": {
                  "type": "string",
                  "pattern": "^[0-9a-f]{8}$"
                },
                "crc64nvme": {
                  "type": "string",
                  "pattern": "^[0-9a-f]{16}$"
                }
              }
            },
            "image": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "width": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "Pixels as displayed: orientation is applied."
                },
                "height": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "Pixels as displayed: orientation is applied."
                },
                "stored": {
                  "type": "object",
                  "description": "The size before orientation.",
                  "additionalProperties": false,
                  "properties": {
                    "width": {
                      "type": "integer",
                      "minimum": 1,
                      "description": "Pixels in a row."
                    },
                    "height": {
                      "type": "integer",
                      "minimum": 1,
                      "description": "Rows."
                    }
                  }
                },
                "orientation": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "How stored pixels are to be shown, as EXIF tag 0x0112 means it.",
                  "maximum": 8
                },
                "frames": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "Frames or pages."
                },
                "color": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "model": {
                      "type": "string",
                      "description": "How colours are stored.",
                      "enum": [
                        "gray",
                        "rgb",
                        "ycbcr",
                        "cmyk",
                        "ycck",
                        "palette",
                        "lab",
                        "bayer",
                        "multichannel"
                      ]
                    },
                    "bitDepth": {
                      "type": "integer",
                      "minimum": 1,
                      "description": "Bits a sample."
                    },
                    "channels": {
                      "type": "integer",
                      "minimum": 1,
                      "description": "Samples a pixel, alpha among them."
                    },
                    "alpha": {
                      "type": "boolean",
                      "description": "Whether a pixel can be transparent."
                    },
                    "profile": {
                      "type": "string",
                      "description": "The ICC profile's description."
                    }
                  }
                },
                "resolution": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "x": {
                      "type": "number",
                      "description": "Pixels a unit."
                    },
                    "y": {
                      "type": "number",
                      "description": "Pixels a unit."
                    },
                    "unit": {
                      "type": "string",
                      "description": "The unit of length.",
                      "enum": [
                        "inch",
                        "centimetre",
                        "metre",
                        "none"
                      ]
                    }
                  }
                },
                "software": {
                  "type": "string",
                  "description": "The program that wrote the image."
                },
                "title": { "type": "string" },
                "description": {
                  "type": "string",
                  "description": "What the picture shows, in words."
                },
                "creator": {
                  "type": "string",
                  "description": "Who made it."
                },
                "keywords": {
                  "type": "array",
                  "items": { "type": "string" }
                },
                "rating": {
                  "type": "number",
                  "description": "-1 (rejected) to 5.",
                  "minimum": -1,
                  "maximum": 5
                },
                "capture": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "time": {
                      "type": "string",
                      "description": "Local time, as exactly as the file says it: a date, a minute, a second or a part of one.",
                      "pattern": "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?)?$"
                    },
                    "offset": {
                      "type": "string",
                      "description": "Offset from UTC, when the file says so.",
                      "pattern": "^[+-]\\d{2}:\\d{2}$"
                    },
                    "source": {
                      "type": "string",
                      "description": "The structure that the time came from."
                    },
                    "offsetSource": {
                      "type": "string",
                      "description": "The structure that the offset came from."
                    }
                  }
                },
                "camera": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "make": { "type": "string" },
                    "model": { "type": "string" },
                    "lens": { "type": "string" },
                    "serial": {
                      "type": "string",
                      "description": "The serial number of the body."
                    }
                  }
                },
                "exposure": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "seconds": {
                      "type": "number",
                      "description": "Exposure time."
                    },
                    "fNumber": { "type": "number" },
                    "iso": {
                      "type": "integer",
                      "minimum": 1,
                      "description": "ISO 12232."
                    },
                    "focalLength": {
                      "type": "number",
                      "description": "Millimetres."
                    },
                    "focalLength35mm": {
                      "type": "number",
                      "description": "Millimetres on 35 mm film."
                    },
                    "flashFired": { "type": "boolean" }
                  }
                },
                "location": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "latitude": {
                      "type": "number",
                      "description": "Degrees, north positive.",
                      "minimum": -90,
                      "maximum": 90
                    },
                    "longitude": {
                      "type": "number",
                      "description": "Degrees, east positive.",
                      "minimum": -180,
                      "maximum": 180
                    },
                    "altitude": {
                      "type": "number",
                      "description": "Metres over sea level."
                    },
                    "time": {
                      "type": "string",
                      "description": "RFC 3339, UTC."
                    }
                  }
                }
              }
            },
            "document": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "pageCount": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Pages."
                },
                "pdfVersion": {
                  "type": "string",
                  "description": "As 1.7."
                },
                "title": { "type": "string" },
                "author": { "type": "string" },
                "subject": { "type": "string" },
                "keywords": { "type": "string" },
                "creator": { "type": "string" },
                "producer": { "type": "string" },
                "created": {
                  "type": "string",
                  "description": "RFC 3339; without an offset where the file gives none."
                },
                "modified": {
                  "type": "string",
                  "description": "RFC 3339; without an offset where the file gives none."
                },
                "encrypted": { "type": "boolean" },
                "needsPassword": { "type": "boolean" },
                "encryption": {
                  "type": "object",
                  "additionalProperties": false,
                  "required": [
                    "handler"
                  ],
                  "description": "How it is encrypted, as ISO 32000-2, 7.6 names it.",
                  "properties": {
                    "handler": {
                      "type": "string",
                      "description": "As Standard."
                    },
                    "version": {
                      "type": "integer",
                      "description": "The algorithm, V."
                    },
                    "revision": {
                      "type": "integer",
                      "description": "The handler's revision, R."
                    },
                    "keyLength": {
                      "type": "integer",
                      "minimum": 0,
                      "description": "Bits of the file's key."
                    },
                    "cipher": {
                      "type": "string",
                      "enum": [
                        "rc4",
                        "aes-128",
                        "aes-256",
                        "none"
                      ]
                    }
                  }
                },
                "linearized": { "type": "boolean" },
                "tagged": { "type": "boolean" },
                "signatures": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Signature fields."
                },
                "forms": {
                  "type": "string",
                  "description": "The kind of form.",
                  "enum": [
                    "none",
                    "acroform",
                    "xfa"
                  ]
                },
                "javascript": { "type": "boolean" },
                "outlines": {
                  "type": "boolean",
                  "description": "Has bookmarks."
                },
                "portfolio": {
                  "type": "boolean",
                  "description": "Is a collection of embedded files."
                },
                "revisions": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "States that the file holds: 1, and one more for each incremental update."
                },
                "attachments": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Embedded files."
                },
                "pdfa": {
                  "type": "string",
                  "description": "The PDF/A level claimed, as 1b."
                },
                "pdfx": {
                  "type": "string",
                  "description": "The PDF/X version claimed, as PDF/X-1a:2001."
                },
                "pageSizes": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": [
                      "width",
                      "height",
                      "count"
                    ],
                    "properties": {
                      "width": {
                        "type": "number",
                        "description": "Points."
                      },
                      "height": {
                        "type": "number",
                        "description": "Points."
                      },
                      "count": {
                        "type": "integer",
                        "minimum": 1,
                        "description": "Pages of this size."
                      }
                    }
                  }
                },
                "permissions": {
                  "type": "array",
                  "items": { "type": "string" }
                },
                "textLines": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": [
                      "text",
                      "confidence",
                      "source"
                    ],
                    "properties": {
                      "text": { "type": "string" },
                      "page": {
                        "type": "integer",
                        "minimum": 1,
                        "description": "From 1."
                      },
                      "confidence": {
                        "type": "number",
                        "minimum": 0,
                        "maximum": 1
                      },
                      "source": {
                        "type": "string",
                        "description": "Which analyser read it: textract."
                      }
                    }
                  }
                }
              }
            },
            "table": {
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "encoding": {
                  "type": "string",
                  "description": "IANA name in lower case."
                },
                "bom": {
                  "type": "boolean",
                  "description": "Whether a byte order mark stands at the start."
                },
                "dialect": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "delimiter": {
                      "type": "string",
                      "description": "Empty in a file of one column."
                    },
                    "quote": {
                      "type": "string",
                      "description": "Empty where none is used."
                    },
                    "escape": {
                      "type": "string",
                      "description": "Equal to the quote where it is doubled."
                    },
                    "lineTerminator": {
                      "type": "string",
                      "description": "The end of a record.",
                      "enum": [
                        "\n",
                        "\r\n",
                        "\r",
                        "mixed"
                      ]
                    },
                    "comment": {
                      "type": "string",
                      "description": "What begins a comment row."
                    },
                    "skipRows": {
                      "type": "integer",
                      "minimum": 0,
                      "description": "Rows before the header or the first record."
                    }
                  }
                },
                "runnerUp": {
                  "type": "object",
                  "additionalProperties": false,
                  "description": "The dialect that came second.",
                  "properties": {
                    "delimiter": { "type": "string" },
                    "quote": { "type": "string" }
                  }
                },
                "lineEnds": {
                  "type": "object",
                  "additionalProperties": false,
                  "description": "How many records have each end, where they are mixed.",
                  "properties": {
                    "lf": { "type": "integer" },
                    "crlf": { "type": "integer" },
                    "cr": { "type": "integer" }
                  }
                },
                "header": { "type": "boolean" },
                "headerRows": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Rows that name the columns."
                },
                "footerRows": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Rows behind the data that remark on them."
                },
                "rowCount": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Data records: header, skipped, comment and footer rows excluded."
                },
                "emptyRows": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Data records whose fields are all empty."
                },
                "columnCount": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Columns."
                },
                "raggedRows": {
                  "type": "integer",
                  "minimum": 0,
                  "description": "Data records with another number of fields."
                },
                "fieldCounts": {
                  "type": "array",
                  "description": "Where rows are ragged, how many have each number of fields.",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "fields": { "type": "integer" },
                      "rows": { "type": "integer" }
                    }
                  }
                },
                "firstContradictedAtRow": {
                  "type": "integer",
                  "minimum": 1,
                  "description": "The first data record that denied what the beginning had suggested."
                },
                "confidence": {
                  "type": "number",
                  "description": "0...1",
                  "minimum": 0,
                  "maximum": 1
                },
                "columns": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "name": { "type": "string" },
                      "type": {
                        "type": "string",
                        "description": "Frictionless Table Schema."
                      },
                      "format": { "type": "string" },
                      "ambiguous": {
                        "type": "boolean",
                        "description": "Day and month can be exchanged in every row."
                      },
                      "nullable": { "type": "boolean" },
                      "width": {
                        "type": "integer",
                        "description": "Bytes of the longest value."
                      }
                    }
                  }
                }
              }
            },
            "labels": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "name",
                  "confidence",
                  "source"
                ],
                "properties": {
                  "name": { "type": "string" },
                  "confidence": { "type": "number" },
                  "source": { "type": "string" }
                }
              }
            },
            "integrity": {
              "type": "object",
              "additionalProperties": false,
              "required": [
                "algorithm",
                "type",
                "verified"
              ],
              "properties": {
                "algorithm": { "type": "string" },
                "type": {
                  "enum": [
                    "FULL_OBJECT",
                    "COMPOSITE",
                    "NOT_READ"
                  ]
                },
                "verified": { "type": "boolean" }
              }
            },
            "issues": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": [
                  "code",
                  "severity",
                  "stage",
                  "retryable",
                  "detail"
                ],
                "properties": {
                  "code": {
                    "type": "string",
                    "description": "Stable."
                  },
                  "severity": {
                    "type": "string",
                    "description": "note: nothing is missing; warning: a part is; error: nothing was understood.",
                    "enum": [
                      "note",
                      "warning",
                      "error"
                    ]
                  },
                  "stage": {
                    "type": "string",
                    "description": "What was being done.",
                    "enum": [
                      "open",
                      "read",
                      "identify",
                      "extract",
                      "normalize"
                    ]
                  },
                  "offset": {
                    "type": "integer",
                    "minimum": 0,
                    "description": "Bytes from the start."
                  },
                  "field": {
                    "type": "string",
                    "description": "A path in the record."
                  },
                  "retryable": { "type": "boolean" },
                  "detail": {
                    "type": "string",
                    "description": "For people."
                  }
                }
              }
            },
            "omitted": {
              "type": "object",
              "description": "How many elements were left out of lists, by path.",
              "additionalProperties": {
                "type": "integer",
                "minimum": 1
              }
            },
            "provenance": {
              "type": "object",
              "description": "Where values came from, by path: the winner first.",
              "additionalProperties": {
                "type": "array",
                "items": { "type": "string" }
              }
            }
          }
        }

        """#
}
