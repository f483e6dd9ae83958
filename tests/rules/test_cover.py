"""What is given away is still watched, loads are shared, and somebody stands in."""

from typing import Any

from powerlist.model.duty import Assignment, Duty
from powerlist.model.organisation import Authority, Person, Post, Unit
from powerlist.model.power import Power
from powerlist.model.register import Register
from tests.rules.bureau import bureau, register
from tests.rules.reading import keys


def given(
    *more: Any, type: str = "licence", disposition: str = "transfer", stage: str = "supervision"
) -> Register:
    """A licence that was given away, with a duty of supervision."""
    power = Power(id="w", name="劳务派遣经营许可", type=type, disposition=disposition)
    return register(power, Duty(id="d", power="w", text="每年抽查", stage=stage), *more)


OWNED = Assignment(id="a", duty="d", post="p")


def test_supervision_of_a_licence_given_away_needs_an_owner() -> None:
    post, unit = Post(id="p", name="监察岗"), Unit(id="u", name="监察股")
    assert keys(given(), "A11") == ["A11@w"]
    assert not keys(given(post, OWNED), "A11")
    assert not keys(given(unit, Assignment(id="a", duty="d", unit="u")), "A11")
    assert keys(given(post, OWNED, stage="review"), "A11") == ["A11@w"], "a review is no supervision"


def test_only_licences_that_are_given_away_are_looked_at() -> None:
    assert not keys(given(disposition="keep"), "A11")
    assert not keys(given(disposition="cancel"), "A11")
    assert not keys(given(type="payment"), "A11")


def test_the_body_that_took_it_over_may_supervise_it() -> None:
    theirs = given(Post(id="p", name="监察岗"), OWNED, disposition="keep")
    named = theirs.model_copy(update={"authority": Authority(id="authority", name="审批局")})
    assert not keys(given(), "A11", beside=[named])
    assert keys(given(), "A11", beside=[given(Post(id="p", name="岗"), OWNED)]) == ["A11@w"], "that is itself"


def loaded(count: int, *, others: int = 4, holders: int | None = 1) -> list[str]:
    """What A12 says of a post with `count` duties beside others with one each."""
    posts = [
        Post(id="p0", name="忙岗", holders=holders),
        *(Post(id=f"p{n + 1}", name="岗") for n in range(others)),
    ]
    owners = ["p0"] * count + [post.id for post in posts[1:]]
    duties = [Duty(id=f"d{n}", power="w", text="责任") for n in range(len(owners))]
    parts = [Assignment(id=f"a{n}", duty=f"d{n}", post=post) for n, post in enumerate(owners)]
    return keys(register(Power(id="w", name="职权"), *posts, *duties, *parts), "A12")


def test_a_load_is_shared_by_those_who_hold_the_post() -> None:
    assert loaded(40) == ["A12@p0"]
    assert not loaded(40, holders=10)
    assert loaded(40, holders=None) == ["A12@p0"]


def test_small_lists_say_nothing_about_spread() -> None:
    assert loaded(12) == ["A12@p0"]
    assert not loaded(11)
    assert not loaded(40, others=3)


def alone(way: str = "start review@o end", **post: Any) -> list[str]:
    """What A13 says of a post at the step that all must pass."""
    other = Post(id="q", name="备岗", holders=2)
    return keys(bureau(way, Post(id="o", name="审核岗", **{"holders": 1, **post}), other), "A13")


def test_a_backup_in_office_stands_in() -> None:
    assert alone() == ["A13@o"]
    assert not alone(backup_post="q")
    assert alone(backup_post="gone") == ["A13@o"]
    assert not alone(holders=2)
    assert not alone(holders=None)


def test_a_backup_that_nobody_holds_is_none() -> None:
    post = Post(id="o", name="审核岗", holders=1, backup_post="q")
    empty = Post(id="q", name="备岗", holders=0)
    assert keys(bureau("start review@o end", post, empty), "A13") == ["A13@o"]
    left = Post(id="q", name="备岗", holders=1, backup_post="o")
    assert not keys(bureau("start review@o end", post.with_(backup_post=None), left), "A13")
    assert not keys(bureau("start review@o end", post, left, Person(id="n", name="甲")), "A13")


def test_a_way_around_the_post_is_enough() -> None:
    assert not alone("start a? review@o end; a? review2@q end")


def test_a_post_that_many_powers_need_is_told_once() -> None:
    post = Post(id="o", name="审核岗", holders=1)
    powers = [Power(id=f"w{n}", name=f"职权{n}") for n in range(6)]
    few, many = ({"powers": [power.id for power in powers[:count]]} for count in (5, 6))
    assert keys(bureau("start review@o end", post, *powers, process=few), "A13", "O09") == ["A13@o"]
    assert keys(bureau("start review@o end", post, *powers, process=many), "A13", "O09") == ["O09@o"]
