"""豁免: accept a finding for a reason, under somebody's name and until a day."""

from datetime import date

import streamlit as st

from powerlist import api
from powerlist.app import state
from powerlist.app.opened import Opened
from powerlist.app.parts.html import plain
from powerlist.errors import PowerlistError
from powerlist.i18n import Lang, Text

NOT_KEPT = Text(
    "这份清单没有存入清单库，豁免无处保存。先保存，再豁免。",
    "This list is not kept, so a waiver has no place to stay. Save the list first.",
)
_TITLE = Text("豁免", "Waive")
_REASON = Text("理由", "Reason")
_APPROVER = Text("批准人（岗位）", "Approved by (post)")
_PICK = Text("选一个岗位，也可以直接填写", "Pick a post, or write one")
_UNTIL = Text("截止日期（可不填）", "Until (optional)")
_DO = Text("豁免这个问题", "Waive this finding")
_NEEDED = Text("请写明理由和批准人。", "Give a reason, and who approved it.")
_DONE = Text("已豁免：{said}", "Waived: {said}")
_BACK = Text("已撤回豁免：{said}", "No longer waived: {said}")
_UNDO = Text("撤销", "Undo")
_UNDONE = Text("已撤销。", "Undone.")
_NOTICE, _LACKING = "waiving:notice", "waiving:lacking"
_UNWAIVABLE = ("W01", "W02")  # what is wrong with a waiver is mended in the waiver

Waivers = tuple[api.Waiver, ...]
Undo = tuple[Waivers, Waivers]  # what to take out again, and what to put back
Said = tuple[Text, bool, Undo | None]  # the sentence, whether it went wrong, what can be undone


def form(now: Opened, finding: api.Finding, lang: Lang) -> None:
    """The small form below a verdict."""
    if finding.code in _UNWAIVABLE:
        return
    lacking = state.get(_LACKING) == finding.key
    state.put(_LACKING, None)
    with st.expander(_TITLE.of(lang), lacking, key=f"waive-open-{finding.key}", icon=":material/task_alt:"):
        if now.saved is None:
            st.caption(NOT_KEPT.of(lang))
            return
        with st.form(f"waive-{finding.key}", border=False):
            _fields(now, finding.key, lang)
            st.form_submit_button(
                _DO.of(lang), key=f"waive-do-{finding.key}", on_click=_waive, args=(now.saved, finding)
            )
        if lacking:
            st.error(_NEEDED.of(lang))


def _fields(now: Opened, key: str, lang: Lang) -> None:
    st.text_input(_REASON.of(lang), key=f"waive-reason-{key}")
    left, right = st.columns(2)
    with left:
        st.selectbox(
            _APPROVER.of(lang),
            list(dict.fromkeys(post.title for post in now.register.posts)),
            index=None,
            placeholder=_PICK.of(lang),
            accept_new_options=True,
            key=f"waive-approver-{key}",
        )
    with right:
        today = api.today()
        st.date_input(
            _UNTIL.of(lang), value=None, min_value=today, format="YYYY-MM-DD", key=f"waive-until-{key}"
        )


def _waive(saved: api.Saved, finding: api.Finding) -> None:
    key = finding.key
    reason = " ".join(str(state.get(f"waive-reason-{key}") or "").split())
    approver = str(state.get(f"waive-approver-{key}") or "").strip()
    until = state.get(f"waive-until-{key}")
    if not reason or not approver:
        state.put(_LACKING, key)
        return
    end = until if isinstance(until, date) else None
    source = api.Source("waivers.yaml", "", "")
    accept(saved, [api.Waiver(source, reason, approver, api.today(), key=key, until=end)], finding.message)


def accept(saved: api.Saved, new: list[api.Waiver], said: Text) -> None:
    """Keep waivers, and say so; what they replaced comes back when it is undone."""
    told = {(one.key, one.code, one.name) for one in new}
    try:
        desk = api.desk(saved.id)
        before = tuple(one for one in desk.waivers() if (one.key, one.code, one.name) in told)
        desk.waive(*new)
    except PowerlistError as error:
        trouble(error)
    else:
        state.put(_NOTICE, (_DONE.fill(said=said), False, (tuple(new), before)))


def take_back(saved: api.Saved, waiver: api.Waiver, said: Text) -> None:
    """Accept it no longer, and say so."""
    try:
        api.desk(saved.id).take_back(waiver)
    except PowerlistError as error:
        trouble(error)
    else:
        state.put(_NOTICE, (_BACK.fill(said=said), False, ((), (waiver,))))


def _undo(saved: api.Saved, new: Waivers, before: Waivers) -> None:
    try:
        desk = api.desk(saved.id)
        for waiver in new:
            desk.take_back(waiver)
        desk.waive(*before)
    except PowerlistError as error:
        trouble(error)
    else:
        state.put(_NOTICE, (_UNDONE, False, None))


def notice(now: Opened, lang: Lang) -> None:
    """What came of the last waiver, once, with a way to undo it."""
    said: Said | None = state.get(_NOTICE)
    if said is None:
        return
    text, bad, undo = said
    left, right = st.columns([9, 1], vertical_alignment="center") if undo else (st.container(), None)
    (left.error if bad else left.success)(plain(text.of(lang)))
    if undo and now.saved and right:
        args = (now.saved, *undo)
        right.button(_UNDO.of(lang), icon=":material/undo:", key="waive-undo", on_click=_undo, args=args)
    state.put(_NOTICE, None)


def trouble(error: PowerlistError) -> None:
    """It did not work."""
    state.put(_NOTICE, (error.text, True, None))
