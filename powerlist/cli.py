"""The command line: data goes to stdout, talk goes to stderr; 0 is clean, 1 is found, 2 is unusable."""

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.markdown import Markdown
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from powerlist import __version__, api
from powerlist.errors import PowerlistError, file_trouble
from powerlist.i18n import Lang, Text


class Language(StrEnum):
    """界面语言 / language."""

    zh = "zh"
    en = "en"


class FindingFormat(StrEnum):
    """What `check` writes."""

    text = "text"
    json = "json"


class Gravity(StrEnum):
    """From which severity on `check` ends with 1."""

    error = "error"
    warning = "warning"
    info = "info"
    never = "never"


class Side(StrEnum):
    """Which pictures `draw` makes."""

    external = "external"
    internal = "internal"
    risk = "risk"
    all = "all"


class PictureFormat(StrEnum):
    """What a picture is written as."""

    svg = "svg"
    pdf = "pdf"
    png = "png"
    dot = "dot"


app = typer.Typer(
    name="powerlist",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="权责清单、运行流程、廉政风险，同一张图 / One graph for powers, duties, flows and integrity risks.",
)

Files = Annotated[list[Path], typer.Argument(help="清单文件 .xls .xlsx / lists", show_default=False)]
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


@app.callback(invoke_without_command=True)
def top(version: Annotated[bool, typer.Option("--version", help="版本 / version")] = False) -> None:
    """Options of the program as a whole."""
    if version:
        print(f"powerlist {__version__}")
        raise typer.Exit


@app.command("import")
def import_(
    files: Files,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="写成 YAML / write YAML")] = None,
    columns: MapFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="用 JSON 报告 / report as JSON")] = False,
    lang: In = Language.zh,
) -> None:
    """读取清单，报告读到什么 / Read lists and tell what was found."""
    if out:
        api.refuse_as_target(out)
    reading = _opened([str(file) for file in files], lang.value, columns)
    if as_json:
        print(json.dumps(api.import_data(reading, lang.value), ensure_ascii=False, indent=2))
    else:
        for line in api.import_text(reading, lang.value):
            print(line)
    if out:
        api.save(reading.register, out)
        _say(Text(f"已写入 {out}", f"Wrote {out}"), lang.value)


@app.command()
def check(
    sources: Sources,
    format: Annotated[FindingFormat, typer.Option("--format", help="格式 / format")] = FindingFormat.text,
    select: Annotated[
        list[str] | None, typer.Option("--select", help="只用这些规则 / only these rules", show_default=False)
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", help="不用这些规则 / not these rules", show_default=False)
    ] = None,
    fail_on: Annotated[
        Gravity, typer.Option("--fail-on", help="何时返回1 / when to end with 1")
    ] = Gravity.error,
    as_of: AsOf = None,
    columns: MapFile = None,
    lang: In = Language.zh,
) -> None:
    """检查：哪里有问题，在哪个单元格，怎么改 / Check: what is wrong, in which cell, and how to mend it."""
    reading = _opened(sources, lang.value, columns)
    day = as_of.date() if as_of else date.today()
    report = api.check(reading.register, as_of=day, select=_split(select), ignore=_split(ignore))
    if format is FindingFormat.json:
        print(
            json.dumps(api.findings_data(report, reading.register, lang.value), ensure_ascii=False, indent=2)
        )
    else:
        for line in api.findings_text(report, lang.value):
            print(line)
    if api.reaches(report, fail_on.value):
        raise typer.Exit(1)


@app.command()
def rules(lang: In = Language.zh) -> None:
    """列出全部规则 / List every rule."""
    for rule in api.rules():
        print(f"{rule.code}  {api.severity_name(rule.severity, lang.value)}  {rule.title.of(lang.value)}")


@app.command()
def explain(
    code: Annotated[str, typer.Argument(help="规则编号或名称 / code or slug", show_default=False)],
    lang: In = Language.zh,
) -> None:
    """说明一条规则：为什么、依据、错与对的例子、怎么改 / Explain a rule."""
    page = api.explain(code, lang.value)
    if sys.stdout.isatty():
        Console().print(Markdown(page))
    else:
        print(page)


@app.command()
def draw(
    sources: Sources,
    power: Annotated[
        str, typer.Option("--power", help="职权编码或名称，all 为全部 / code, name or all")
    ] = "all",
    view: Annotated[Side, typer.Option("--view", help="外部图、内部图、风险图 / which picture")] = Side.all,
    out: Annotated[Path, typer.Option("-o", "--out", help="文件夹 / folder")] = Path("charts"),
    format: Annotated[PictureFormat, typer.Option("--format", help="格式 / format")] = PictureFormat.svg,
    findings: Annotated[
        bool, typer.Option("--findings", help="在图上标出问题 / show findings on the charts")
    ] = False,
    contact_sheet: Annotated[
        Path | None, typer.Option("--contact-sheet", help="另存一张总览 PNG / also one PNG of all, small")
    ] = None,
    columns: MapFile = None,
    lang: In = Language.zh,
) -> None:
    """画流程图和风险图 / Draw flowcharts and risk maps."""
    register = _opened(sources, lang.value, columns).register
    chosen = None if power == "all" else api.find_power(register, power)
    found = api.check(register, as_of=date.today()).findings if findings else ()
    sides = tuple(api.View) if view is Side.all else (api.View(view.value),)
    order = api.Order(power=chosen, views=sides, format=format.value, lang=lang.value, findings=found)
    for path in _drawn(register, order, out):
        print(path)
    if contact_sheet:
        small = api.contact_sheet(api.draw(register, replace(order, format="png")))
        api.write_file(contact_sheet, small)
        print(contact_sheet)


@app.command()
def demo(
    out: Annotated[Path, typer.Option("-o", "--out", help="文件夹 / folder")] = Path("powerlist-demo"),
    once: Annotated[bool, typer.Option("--once", help="不打开网页 / do not serve the app")] = False,
    port: Annotated[int, typer.Option("--port", help="端口 / port")] = 8501,
    lang: In = Language.zh,
) -> None:
    """打开示例局：检查、画图、打开网页 / The demo bureau: check, draw, serve."""
    register = api.demo().register
    report = api.check(register, as_of=date.today())
    api.write_findings(report, register, out, lang.value)
    order = api.Order(power=None, views=tuple(api.View), format="svg", lang=lang.value, findings=())
    count = len(list(_drawn(register, order, out / "charts")))
    for line in api.findings_totals(report, lang.value):
        print(line)
    print(
        Text(
            f"{count} 张图在 {out / 'charts'}，问题清单在 {out / 'findings.txt'}。",
            f"{count} charts are in {out / 'charts'}, the findings in {out / 'findings.txt'}.",
        ).of(lang.value)
    )
    if not once:
        _serve(["demo"], port, lang.value)


@app.command()
def serve(
    sources: Sources,
    port: Annotated[int, typer.Option("--port", help="端口 / port")] = 8501,
    lang: In = Language.zh,
) -> None:
    """在浏览器中打开 / Open in the browser."""
    _opened(sources, lang.value, None)
    _serve(sources, port, lang.value)


def _opened(sources: Sequence[str], lang: Lang, columns: Path | None) -> api.Reading:
    reading = api.open_sources(sources, column_map=api.column_map(columns) if columns else None)
    if reading.problems:
        count = len(reading.problems)
        said = Text(
            f"读取时有 {count} 处需要核对，用 import 可以看到。",
            f"Places to look at: {count}; import tells them.",
        )
        _say(said, lang)
    return reading


def _drawn(register: api.Register, order: api.Order, folder: Path) -> Sequence[Path]:
    """Draw with a progress bar; the paths of the files written."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        label = Text("画图", "Drawing").of(order.lang)
        task = progress.add_task(label, total=api.count_pictures(register, order))
        paths = []
        for picture in api.draw(register, order):
            paths.append(api.write_picture(picture, folder))
            progress.advance(task)
    if not paths:
        _say(Text("没有可画的流程。", "There is no process to draw."), order.lang)
    return paths


def _serve(sources: Sequence[str], port: int, lang: Lang) -> None:
    from powerlist.app.launch import serve as start  # streamlit is slow to load and needed only here

    server = start(sources, port=port, lang=lang)
    print(server.url, flush=True)
    _say(Text("按 Ctrl+C 结束。", "Press Ctrl+C to stop."), lang)
    server.wait()


def _split(words: Sequence[str] | None) -> list[str]:
    return [one for word in words or () for one in word.replace("，", ",").split(",") if one]


def _say(text: Text, lang: Lang) -> None:
    print(text.of(lang), file=sys.stderr)


def _language(arguments: Sequence[str]) -> Lang:
    """The language of a sentence that stops us before the options are parsed."""
    asked = os.environ.get("POWERLIST_LANG", "zh")
    for place, word in enumerate(arguments):
        if word == "--lang" and place + 1 < len(arguments):
            asked = arguments[place + 1]
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return "en" if asked == "en" else "zh"


def main() -> None:
    """The console script: every error that a user can mend is one sentence and exit code 2."""
    lang = _language(sys.argv[1:])
    try:
        app()
    except PowerlistError as error:
        _stop(error.text, lang)
    except OSError as error:
        _stop(file_trouble(error), lang)


def _stop(text: Text, lang: Lang) -> NoReturn:
    print(text.of(lang), file=sys.stderr)
    sys.exit(2)
