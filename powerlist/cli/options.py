"""The words of the command line: choices and options that several commands share."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Language(StrEnum):
    """界面语言 / language."""

    zh = "zh"
    en = "en"


class FindingFormat(StrEnum):
    """What `check` writes."""

    letter = "letter"
    text = "text"
    json = "json"
    sarif = "sarif"
    junit = "junit"
    html = "html"
    xlsx = "xlsx"


class BookFormat(StrEnum):
    """What `rules` writes."""

    text = "text"
    json = "json"
    md = "md"


class SplitBy(StrEnum):
    """What `split` makes a workbook for."""

    unit = "unit"


class Gravity(StrEnum):
    """From which severity on `check` ends with 1."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


class Side(StrEnum):
    """Which pictures `draw` makes: of each process (`all` for all three), or one of the whole bureau."""

    external = "external"
    internal = "internal"
    risk = "risk"
    all = "all"
    map = "map"
    heat = "heat"


class PictureFormat(StrEnum):
    """What a picture is written as."""

    svg = "svg"
    pdf = "pdf"
    png = "png"
    dot = "dot"


OwnRules = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules", help="自己的规则，一个Python文件 / rules of your own, a Python file", show_default=False
    ),
]
SettingsFile = Annotated[
    Path | None,
    typer.Option("--settings", help="设置，默认当前目录的 powerlist.toml / settings", show_default=False),
]
Files = Annotated[list[Path], typer.Argument(help="清单文件 .xls .xlsx .docx / lists", show_default=False)]
Sources = Annotated[
    list[str],
    typer.Argument(
        help="清单、YAML 或文件夹；demo 为示例 / lists, YAML or folders; demo", show_default=False
    ),
]
In = Annotated[Language, typer.Option("--lang", help="语言 / language", envvar="POWERLIST_LANG")]
MapFile = Annotated[
    Path | None, typer.Option("--map", help="说明各列含义的 YAML / a YAML that says what columns mean")
]
AsOf = Annotated[
    datetime | None,
    typer.Option(
        "--as-of", formats=["%Y-%m-%d"], help="检查基准日 / the day to check for", show_default=False
    ),
]
