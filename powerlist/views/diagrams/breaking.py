"""Where a name or a title breaks: at a comma or before a bracket rather than inside a word."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from powerlist.views.diagrams.text_size import balanced, text_width

_BEFORE = frozenset("（(《〈“‘")  # a line may well begin with these
_AFTER = frozenset("，、；：,;:）)》〉”’")  # and end with these
_NOT_FIRST = _AFTER | frozenset("？！。?!%·")
# 不宜拆开的词：断在其中，读来费力
_WHOLE = (
    *("是否", "不予", "不得", "应当", "可以", "材料", "申请", "审查", "审核", "审批", "受理", "决定", "告知"),
    *("通知", "送达", "核查", "调查", "处罚", "许可", "登记", "听证", "法制", "符合", "条件", "违法", "事实"),
    *("成立", "通过", "履行", "执行", "公示", "公开", "归档", "补正", "意见", "集体", "讨论", "研究", "法院"),
    *("强制", "会议", "办公", "制作", "颁发", "资金", "待遇", "支付", "监督", "检查", "复核", "初审", "窗口"),
    *("服务", "社会", "保险", "基金", "劳动", "保障", "监察", "大队", "就业", "创业", "股长", "主任", "科长"),
    *(
        "补贴",
        "认定",
        "管理",
        "人员",
        "单位",
        "职业",
        "培训",
        "学校",
        "人力资源",
        "权力运行流程图",
        "廉政风险点防控图",
    ),
)
_WHOLE_BY_LENGTH = tuple(
    (n, frozenset(w for w in _WHOLE if len(w) == n)) for n in sorted({*map(len, _WHOLE)})
)
_GOOD, _BAD, _INSIDE = -0.25, 0.3, 0.15  # of the width; the last within brackets
_LONG = 120  # characters from which only the width counts


@lru_cache(maxsize=4096)
def sensible(text: str, size: float, width: float) -> tuple[str, ...]:
    """As few lines as hold the text, as even as a good sense allows."""
    lines = balanced(text, size, width)
    words = " ".join(text.split())
    if len(lines) < 2 or len(words) > _LONG:
        return lines
    ends = _best_ends(words, size, width, len(lines))
    if ends is None:
        return lines
    return tuple(words[a:b].strip() for a, b in zip((0, *ends), (*ends, len(words)), strict=True))


def _best_ends(words: str, size: float, width: float, count: int) -> tuple[int, ...] | None:
    """Where the lines but the last end, at the least cost; None where they cannot end well."""
    at = [0.0, *accumulate(text_width(c, size) for c in words)]
    even, places = at[-1] / count, [*_places(words)]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for line in range(count):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, ends) in best.items():
            for end in places if line < count - 1 else [len(words)]:
                long = at[end] - at[start]
                if end <= start or long > width:
                    continue
                more = cost + abs(long - even) / width + (_break_cost(words, end) if end < len(words) else 0)
                if end not in reached or (more, (*ends, end)) < reached[end]:
                    reached[end] = (more, (*ends, end))
        best = reached
    found = best.get(len(words))
    return found[1][:-1] if found else None


def _places(words: str) -> Iterator[int]:
    """Where a line may end: never so that a closing mark begins a line or a Latin word is cut."""
    for i in range(1, len(words)):
        before, after = words[i - 1], words[i]
        cut_word = before.isascii() and after.isascii() and " " not in (before, after)
        if not (cut_word or after in _NOT_FIRST or before in _BEFORE):
            yield i


def _break_cost(words: str, end: int) -> float:
    """What a line end does to the sense."""
    split = any(
        words[start : start + length] in wholes
        for length, wholes in _WHOLE_BY_LENGTH
        for start in range(max(0, end - length + 1), end)
    )
    good = words[end - 1] in _AFTER or words[end] in _BEFORE
    inside = words.count("（", 0, end) > words.count("）", 0, end)
    return (_BAD if split else 0.0) + (_GOOD if good else 0.0) + (_INSIDE if inside else 0.0)
