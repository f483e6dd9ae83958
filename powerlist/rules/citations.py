"""Citations beside the index of instruments: over, out of range, or about to end."""

from collections.abc import Callable, Iterator
from typing import Any

from powerlist.analysis.citations import (
    OUT_OF_RANGE,
    OVER,
    UNCOUNTED,
    UNKNOWN,
    Citation,
    grouped,
    troubled,
)
from powerlist.analysis.quotations import uncompared, unlike
from powerlist.i18n import Text
from powerlist.laws import Trouble
from powerlist.model.severity import Severity
from powerlist.rules.layers import Layer
from powerlist.rules.readers import Aim, Reviewer
from powerlist.rules.rule import Case, Hit, rule
from powerlist.rules.wording import titles

_MORE = Text("（这项职权共引用{count}处）", " (cited {count} times here)")
_TIMES = Text("（清单共引用{count}处）", " (cited {count} times in the list)")
_NONE = Text("", "")
_NOT_HELD = Text(
    "{count}处引用的{laws}部文件没有收录，没有核对是否有效：{names}。",
    "{count} citations of {laws} instrument(s) that the index does not hold were not looked up: {names}.",
)
_NOT_COUNTED = Text(
    "{count}处引用的{laws}部文件没有条款数，没有核对条、款、项：{names}。",
    "{count} citations of {laws} instrument(s) whose places were not counted were not looked up: {names}.",
)

_NO_TEXT = Text(
    "{count}处照录的条文没有全文可比（--laws），没有核对：{names}。",
    "{count} quotation(s) have no full text beside them (--laws): not compared: {names}.",
)


def _note(words: Text, troubles: tuple[Trouble, ...]) -> Callable[[Case], Iterator[Text]]:
    """One sentence about what the index could not tell, with its count."""

    def told(case: Case) -> Iterator[Text]:
        found = troubled(case.citations, troubles)
        laws = {one.law: one.basis.instrument for one in found}
        if found:
            yield words.fill(count=len(found), laws=len(laws), names=titles(laws.values()))

    return told


@rule(
    "L02",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.LAWFUL,
    title=Text("依据已经失效或者还没有施行", "Legal basis out of force"),
    why=Text(
        "引用的文件已经废止、修改或者还没有施行，据此作出的决定站不住。",
        "A decision that rests on what is repealed, replaced or not yet in force does not stand.",
    ),
    fix=Text(
        "改引现行有效的文件，并核对条、款、项。",
        "Cite what is in force today, and check article, paragraph and item.",
    ),
    message=Text("“{owner}”引用{it.title}{more}：{said}", "“{owner}” cites {it.title}{more}: {said}"),
    basis=Text(
        "中办发〔2015〕21号：没有法定依据的职权应当取消，依据修改的应当调整",
        "General Office document 21 of 2015: powers without a legal basis go, and follow its changes",
    ),
    needs=(Layer.BASES,),
    beyond=_note(_NOT_HELD, UNKNOWN),
    unless=Text(
        "按检查的日期判断；没有收录的文件不说对错，只合计一次；同一职权几次引用同一文件只报告一次；"
        "清单注明的修正年份与现行文本一致的不报告。",
        "Judged on the day of the check; nothing is said of instruments that the index does not hold, beyond "
        "their count; one finding where one power cites an instrument more than once; silent where the year "
        "of the version is the current one.",
    ),
)
def basis_out_of_force(case: Case) -> Iterator[Hit]:
    """Citations of what is repealed, superseded or not yet law on the day."""
    found = troubled(case.citations, OVER)
    for group in grouped(found, lambda one: (one.owner.id, one.law, one.resolution.trouble)):
        more = _MORE.fill(count=group.count) if group.count > 1 else _NONE
        yield _hit(group.first, more=more, said=group.first.resolution.text)


@rule(
    "N02",
    Severity.ERROR,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.LAWFUL,
    title=Text("引用的条、款、项不存在", "Citation of a place that does not exist"),
    why=Text(
        "条号对不上，多半是文件修改后条文重新编号，或者录入有误。",
        "A number that leads nowhere is a slip, or that of an older version.",
    ),
    fix=Text(
        "对照现行文本，改正条、款、项的序号。", "Correct article, paragraph and item by the current text."
    ),
    message=Text("“{owner}”引用{it.title}：{said}", "“{owner}” cites {it.title}: {said}"),
    basis=Text(
        "依据逐项核对到条、款、项",
        "Every basis is checked down to article, paragraph and item",
    ),
    needs=(Layer.BASES,),
    beyond=_note(_NOT_COUNTED, UNCOUNTED),
    unless=Text(
        "文件没有收录或条款数不明的不判断；已经失效的由 L02 报告；同一职权重复引用同一处只报告一次。",
        "Not judged where the index does not hold the instrument or its counts; what is out of force is told "
        "by L02; one finding where one power cites a place more than once.",
    ),
)
def place_out_of_range(case: Case) -> Iterator[Hit]:
    """Citations of an article, paragraph or item that the current text does not have."""
    found = troubled(case.citations, OUT_OF_RANGE)
    for group in grouped(found, lambda one: one.place):
        yield _hit(group.first, said=group.first.resolution.text)


@rule(
    "N03",
    Severity.INFO,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.LAWFUL,
    title=Text("依据即将失效或有新文本", "Legal basis about to change"),
    why=Text(
        "提前知道，才来得及调整清单和办事指南。",
        "Who knows in time can change the list and the guides before that day.",
    ),
    fix=Text("在那一天之前准备好改引和公告。", "Have the new citations ready before that day."),
    message=Text("“{owner}”引用{it.title}{more}：{said}", "“{owner}” cites {it.title}{more}: {said}"),
    basis=Text(
        "权责清单动态管理：法律、法规、规章立改废释后及时调整",
        "Upkeep of lists: they follow what is enacted, amended or repealed",
    ),
    needs=(Layer.BASES,),
    unless=Text(
        "只报告检查之日起九十日内的变化；一部文件只报告一次。",
        "Only what changes within ninety days of the check; one finding an instrument.",
    ),
)
def basis_about_to_lapse(case: Case) -> Iterator[Hit]:
    """Instruments that end, or change their text, within ninety days."""
    found = tuple(one for one in case.citations if one.resolution.notice)
    for group in grouped(found, lambda one: one.law):
        more = _TIMES.fill(count=group.count) if group.count > 1 else _NONE
        yield _hit(group.first, more=more, said=group.first.resolution.notice)


def _uncompared(case: Case) -> Iterator[Text]:
    """How many quotations have no full text beside them."""
    found = uncompared(case.citations, case.laws)
    if found:
        yield _NO_TEXT.fill(count=f"{len(found):,}", names=titles(found))


@rule(
    "N12",
    Severity.WARNING,
    reviewers=(Reviewer.LEGAL,),
    serves=Aim.LAWFUL,
    title=Text("照录的条文与现行条文不一致", "Quotation unlike the article"),
    why=Text(
        "条文改了、条号变了，清单上照录的还是旧文，按旧文办就会出错。",
        "Where the text or its number has changed and the list still quotes the old one, work follows the "
        "old one.",
    ),
    fix=Text(
        "对照现行条文，改正条号，重新照录条文。", "Correct the number, and quote the article as it stands."
    ),
    message=Text("“{owner}”引用{it.title}：{said}", "“{owner}” cites {it.title}: {said}"),
    basis=Text(
        "权责清单动态管理：法律、法规、规章立改废释后及时调整",
        "Upkeep of lists: they follow changes of laws, regulations and rules",
    ),
    needs=(Layer.BASES,),
    beyond=_uncompared,
    unless=Text(
        "只在备有全文（--laws 文件夹）的时候核对；标点、空格、两种数字写法不算不同，用省略号略去的不算；"
        "文件已经失效、条号不存在的由 L02、N02 报告，这里只在找到更合的条文时报告。",
        "Only beside full texts (--laws FOLDER); punctuation, spaces, kinds of figures and what dots leave "
        "out make no difference; what is out of force or out of range is told by L02 and N02, and here only "
        "where another article fits better.",
    ),
)
def quotation_unlike_the_article(case: Case) -> Iterator[Hit]:
    """Quotations that changed, that stand in another article, or that stand nowhere."""
    for one, found in unlike(case.citations, case.laws):
        yield Hit(
            one.basis, field="quote", part=found.likeness.value, owner=one.owner.title, said=found.short
        )


def _hit(one: Citation, **facts: Any) -> Hit:
    return Hit(one.basis, field="instrument", owner=one.owner.title, **facts)
