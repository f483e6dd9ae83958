"""Commands that show: draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from powerlist import api
from powerlist.cli.options import In, Language, MapFile, PictureFormat, Side, Sources
from powerlist.cli.talk import opened, say
from powerlist.errors import UsageError
from powerlist.i18n import Lang, Text

_WHOLE = Text(
    "--view {view} 画的是全局一张图，不能再用 --power、--findings、--contact-sheet。请去掉这些选项。",
    "--view {view} draws one picture of the whole bureau: leave out --power, --findings, --contact-sheet.",
)
_DRAFT = Text(
    "用 powerlist draft 清单 -o 草稿.yaml 可以先起草流程，再画。",
    "`powerlist draft LIST -o draft.yaml` drafts them; then draw.",
)
_NOTHING = Text(
    f"没有可画的流程：{{count}}项职权（{{name}}）没有流程。{_DRAFT.zh}",
    f"There is no process to draw: powers without one: {{count}} ({{name}}). {_DRAFT.en}",
)
_SOME_LACK = Text(
    f"另有{{count}}项职权（{{name}}）没有流程，没有画。{_DRAFT.zh}",
    f"Powers without a process, of which nothing was drawn: {{count}} ({{name}}). {_DRAFT.en}",
)
_NO_POWERS = Text(
    "没有可画的：清单里没有读到职权。用 powerlist import 看读到了什么。",
    "There is nothing to draw: no power was read. `powerlist import` shows what was read.",
)


def draw(
    sources: Sources,
    power: Annotated[
        str, typer.Option("--power", help="职权编码或名称，all 为全部 / code, name or all")
    ] = "all",
    view: Annotated[
        Side,
        typer.Option(
            "--view", help="外部图、内部图、风险图；map 责任分布图，heat 风险分布图 / which picture"
        ),
    ] = Side.all,
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
    """画流程图、风险图和全局图 / Draw flowcharts, risk maps, maps of the bureau."""
    register = opened(sources, lang.value, columns).register
    if view in (Side.map, Side.heat):
        if power != "all" or findings or contact_sheet:
            raise UsageError(_WHOLE.fill(view=view.value))
        picture = api.draw_bureau(register, api.BureauView(view.value), format.value, lang.value)
        print(api.write_picture(picture, out))
        return
    chosen = None if power == "all" else api.find_power(register, power)
    found = api.check(register, as_of=date.today()).findings if findings else ()
    sides = tuple(api.View) if view is Side.all else (api.View(view.value),)
    order = api.Order(power=chosen, views=sides, format=format.value, lang=lang.value, findings=found)
    paths = drawn(register, order, out)
    for path in paths:
        print(path)
    _tell_lacking(api.without_process(register, chosen), bool(paths), lang.value)
    if contact_sheet and paths:
        small = api.contact_sheet(api.draw(register, replace(order, format="png")))
        api.write_file(contact_sheet, small)
        print(contact_sheet)


def drawn(register: api.Register, order: api.Order, folder: Path) -> Sequence[Path]:
    """Draw with a progress bar; the paths of the files written."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        label = Text("画图", "Drawing").of(order.lang)
        task = progress.add_task(label, total=api.count_pictures(register, order))
        paths = []
        for picture in api.draw(register, order):
            paths.append(api.write_picture(picture, folder))
            progress.advance(task)
    return paths


def _tell_lacking(powers: Sequence[api.Power], drawn: bool, lang: Lang) -> None:
    """How many powers have no process, and how they get one."""
    if not powers:
        if not drawn:
            say(_NO_POWERS, lang)
        return
    first = powers[0].title
    name = (
        Text(f"“{first}”", f"“{first}”")
        if len(powers) == 1
        else Text(f"“{first}”等", f"“{first}” and others")
    )
    text = _SOME_LACK if drawn else _NOTHING
    say(text.fill(count=f"{len(powers):,}", name=name), lang)
