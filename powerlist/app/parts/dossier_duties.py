"""The duties of a power and who has them; what follows when they are not done."""

from powerlist import api
from powerlist.app.opened import Opened
from powerlist.app.parts.html import Markup, chip, draft, join, missing, table, tag, where
from powerlist.i18n import Lang, Text

_NO_DUTY = Text("没有责任事项", "no duties")
_NO_POST = Text("未落实到岗位", "on no post")
_NO_GROUND = Text("没有追责情形", "no grounds of accountability")


def duties(now: Opened, id: str, lang: Lang) -> Markup:
    """One row a duty: its stage, its words, its posts."""
    found = now.graph.duties_of(now.power(id))
    if not found:
        return missing(_NO_DUTY.of(lang))
    head = [Text("环节", "Stage"), Text("责任事项", "Duty"), Text("岗位", "Posts")]
    return table([word.of(lang) for word in head], [_duty(now, duty, lang) for duty in found])


def _duty(now: Opened, duty: api.Duty, lang: Lang) -> list[str]:
    stage = duty.heading or api.practice().stages.text_of(duty.stage).of(lang)
    bases = [tag("div", basis.title, cls="where") for basis in now.graph.bases_of(duty)]
    words = join(draft(duty, lang), duty.text, *bases, where(now.register.source_of(duty)))
    who = [_who(now, one, lang) for one in now.graph.assignments_of(duty)]
    if not now.graph.posts_of(duty):
        who.append(tag("div", missing(_NO_POST.of(lang))))
    return [stage, words, join(*who)]


def _who(now: Opened, one: api.Assignment, lang: Lang) -> Markup:
    name = now.name_of(one.post or one.unit)
    return tag("div", chip(one.raci.text.of(lang)), name, cls="who")


def grounds(now: Opened, id: str, lang: Lang) -> Markup:
    """One row a ground: its words and bases, the sanctions, who answers."""
    found = now.graph.grounds_of(now.power(id))
    if not found:
        return missing(_NO_GROUND.of(lang))
    head = [
        Text("情形与依据", "Ground and basis"),
        Text("追责形式", "Sanctions"),
        Text("追责对象", "Who answers"),
    ]
    return table([word.of(lang) for word in head], [_ground(now, ground, lang) for ground in found])


def _ground(now: Opened, ground: api.AccountabilityGround, lang: Lang) -> list[str]:
    bases = [tag("div", basis.title, cls="where") for basis in now.graph.bases_of(ground)]
    words = join(draft(ground, lang), ground.text, *bases, where(now.register.source_of(ground)))
    targets = "、".join(target.text.of(lang) for target in ground.targets)
    return [words, "、".join(ground.sanctions), targets]
