"""Commands that open the app: demo, serve; what they open is kept in a store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from powerlist import api
from powerlist.cli.charts import drawn
from powerlist.cli.options import In, Language
from powerlist.cli.talk import opened, say
from powerlist.errors import PowerlistError
from powerlist.i18n import Lang, Text

Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="端口 / port")]

_KEPT = Text("已存入清单库：{name}，第{revision}版。", "Kept: {name}, revision {revision}.")
_REPLACED = Text(
    "已存入清单库：{name}，第{revision}版；原第{was}版留作以前的版本，可在“清单库”页恢复。",
    "Kept: {name}, revision {revision}. Revision {was} can be restored on the page Kept lists.",
)
_BEHIND = Text(
    "清单库里的 {name} 已到第{revision}版，比这份新；没有覆盖，打开的是第{revision}版。",
    "{name} is kept in a later revision, {revision}: it was not written over, and is what is opened.",
)
_NOT_KEPT = Text("没有存入清单库，打开照常。{why}", "Not kept in the store; it is opened all the same. {why}")
_CANNOT = Text("清单库不能用，打开的是示例局。{why}", "The store cannot be used; the demo is opened. {why}")
_EMPTY = Text(
    "清单库里还没有清单，打开的是示例局。在“导入”页存入自己的清单。",
    "Nothing is kept yet; the demo is opened. Save your own list on the page Import.",
)
_KEPT_LINE = Text("{name} 第{revision}版", "{name}, revision {revision}")
_OTHER_PORT = Text(
    "端口{port}已被占用（可能已有一个在运行），改用端口{used}。",
    "Port {port} is taken, perhaps by one that runs already; {used} is used instead.",
)
_HERE = Text("清单库：{url}", "Store: {url}")


def demo(
    out: Annotated[Path, typer.Option("-o", "--out", help="文件夹 / folder")] = Path("powerlist-demo"),
    once: Annotated[bool, typer.Option("--once", help="不打开网页 / do not serve the app")] = False,
    store: Annotated[
        str,
        typer.Option(
            "--store",
            help="清单库，不写则在上述文件夹中 / the store; else in that folder",
            show_default=False,
        ),
    ] = "",
    port: Port = 8501,
    lang: In = Language.zh,
) -> None:
    """打开示例局：检查、画图、打开网页 / The demo bureau: check, draw, serve."""
    url = store or api.store_in(out)
    shelf = api.Shelf(url)
    register = api.demo().register
    report = api.check(register, as_of=date.today())
    api.write_findings(report, register, out, lang.value)
    order = api.Order(power=None, views=tuple(api.View), format="svg", lang=lang.value, findings=())
    count = len(list(drawn(register, order, out / "charts")))
    for line in api.findings_totals(report, lang.value):
        print(line)
    print(
        Text(
            f"{count} 张图在 {out / 'charts'}，问题清单在 {out / 'findings.txt'}。",
            f"{count} charts are in {out / 'charts'}, the findings in {out / 'findings.txt'}.",
        ).of(lang.value)
    )
    _keep(register, shelf, lang.value)
    if not once:
        _serve(["demo"], url, port, lang.value)


def serve(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            help="清单、YAML 或文件夹；demo 为示例；不写则打开清单库 "
            "/ lists, YAML, folders, demo, or none: what is kept",
            show_default=False,
        ),
    ] = None,
    store: Annotated[
        str,
        typer.Option(
            "--store",
            help="清单库 sqlite:文件 folder:文件夹 neo4j://…，不写则在用户数据文件夹 "
            "/ the store; else a file among the user's own data",
            envvar=api.STORE,
            show_default=False,
        ),
    ] = "",
    port: Port = 8501,
    lang: In = Language.zh,
) -> None:
    """在浏览器中打开清单并存入清单库 / Open in the browser and keep for tomorrow."""
    url = api.store_url(store)
    shelf, places = api.Shelf(url), [_whole(source) for source in sources or ()]
    if places:
        _keep(opened(places, lang.value, None).register, shelf, lang.value)
    else:
        _tell_kept(shelf, lang.value)
    _serve(places, url, port, lang.value)


def _whole(source: str) -> str:
    """A source as the server will name it, so that both read the same cells of the same file."""
    return source if source == "demo" else str(Path(source).resolve())


def _keep(register: api.Register, shelf: api.Shelf, lang: Lang) -> None:
    """Into the store; where that cannot be done, it is said and work goes on."""
    try:
        put = shelf.put(register)
    except PowerlistError as error:
        say(_NOT_KEPT.fill(why=error.text), lang)
        return
    text = _BEHIND if put.behind else _REPLACED if put.was else _KEPT
    was = put.was.revision if put.was else 0
    say(text.fill(name=put.now.authority, revision=put.now.revision, was=was), lang)
    say(_HERE.fill(url=shelf.url), lang)


def _tell_kept(shelf: api.Shelf, lang: Lang) -> None:
    """One line a kept register."""
    try:
        kept = shelf.registers()
    except PowerlistError as error:
        say(_CANNOT.fill(why=error.text), lang)
        return
    for saved in kept:
        say(_KEPT_LINE.fill(name=saved.authority, revision=saved.revision), lang)
    say(_HERE.fill(url=shelf.url) if kept else _EMPTY, lang)


def _serve(sources: Sequence[str], store: str, port: int, lang: Lang) -> None:
    from powerlist.app.launch import serve as start  # streamlit is slow to load and needed only here

    server = start(sources, store=store, port=port, lang=lang)
    used = int(server.url.rpartition(":")[2])
    if used != port:
        say(_OTHER_PORT.fill(port=port, used=used), lang)
    print(server.url, flush=True)
    say(Text("按 Ctrl+C 结束。", "Press Ctrl+C to stop."), lang)
    server.wait()
