"""`check --each`: the lists of a county, each with its own report; what is told of each while it runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

import typer

from powerlist import api
from powerlist.cli.talk import say, tell
from powerlist.errors import UsageError
from powerlist.i18n import Lang, Text

_ENDINGS = {"letter": "txt", "text": "txt", "junit": "xml"}  # else the form's own name
_LINE = Text("{place}/{total} {said}", "{place}/{total} {said}")
_COUNTS = Text(
    "{file} {authority}：必须改 {error}，应核实 {warning}，提示 {info}",
    "{file} {authority}: errors {error}, warnings {warning}, hints {info}",
)
_DOUBTS = Text("；读取时有 {count} 处需要核对", "; places to look at when reading: {count}")
_NEEDS_FOLDER = Text(
    "--each 为每份清单各写一份{form}：请用 -o 写明存放的文件夹。",
    "--each writes one {form} for each list: name a folder for them with -o.",
)
_NO_FOLDER = Text(
    "“{path}”是文件；--each 为每份清单各写一份，-o 要写文件夹。",
    "“{path}” is a file; --each writes one report for each list, so -o names a folder.",
)
_NO_EARLIER = Text(
    "--baseline 和 --previous 只说一份清单，不能与 --each 同用。",
    "--baseline and --previous speak of one list and do not go with --each.",
)
_ONE_LIST = Text(
    "没有 --each 时几份文件合为一份清单检查，--jobs 用不上。",
    "without --each the files are checked as one list, so --jobs has no use.",
)
_WROTE = Text("已写入 {out}", "Wrote {out}")


def check_each(
    sources: Sequence[str],
    task: api.Task,
    jobs: int,
    out: Path | None,
    baseline: Path | None,
    fail_on: str,
) -> None:
    """Check each list by itself and end with 2 where one could not be read, else 1 where one is as grave."""
    if baseline or task.previous:
        raise UsageError(_NO_EARLIER)
    if out is None and task.form not in ("letter", "text"):
        raise UsageError(_NEEDS_FOLDER.fill(form=task.form))
    if out and out.is_file():
        raise UsageError(_NO_FOLDER.fill(path=out))
    lists = api.lists_in(sources)
    names, ending = _names(lists), _ENDINGS.get(task.form, task.form)
    unread = grave = False
    for place, one in enumerate(api.check_each(lists, task, jobs), 1):
        say(_told(place, len(lists), one), task.lang)
        unread, grave = unread or one.trouble is not None, grave or one.reaches(fail_on)
        name = next(names)
        if out and not one.trouble:
            api.write_file(out / f"{name}.{ending}", one.content)
        elif not one.trouble:
            _print(one, task.form)
    if out:
        say(_WROTE.fill(out=out), task.lang)
    if unread or grave:
        raise typer.Exit(2 if unread else 1)


def refuse_jobs(jobs: int, lang: Lang) -> None:
    """Say that several processes are of no use for one list."""
    if jobs > 1:
        say(_ONE_LIST, lang)


def _told(place: int, total: int, one: api.Checked) -> Text:
    """What is said of a list when it is done."""
    counts = {gravity.value: one.totals.get(gravity, 0) for gravity in api.Severity}
    said = one.trouble or _COUNTS.fill(file=Path(one.source).name, authority=one.authority, **counts)
    if one.doubts:
        more = _DOUBTS.fill(count=one.doubts)
        said = Text(said.zh + more.zh, said.en + more.en)
    return _LINE.fill(place=place, total=total, said=said)


def _print(one: api.Checked, form: str) -> None:
    if form == "text":  # a letter has the name on top
        tell(f"{one.authority}（{one.source}）")
    for line in (*one.content.decode().splitlines(), ""):
        tell(line)


def _names(lists: Sequence[str]) -> Iterator[str]:
    """A file name for each list: its own, with a number where another has it already."""
    taken: set[str] = set()
    for one in lists:
        stem = Path(one).stem or "list"
        name = next(n for k in count(1) if (n := stem if k == 1 else f"{stem}-{k}").lower() not in taken)
        taken.add(name.lower())
        yield name
