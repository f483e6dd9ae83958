"""The command that invents registers, to try the program on any size."""

from pathlib import Path
from typing import Annotated

import typer

from powerlist import api
from powerlist.cli.options import In, Language
from powerlist.cli.talk import say
from powerlist.i18n import Text


def generate(
    out: Annotated[
        Path,
        typer.Option(
            "-o", "--out", help="文件夹、.yaml 或 .xlsx / folder, .yaml or .xlsx", show_default=False
        ),
    ],
    powers: Annotated[int, typer.Option("--powers", help="每份的职权数 / powers in each")] = 100,
    registers: Annotated[int, typer.Option("--registers", help="份数 / how many")] = 1,
    seed: Annotated[int, typer.Option("--seed", help="种子，相同则结果相同 / same seed, same bytes")] = 1,
    complete: Annotated[
        bool, typer.Option("--complete", help="连同流程、风险、承诺和公开 / with processes, risks, pledges")
    ] = False,
    workbooks: Annotated[
        bool, typer.Option("--workbooks", help="文件夹里放 .xlsx / a folder of workbooks")
    ] = False,
    lang: In = Language.zh,
) -> None:
    """生成虚构的清单，用来试用和测速 / Invent registers of any size."""
    paths = api.generate(powers, out, registers=registers, seed=seed, full=complete, books=workbooks)
    say(Text(f"已写入{len(paths)}份：{out}", f"Wrote {len(paths)} to {out}"), lang.value)
