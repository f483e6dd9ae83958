"""The signs that prove a code: GB 32100-2015 (unified social credit code) and GB 11714-1997."""

from collections.abc import Callable, Mapping

_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # 不用 I、O、S、V、Z
_CREDIT_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_ALL_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def credit_digit(first: str) -> str:
    """The 18th sign for the first seventeen. Raises ValueError for a sign that the standard does not use."""
    total = sum(_SIGNS.index(sign) * weight for sign, weight in zip(first, _CREDIT_WEIGHTS, strict=True))
    return _SIGNS[-total % 31]


def organisation_digit(first: str) -> str:
    """The ninth sign for the first eight: 11 less the sum modulo 11; X for ten, 0 for eleven."""
    total = sum(
        _ALL_SIGNS.index(sign) * weight for sign, weight in zip(first, _ORGANISATION_WEIGHTS, strict=True)
    )
    return "0123456789X"[-total % 11]


CHECKS: Mapping[str, Callable[[str], str]] = {"gb32100": credit_digit, "gb11714": organisation_digit}
