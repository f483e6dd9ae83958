"""The command `record`: what people did with the list, so that a check tells what to do anew."""

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from powerlist import api
from powerlist.cli.drafts import Out
from powerlist.cli.options import In, Language, Sources
from powerlist.cli.talk import opened, say, tell
from powerlist.errors import UsageError
from powerlist.i18n import Text

_ONE = Text(
    "请写明登记什么，一次一样：--published 渠道（公开）、--reviewed 流程（排查）、--signed 岗位（签字）。",
    "say what to record, one at a time: --published CHANNEL, --reviewed PROCESS or --signed POST.",
)


class Shown(StrEnum):
    """What was shown of a power."""

    list = "list"
    external = "external"
    internal = "internal"
    risk = "risk"


def record(
    sources: Sources,
    out: Out,
    published: Annotated[
        str, typer.Option("--published", help="公开在哪里 / where it was shown", show_default=False)
    ] = "",
    power: Annotated[
        list[str] | None,
        typer.Option("--power", help="公开了哪些职权，默认全部 / which powers", show_default=False),
    ] = None,
    view: Annotated[
        Shown, typer.Option("--view", help="公开的是清单还是流程图 / the list, or which chart")
    ] = Shown.list,
    file: Annotated[
        Path | None,
        typer.Option("--file", help="公开的文件 / the file that was shown", show_default=False),
    ] = None,
    reviewed: Annotated[
        list[str] | None,
        typer.Option(
            "--reviewed", help="排查过风险的流程，all 为全部 / processes reviewed", show_default=False
        ),
    ] = None,
    signed: Annotated[
        str, typer.Option("--signed", help="签了承诺书的岗位 / the post that signed", show_default=False)
    ] = "",
    above: Annotated[
        str, typer.Option("--above", help="与上级签责任书的，上级岗位 / the superior", show_default=False)
    ] = "",
    on: Annotated[
        datetime | None,
        typer.Option("--on", formats=["%Y-%m-%d"], help="日期，默认今天 / day", show_default=False),
    ] = None,
    lang: In = Language.zh,
) -> None:
    """登记公开、风险排查和签字，改了内容会提示重做 / Record what was shown, reviewed or signed."""
    if sum(map(bool, (published, reviewed, signed))) != 1:
        raise UsageError(_ONE)
    api.refuse_as_target(out)
    api.refuse_sources(out, sources)
    register, day = opened(sources, lang.value, None).register, on.date() if on else date.today()
    if published:
        done = api.record_shown(
            register, power or [api.ALL], channel=published, view=view.value, on=day, file=file
        )
    elif reviewed:
        done = api.record_reviewed(register, reviewed)
    else:
        done = api.record_signed(register, signed, on=day, above=above)
    api.save(done.register, out)
    for line in api.recorded_text(done, lang.value):
        tell(line)
    say(Text(f"已写入 {out}", f"Wrote {out}"), lang.value)
