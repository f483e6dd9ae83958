"""Commands on drafts: propose what a list lacks, and confirm it by a post."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from powerlist import api
from powerlist.cli.options import In, Language, MapFile, Sources
from powerlist.cli.talk import opened, say, tell
from powerlist.i18n import Text

_PROPOSED = Text(
    "确认人“{post}”本身是起草的岗位，随这次确认一并定下；请核对确有此岗。",
    "The post “{post}” that confirms was itself only proposed and is confirmed with the rest; "
    "make sure that there is such a post.",
)
Out = Annotated[Path, typer.Option("-o", "--out", help="写成 YAML / write YAML", show_default=False)]


def draft(
    sources: Sources,
    out: Out,
    unit: Annotated[
        list[str] | None, typer.Option("--unit", help="只为这些科室 / only these units", show_default=False)
    ] = None,
    columns: MapFile = None,
    lang: In = Language.zh,
) -> None:
    """按类型起草流程、责任、风险，标为草稿 / Draft what a list lacks, marked as drafts."""
    api.refuse_as_target(out)
    api.refuse_sources(out, sources)
    drafted = api.draft(opened(sources, lang.value, columns).register, unit or ())
    api.save(drafted.register, out)
    tell(drafted.text.of(lang.value))
    for line in api.waiting_text(drafted.register, lang.value):
        tell(line)
    say(Text(f"已写入 {out}", f"Wrote {out}"), lang.value)


def confirm(
    sources: Sources,
    out: Out,
    unit: Annotated[str, typer.Option("--unit", help="科室 / unit", show_default=False)],
    by: Annotated[str, typer.Option("--by", help="确认的岗位 / the post that confirms", show_default=False)],
    on: Annotated[
        datetime | None,
        typer.Option("--on", formats=["%Y-%m-%d"], help="日期 / day", show_default=False),
    ] = None,
    lang: In = Language.zh,
) -> None:
    """由一个岗位确认一个科室的草稿 / Confirm a unit's drafts by a post."""
    api.refuse_as_target(out)
    api.refuse_sources(out, sources)
    register = opened(sources, lang.value, None).register
    confirmed = api.confirm(register, unit, by, on.date() if on else date.today())
    api.save(confirmed.register, out)
    tell(confirmed.text.of(lang.value))
    for post in api.newly_made(register, confirmed.register):
        say(_PROPOSED.fill(post=post.name), lang.value)
    say(Text(f"已写入 {out}", f"Wrote {out}"), lang.value)
