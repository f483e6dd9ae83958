"""Commands on stores: push, pull."""

from pathlib import Path
from typing import Annotated

import typer

from powerlist import api
from powerlist.cli.options import In, Language
from powerlist.cli.talk import opened, say
from powerlist.i18n import Text

Url = Annotated[
    str,
    typer.Argument(help="folder:文件夹 sqlite:文件 neo4j://… bolt://… / store", show_default=False),
]
Id = Annotated[str, typer.Option("--id", help="库里的哪一份 / which register", show_default=False)]


def push(
    source: Annotated[str, typer.Argument(help="清单、YAML、demo / list, YAML, demo", show_default=False)],
    url: Url,
    id: Id = "",
    based_on: Annotated[
        int | None,
        typer.Option(
            "--based-on", min=0, help="依据的版次，不同则拒绝 / refuse another revision", show_default=False
        ),
    ] = None,
    lang: In = Language.zh,
) -> None:
    """存入库中，整份或不存 / Save into a store, whole or not at all."""
    saved = api.push(opened([source], lang.value, None).register, url, based_on=based_on, id=id)
    print(Text(f"{saved.id} 第{saved.revision}版", f"{saved.id} revision {saved.revision}").of(lang.value))


def pull(
    url: Url,
    out: Annotated[Path, typer.Argument(help="写到 / write to", show_default=False)],
    id: Id = "",
    lang: In = Language.zh,
) -> None:
    """从库中取出 / Load from a store."""
    loaded = api.pull(url, id)
    api.convert(loaded.register, out)
    say(Text(f"已写入 {out}", f"Wrote {out}"), lang.value)
