"""The tables of the SQLite store, derived from the model once.

`register` one row a register, `entity` one row a thing (its fields as JSON), `reference` one row a reference
of the closed table of relations, and for people with an SQL window one view a kind (`powers`, `posts` …) with
a column a field. A table a kind was tried: encoding took longer, and the views answer the same questions.
"""

import json

from powerlist.model.entity import Entity
from powerlist.model.register import KINDS
from powerlist.model.relation import RELATIONS

APPLICATION_ID = 0x504C5354  # "PLST": tells our files from others
VERSION = 1

_TABLES = """
CREATE TABLE register (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    authority TEXT NOT NULL,
    revision INTEGER NOT NULL,
    saved_at TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    entities INTEGER NOT NULL,
    origins TEXT
);
CREATE TABLE entity (
    register INTEGER NOT NULL REFERENCES register (number),
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    origins TEXT,
    PRIMARY KEY (register, place)
) WITHOUT ROWID;
CREATE TABLE reference (
    register INTEGER NOT NULL REFERENCES register (number),
    relation TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL
);
CREATE INDEX reference_target ON reference (register, relation, target);
"""


def schema() -> list[str]:
    """The statements that make an empty store."""
    tables = [statement for statement in _TABLES.split(";") if statement.strip()]
    marks = [f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {VERSION}"]
    return [*tables, *map(_view, KINDS.values()), _relations(), *marks]


def _view(kind: type[Entity]) -> str:
    """A view with a column a field; a field that was left out shows its default."""
    fields = [name for name in kind.model_fields if name != "id"]
    columns = ", ".join(f'{_value(kind, name)} AS "{name}"' for name in fields)
    return (
        f"CREATE VIEW {kind.table} AS SELECT register.id AS register, entity.id AS id, {columns} "
        f"FROM entity JOIN register ON register.number = entity.register WHERE kind = '{kind.kind}'"
    )


def _value(kind: type[Entity], name: str) -> str:
    found = f"json_extract(body, '$.{name}')"
    default = kind.model_fields[name].get_default()
    match default:
        case bool() | int():
            return f"COALESCE({found}, {int(default)})"
        case str():
            return f"COALESCE({found}, '{default}')"
        case _:
            return found


def _relations() -> str:
    """The closed table of relations as a view: what each is called, from which kind to which."""
    rows = " UNION ALL ".join(
        f"SELECT '{r.name}' AS relation, '{r.kind}' AS kind, '{r.text.zh}' AS zh, '{r.text.en}' AS en, "
        f"'{json.dumps(r.to)}' AS \"to\""
        for r in RELATIONS
    )
    return f"CREATE VIEW relation AS {rows}"
