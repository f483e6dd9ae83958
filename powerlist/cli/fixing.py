"""The command that puts right what has one right answer."""

from pathlib import Path
from typing import Annotated

import typer

from powerlist import api
from powerlist.cli.options import In, Language, MapFile
from powerlist.cli.talk import opened, say, tell
from powerlist.errors import UsageError
from powerlist.i18n import Text

_WHERE = Text(
    "请用 -o 写明副本的名字，或者用 --dry-run 只看。", "name the copy with -o, or look with --dry-run."
)


def fix(
    source: Annotated[Path, typer.Argument(help="清单文件 / a list", show_default=False)],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="写到新文件 / a new file", show_default=False)
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", help="只改 spaces brackets stages numbers / only these", show_default=False),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看不改 / only show")] = False,
    columns: MapFile = None,
    lang: In = Language.zh,
) -> None:
    """改好只有一种改法的地方，写到副本 / Put right what has one right answer, in a copy."""
    if out is None and not dry_run:
        raise UsageError(_WHERE)
    words = [one for word in select or () for one in word.replace("，", ",").split(",") if one]
    found = api.find_fixes(opened([str(source)], lang.value, columns).register, words)
    for line in api.fixes_text(found, lang.value):
        tell(line)
    if out and not dry_run and found:
        api.write_fixed(source, found, out)
        say(Text(f"已写入 {out}", f"Wrote {out}"), lang.value)
    elif out and not dry_run:
        say(Text(f"没有写 {out}。", f"{out} was not written."), lang.value)
