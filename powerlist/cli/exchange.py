"""Commands on the bureau's own files: template, convert, export, split, collect."""

from pathlib import Path
from typing import Annotated

import typer

from powerlist import api
from powerlist.cli.options import In, Language, MapFile, Sources, SplitBy
from powerlist.cli.talk import opened, say, tell
from powerlist.i18n import Text

To = Annotated[Path, typer.Argument(help="写到 / write to", show_default=False)]


def template(out: To, lang: In = Language.zh) -> None:
    """写一本空白工作簿 / Write an empty workbook to fill in."""
    api.template(out)
    say(Text(f"已写入 {out}", f"Wrote {out}"), lang.value)


def convert(sources: Sources, out: To, columns: MapFile = None, lang: In = Language.zh) -> None:
    """转换成 .xlsx、.yaml、.jsonl 或文件夹，不丢内容 / Convert without loss."""
    api.refuse_sources(out, sources)
    api.convert(opened(sources, lang.value, columns).register, out)
    say(Text(f"已写入 {out}", f"Wrote {out}"), lang.value)


def export(
    sources: Sources,
    like: Annotated[
        str,
        typer.Option(
            "--like", help="表样：.xlsx、.xls，或 14列、卡片 / a form, or: columns, card", show_default=False
        ),
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help="写到 .xlsx / write to", show_default=False)],
    columns: MapFile = None,
    lang: In = Language.zh,
) -> None:
    """照别人的表样填表，版式不变 / Fill in somebody else's form, its looks kept."""
    filled = api.export(opened(sources, lang.value, None).register, like, out, columns)
    for line in api.filled_text(filled, lang.value):
        tell(line)
    say(Text(f"已写入 {out}", f"Wrote {out}"), lang.value)


def split(
    sources: Sources,
    out: Annotated[Path, typer.Option("-o", "--out", help="文件夹 / folder", show_default=False)],
    by: Annotated[SplitBy, typer.Option("--by", help="按什么分 / one workbook for each")] = SplitBy.unit,
    lang: In = Language.zh,
) -> None:
    """按科室分成工作簿，发下去填 / Give each unit its workbook."""
    parcels = api.split(opened(sources, lang.value, None).register)
    api.write_parcels(parcels, out)
    for line in api.parcels_text(parcels, lang.value):
        tell(line)


def collect(
    returned: Annotated[
        list[Path], typer.Argument(help="收回的工作簿或文件夹 / returned workbooks", show_default=False)
    ],
    into: Annotated[str, typer.Option("--into", help="并入哪份清单 / the list", show_default=False)],
    out: Annotated[Path, typer.Option("-o", "--out", help="写到 / write to", show_default=False)],
    take: Annotated[
        list[str] | None,
        typer.Option("--take", help="冲突时采用这个单元格 / take this cell", show_default=False),
    ] = None,
    lang: In = Language.zh,
) -> None:
    """收回各科室的工作簿，冲突按单元格报告 / Merge what came back; clashes are told by cell."""
    collected = api.collect(returned, opened([into], lang.value, None).register, take or ())
    api.convert(collected.register, out)
    for line in api.clashes_text(collected, lang.value):
        tell(line)
    if collected.clashes or collected.problems:
        raise typer.Exit(1)
