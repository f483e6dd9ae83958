"""What every store keeps to. A test class of a store inherits this and brings the fixture `store`."""

from functools import cache
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings

from powerlist.errors import StaleError, StoreError
from powerlist.formats.yaml_tree import read_yaml
from powerlist.model.fingerprint import fingerprint
from powerlist.model.register import Register
from powerlist.resources import data_folder
from powerlist.stores import NEW, Store
from tests.model.registers import register, with_flow
from tests.stores.generated import registers

SMALL = with_flow(register())
OTHER = register(names=("取水许可",))
OTHER = OTHER.with_(OTHER.authority.with_(name="示例县水利局", code="11450000MB0000000X"))

any_store = settings(
    max_examples=25,
    deadline=None,
    # The store of one test keeps what earlier examples saved; one inherited test runs on several stores.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
)


@cache
def bureau() -> Register:
    """The demo bureau, read once a session."""
    return read_yaml([data_folder() / "demo" / "bureau"]).register


def assert_same(found: Register, given: Register) -> None:
    """Equal in content, order, states and origins."""
    assert fingerprint(found) == fingerprint(given)
    assert found == given
    assert dict(found.origins) == dict(given.origins)


class StoreContract:
    """The promises of the protocol, tried on a store that is empty at first."""

    def test_an_empty_store_has_no_registers(self, store: Store) -> None:
        assert store.registers() == ()
        assert list(store.export()) == []

    def test_what_is_saved_is_loaded_with_its_origins(self, store: Store) -> None:
        saved = store.save(SMALL, based_on=NEW)
        loaded = store.load(saved.id)
        assert_same(loaded.register, SMALL)
        assert loaded.saved == saved
        assert loaded.register.origins

    def test_the_list_says_what_was_saved(self, store: Store) -> None:
        one, two = store.save(SMALL, based_on=NEW), store.save(OTHER, based_on=NEW)
        assert store.registers() == tuple(sorted([one, two], key=lambda saved: saved.id))
        assert (one.authority, one.revision, one.fingerprint) == ("示例县自然资源局", 1, fingerprint(SMALL))
        assert two.id == "11450000MB0000000X"

    def test_a_second_save_replaces_the_register_whole(self, store: Store) -> None:
        first = store.save(SMALL, based_on=NEW)
        smaller = SMALL.without([SMALL.powers[1].id, SMALL.processes[0].id])
        second = store.save(smaller, based_on=first.revision)
        assert second.revision == 2
        assert_same(store.load(first.id).register, smaller)

    def test_a_stale_save_is_refused_and_told_both_revisions(self, store: Store) -> None:
        first = store.save(SMALL, based_on=NEW)
        store.save(SMALL, based_on=first.revision)
        for based_on in (NEW, 1, 3):
            with pytest.raises(StaleError) as refused:
                store.save(OTHER, based_on=based_on, id=first.id)
            assert (refused.value.based_on, refused.value.current) == (based_on, 2)
            assert f"基于第{based_on}版" in refused.value.of("zh")
            assert "revision 2" in refused.value.of("en")
        assert_same(store.load(first.id).register, SMALL)
        assert store.load(first.id).saved.revision == 2

    def test_a_first_save_on_a_revision_that_never_was_is_refused(self, store: Store) -> None:
        with pytest.raises(StaleError):
            store.save(SMALL, based_on=4)
        assert store.registers() == ()

    def test_deleting_takes_one_register_and_leaves_the_others(self, store: Store) -> None:
        one, two = store.save(SMALL, based_on=NEW), store.save(OTHER, based_on=NEW)
        store.delete(one.id, based_on=1)
        assert store.registers() == (two,)
        assert_same(store.load(two.id).register, OTHER)
        with pytest.raises(StoreError, match=one.id):
            store.load(one.id)

    def test_a_stale_delete_is_refused(self, store: Store) -> None:
        saved = store.save(SMALL, based_on=NEW)
        with pytest.raises(StaleError):
            store.delete(saved.id, based_on=2)
        assert_same(store.load(saved.id).register, SMALL)

    def test_what_is_not_there_is_told(self, store: Store) -> None:
        for asked in (store.load, lambda id: store.delete(id, based_on=1)):
            with pytest.raises(StoreError, match="没有登记册“无”"):
                asked("无")

    def test_export_gives_every_register(self, store: Store) -> None:
        saved = [store.save(SMALL, based_on=NEW), store.save(OTHER, based_on=NEW)]
        found = {loaded.saved: loaded.register for loaded in store.export()}
        assert set(found) == set(saved)
        assert found == dict(zip(saved, (SMALL, OTHER), strict=True))

    def test_two_registers_may_use_the_same_ids(self, store: Store) -> None:
        changed = SMALL.with_(SMALL.powers[0].with_(name="采砂许可"))
        store.save(SMALL, based_on=NEW, id="甲")
        store.save(changed, based_on=NEW, id="乙")
        assert_same(store.load("甲").register, SMALL)
        assert_same(store.load("乙").register, changed)

    @pytest.mark.parametrize("id", ["a/b", "A", "a", "..", "编号 'x' \"y\"", "C:\\nul", "长" * 200])
    def test_any_word_is_an_id(self, store: Store, id: str) -> None:
        store.save(SMALL, based_on=NEW, id="a-b")
        store.save(OTHER, based_on=NEW, id=id)
        assert_same(store.load(id).register, OTHER)
        assert {saved.id for saved in store.registers()} == {"a-b", id}

    @any_store
    @given(given=registers(), after=registers())
    def test_any_register_comes_back(self, store: Store, given: Register, after: Register) -> None:
        before = {saved.id: saved.revision for saved in store.registers()}
        saved = store.save(given, based_on=before.get("任一", NEW), id="任一")
        assert_same(store.load("任一").register, given)
        store.save(after, based_on=saved.revision, id="任一")
        assert_same(store.load("任一").register, after)

    def test_the_demo_bureau_comes_back(self, store: Store) -> None:
        demo = bureau()
        saved = store.save(demo, based_on=NEW)
        assert saved.fingerprint == fingerprint(demo)
        assert_same(store.load(saved.id).register, demo)

    def test_of_writers_at_the_same_moment_one_wins_and_nothing_is_mixed(self, store: Store) -> None:
        store.save(OTHER, based_on=NEW, id="x")
        versions = [SMALL.with_(SMALL.powers[0].with_(name=f"第{n}稿")) for n in range(4)]
        refused: list[StaleError] = []

        def write(version: Register) -> None:
            try:
                store.save(version, based_on=1, id="x")
            except StaleError as error:
                refused.append(error)

        threads = [Thread(target=write, args=(version,)) for version in versions]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        loaded = store.load("x")
        assert len(refused) == 3
        assert loaded.saved.revision == 2
        assert loaded.register in versions
        assert loaded.saved.fingerprint == fingerprint(loaded.register)
