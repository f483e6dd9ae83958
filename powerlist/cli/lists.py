"""Commands on lists: import, check, rules, explain."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from powerlist import api
from powerlist.cli.each import check_each, refuse_jobs
from powerlist.cli.options import (
    AsOf,
    BookFormat,
    Files,
    FindingFormat,
    Gravity,
    In,
    Language,
    MapFile,
    OwnRules,
    SettingsFile,
    Sources,
)
from powerlist.cli.talk import opened, say, tell
from powerlist.i18n import Lang, Text

_NO_RULE = Text(
    "没有一条规则可查（--select、--ignore、--preset 和 powerlist.toml 合起来都排除了），这份清单没有检查。",
    "No rule was left to run (see --select, --ignore, --preset and powerlist.toml): nothing was checked.",
)


def import_(
    files: Files,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="写成 YAML / write YAML")] = None,
    into: Annotated[
        str | None,
        typer.Option("--into", help="并入这份较早的清单 / into this older list", show_default=False),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="不再询问 / do not ask")] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only", help="只要新增、减少、变动或某项职权 / new, gone, changed, a power", show_default=False
        ),
    ] = None,
    columns: MapFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="用 JSON 报告 / report as JSON")] = False,
    lang: In = Language.zh,
) -> None:
    """读取清单，报告读到什么；可并入旧清单 / Read lists and tell what was found."""
    target = out or (Path(into) if into else None)
    if target:
        api.refuse_as_target(target)
    reading = opened([str(file) for file in files], lang.value, columns, told=True)
    older = opened([into], lang.value, None).register if into else None
    if older:
        reading = api.over(reading, older)
    if as_json:
        print(json.dumps(api.import_data(reading, lang.value), ensure_ascii=False, indent=2))
    else:
        for line in api.import_text(reading, lang.value):
            tell(line)
    register = _merged(reading.register, older, only or (), yes, lang.value) if older else reading.register
    if target and register:
        api.save(register, target)
        say(Text(f"已写入 {target}", f"Wrote {target}"), lang.value)


def _merged(
    newer: api.Register, older: api.Register, only: Sequence[str], yes: bool, lang: Lang
) -> api.Register | None:
    """The older list with the changes of the newer one, once somebody agreed; None without a change."""
    changes = api.taken_over(newer, older)
    for line in api.changes_text(changes, lang):
        tell(line)
    if not changes.all:
        return None
    if not yes:
        asked = Text("采用这些变动吗？", "Take these changes?")
        typer.confirm(asked.of(lang), abort=True, err=True)
    return api.take(changes, only)


def check(
    sources: Sources,
    format: Annotated[FindingFormat, typer.Option("--format", help="格式 / format")] = FindingFormat.letter,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="写到文件 / write to a file", show_default=False)
    ] = None,
    preset: Annotated[
        str,
        typer.Option(
            "--preset",
            help="编办 法制 政务 纪检 公开 recommended all / the rules of one office",
            show_default=False,
        ),
    ] = "",
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
    beside: Annotated[
        list[str] | None,
        typer.Option("--with", help="相邻单位的清单 / a neighbour's list", show_default=False),
    ] = None,
    previous: Annotated[
        str | None,
        typer.Option("--previous", help="上一版清单 / the list as it was before", show_default=False),
    ] = None,
    laws: Annotated[
        list[Path] | None,
        typer.Option(
            "--laws",
            help="本地文件的CSV，或存放全文的文件夹 / a CSV of local laws, a folder of texts",
            show_default=False,
        ),
    ] = None,
    own_rules: OwnRules = None,
    settings: SettingsFile = None,
    waivers: Annotated[
        Path | None,
        typer.Option("--waivers", help="豁免，默认当前目录的 waivers.yaml / waivers", show_default=False),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline",
            help="上次的JSON结果，与之比较 / an earlier JSON to compare with",
            show_default=False,
        ),
    ] = None,
    columns: MapFile = None,
    each: Annotated[
        bool,
        typer.Option("--each", help="每份清单单独检查，互相比较 / each list by itself, beside the others"),
    ] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", min=1, max=64, help="同时检查几份 / lists checked at a time")
    ] = 1,
    lang: In = Language.zh,
) -> None:
    """检查：哪里有问题，在哪个单元格，怎么改 / Check: what is wrong, in which cell, and how to mend it."""
    task = api.Task(
        as_of.date() if as_of else date.today(),
        format.value,
        lang.value,
        select=tuple(_split(select)),
        ignore=tuple(_split(ignore)),
        beside=tuple(beside or ()),
        previous=previous,
        laws=tuple(laws or ()),
        columns=columns,
        own_rules=tuple(own_rules or ()),
        settings=settings,
        waivers=waivers,
        preset=preset,
    )
    if each:
        check_each(sources, task, jobs, out, baseline, fail_on.value)
    else:
        refuse_jobs(jobs, lang.value)
        _check_whole(sources, task, out, baseline, fail_on.value)


def _check_whole(
    sources: Sequence[str], task: api.Task, out: Path | None, baseline: Path | None, fail_on: str
) -> None:
    """Check the sources as one list."""
    if out:
        api.refuse_sources(out, sources)
    lang, book = task.lang, _told_book(task.book(), task.lang)
    reading = opened(sources, lang, task.columns)
    api.refuse_nothing(reading.register)
    report = api.check(
        reading.register,
        as_of=task.as_of,
        select=task.select,
        ignore=task.ignore,
        neighbours=[opened([one], lang, None).register for one in task.beside],
        previous=opened([task.previous], lang, None).register if task.previous else None,
        laws=task.laws,
        book=book,
    )
    if not report.asked:
        say(_NO_RULE, lang)
    compared = api.since(report, baseline) if baseline else None
    if task.form == "xlsx":
        content = api.annotated_list(report, sources, out, lang)
    else:
        told = api.report_text(
            report, reading.register, task.form, lang, book=book, compared=compared, sources=sources
        )
        content = told.encode()
    if out:
        api.write_file(out, content)
        say(Text(f"已写入 {out}", f"Wrote {out}"), lang)
    else:
        for line in content.decode().splitlines():
            tell(line)
    if api.reaches(report, fail_on):
        raise typer.Exit(1)


def rules(
    format: Annotated[BookFormat, typer.Option("--format", help="格式 / format")] = BookFormat.text,
    own_rules: OwnRules = None,
    settings: SettingsFile = None,
    lang: In = Language.zh,
) -> None:
    """列出全部规则 / List every rule."""
    book = _book(own_rules, settings, lang.value)
    for line in api.rules_text(book, format.value, lang.value):
        tell(line)


def explain(
    code: Annotated[str, typer.Argument(help="规则编号或名称 / code or slug", show_default=False)],
    own_rules: OwnRules = None,
    lang: In = Language.zh,
) -> None:
    """说明一条规则：为什么、依据、错与对的例子、怎么改 / Explain a rule."""
    page = api.explain(code, lang.value, _book(own_rules, None, lang.value))
    if sys.stdout.isatty():
        from rich.console import Console  # here: no other command needs them
        from rich.markdown import Markdown

        Console().print(Markdown(page))
    else:
        print(page)


def _book(own_rules: Sequence[Path] | None, settings: Path | None, lang: Lang) -> api.Book:
    """The rules and settings of the place."""
    return _told_book(api.open_book(own_rules=own_rules or (), settings=settings), lang)


def _told_book(book: api.Book, lang: Lang) -> api.Book:
    """The same book, and a word about the files that it came from."""
    if book.files:
        names = "、".join(str(path) for path in book.files)
        say(Text(f"用了 {names}", f"Using {names}"), lang)
    return book


def _split(words: Sequence[str] | None) -> list[str]:
    return [one for word in words or () for one in word.replace("，", ",").split(",") if one]
