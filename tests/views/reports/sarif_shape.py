"""The part of SARIF 2.1.0 (OASIS, sections 3.13 to 3.58) that a report uses: its properties and no others."""

from typing import Any


def shape(needed: str = "", **properties: Any) -> dict[str, Any]:
    """An object with these properties and none besides."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": needed.split(),
        "properties": properties,
    }


def rows(of: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": of, "minItems": least}


WORD = {"type": "string", "minLength": 1}
BAG = {"type": "object"}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = shape("text", text=WORD)
PHYSICAL = shape(
    "artifactLocation",
    artifactLocation=shape(
        "uri", uri={"type": "string", "pattern": r"^[!-~]+$"}
    ),  # RFC 3986: printable ASCII
    region=shape("startLine", startLine={"type": "integer", "minimum": 1}),
)
LOCATION = shape(
    physicalLocation=PHYSICAL,
    logicalLocations=rows(shape(name=WORD, fullyQualifiedName=WORD, kind=WORD)),
    message=MESSAGE,
)
THREAD = shape("locations", locations=rows(shape("location", location=LOCATION), 1))
RESULT = shape(
    "message ruleId",
    ruleId=WORD,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=rows(LOCATION),
    partialFingerprints={"type": "object", "additionalProperties": WORD},
    codeFlows=rows(shape("threadFlows", threadFlows=rows(THREAD, 1))),
    suppressions=rows(
        shape(
            "kind",
            kind={"enum": ["inSource", "external"]},
            status={"enum": ["accepted", "underReview", "rejected"]},
            justification=WORD,
        )
    ),
)
DESCRIPTOR = shape(
    "id",
    id=WORD,
    name=WORD,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=shape(level=LEVEL),
    properties=BAG,
)
DRIVER = shape("name", name=WORD, semanticVersion=WORD, rules={**rows(DESCRIPTOR), "uniqueItems": True})
RUN = shape(
    "tool",
    tool=shape("driver", driver=DRIVER),
    language={"type": "string", "pattern": "^[a-z]{2}-[A-Z]{2}$"},
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results=rows(RESULT),
    properties=BAG,
)
SHAPE = {
    **shape("version runs", version={"const": "2.1.0"}, runs=rows(RUN)),
    "$schema": "http://json-schema.org/draft-07/schema#",
}
SHAPE["properties"]["$schema"] = WORD  # type: ignore[index]
