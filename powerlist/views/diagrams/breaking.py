"""Where the name of a box breaks: at a comma or before a bracket rather than inside a word."""

from collections.abc import Iterator

from powerlist.views.diagrams.text_size import balanced, text_width

_BEFORE = frozenset("（(《〈“‘")  # a line may well begin with these
_AFTER = frozenset("，、；：,;:）)》〉”’")  # and end with these
# 不宜拆开的词：断在其中，读来费力
_WHOLE = (
    "是否",
    "不予",
    "不得",
    "应当",
    "可以",
    "材料",
    "申请",
    "审查",
    "审核",
    "审批",
    "受理",
    "决定",
    "告知",
)
_WHOLE += (
    "通知",
    "送达",
    "核查",
    "调查",
    "处罚",
    "许可",
    "登记",
    "听证",
    "法制",
    "符合",
    "条件",
    "违法",
    "事实",
)
_WHOLE += (
    "成立",
    "通过",
    "履行",
    "执行",
    "公示",
    "公开",
    "归档",
    "补正",
    "意见",
    "集体",
    "讨论",
    "研究",
    "法院",
)
_WHOLE += ("强制", "会议", "办公", "制作", "颁发", "资金", "待遇", "支付", "监督", "检查", "复核", "初审")
_GOOD, _BAD = -0.25, 0.3  # of the width


def sensible(text: str, size: float, width: float) -> tuple[str, ...]:
    """As few lines as hold the text: two are broken where it reads well, more as evenly as may be."""
    lines = balanced(text, size, width)
    if len(lines) != 2:
        return lines
    words = " ".join(text.split())
    pairs = [(words[:i].rstrip(), words[i:].lstrip()) for i in _places(words)]
    fitting = [pair for pair in pairs if all(text_width(part, size) <= width for part in pair)]
    return min([lines, *fitting], key=lambda pair: _cost(pair, words, size, width))


def _places(words: str) -> Iterator[int]:
    """Where a line may end: never so that a closing mark begins a line or a Latin word is cut."""
    for i in range(1, len(words)):
        before, after = words[i - 1], words[i]
        cut_word = before.isascii() and after.isascii() and " " not in (before, after)
        if not (cut_word or after in _AFTER or before in _BEFORE or after in "？！。?!%"):
            yield i


def _cost(pair: tuple[str, ...], words: str, size: float, width: float) -> float:
    """How uneven the lines are, and what the break does to the sense."""
    first, second = pair
    cut = len(first)
    uneven = abs(text_width(first, size) - text_width(second, size)) / width
    split = any(words[max(0, cut - len(w) + 1) : cut + len(w) - 1].count(w) for w in _WHOLE)
    good = first[-1:] in _AFTER or second[:1] in _BEFORE
    return uneven + (_BAD if split else 0.0) + (_GOOD if good else 0.0)
