"""The graph store on a real Neo4j: the contract, and what lies there."""

import pytest

from powerlist.errors import StoreError
from powerlist.graph import PowerGraph
from powerlist.model.relation import RELATIONS
from powerlist.stores import NEW, Store, open_store
from powerlist.stores.neo4j_schema import OWN, PROPERTIES, STORED
from tests.stores.conftest import driver_of
from tests.stores.contract import SMALL, StoreContract, assert_same, bureau
from tests.stores.servers import Server

pytestmark = pytest.mark.xdist_group("neo4j")


class TestNeo4jStore(StoreContract):
    """Every promise of the contract."""

    @pytest.fixture
    def store(self, neo4j_store: Store) -> Store:
        return neo4j_store

    def test_labels_and_types_come_from_the_closed_tables_alone(
        self, store: Store, real_neo4j: Server
    ) -> None:
        store.save(SMALL, based_on=NEW, id="`) DETACH DELETE (n")
        labels = set(asked(real_neo4j, "CALL db.labels() YIELD label RETURN label"))
        types = set(asked(real_neo4j, "CALL db.relationshipTypes() YIELD relationshipType AS t RETURN t"))
        known = {kind.__name__ for kind in STORED.values()} | {
            "Entity",
            "Register",
            "PowerlistStore",
            "Wages",
        }
        assert labels <= known
        assert types <= {relation.name for relation in RELATIONS}


def asked(server: Server, statement: str, **given: object) -> list[object]:
    """The first column of an answer."""
    with driver_of(server) as driver:
        found = driver.execute_query(statement, given, database_=server.database).records  # type: ignore[arg-type]
        return [record[0] for record in found]


def test_no_property_of_a_kind_hides_another() -> None:
    for kind, properties in PROPERTIES.items():
        names = [one.name for one in properties] + list(OWN)
        assert len(names) == len(set(names)), kind
        for name, field in STORED[kind].model_fields.items():
            default = field.get_default()
            assert field.is_required() or default is None or field.annotation is not None, name


def test_a_record_within_a_thing_has_a_field_that_is_always_told() -> None:
    """Else a record of defaults alone would come back as no record."""
    for kind, properties in PROPERTIES.items():
        nested = {one.path[0] for one in properties if len(one.path) > 1}
        for field in nested:
            told = [one for one in properties if one.path[0] == field and not one.left_out]
            assert told, (kind, field)


def test_relationships_are_the_edges_of_the_graph(neo4j_store: Store, real_neo4j: Server) -> None:
    demo = bureau()
    neo4j_store.save(demo, based_on=NEW)
    graph = PowerGraph(demo)
    known = sorted(
        (relation.name, source.id, entity.id)
        for relation in RELATIONS
        for entity in demo.entities()
        for source in graph.sources(entity, relation.name)
    )
    statement = "MATCH (a:Entity)-[r]->(b:Entity) RETURN [type(r), a.id, b.id] AS edge"
    assert sorted(map(tuple, asked(real_neo4j, statement))) == known


def test_an_arrow_carries_its_fields(neo4j_store: Store, real_neo4j: Server) -> None:
    neo4j_store.save(SMALL, based_on=NEW)
    found = asked(real_neo4j, "MATCH (:Step)-[n:NEXT]->(:Step) RETURN n {.id, .favourable} AS n")
    assert found == [{"id": "R.f1", "favourable": False}]


def test_records_lie_flat(neo4j_store: Store, real_neo4j: Server) -> None:
    neo4j_store.save(SMALL, based_on=NEW)
    assert asked(real_neo4j, "MATCH (r:RiskPoint) RETURN r.inherent_rank AS rank") == [3]
    assert asked(real_neo4j, "MATCH (s:Step {name: '受理'}) RETURN s.limit_value AS days") == [1.0]


def test_constraints_are_there_after_the_first_save(neo4j_store: Store, real_neo4j: Server) -> None:
    for name in asked(real_neo4j, "SHOW CONSTRAINTS YIELD name RETURN name"):
        asked(real_neo4j, f"DROP CONSTRAINT `{name}`")
    neo4j_store.save(SMALL, based_on=NEW)
    found = asked(real_neo4j, "SHOW CONSTRAINTS YIELD name RETURN name")
    assert found == ["powerlist_register", "powerlist_store"]
    assert {"powerlist_entities", "powerlist_ids"} <= set(
        asked(real_neo4j, "SHOW INDEXES YIELD name RETURN name")
    )


def test_the_routing_address_serves_too(real_neo4j: Server) -> None:
    store = open_store(real_neo4j.url_at(real_neo4j.port, "neo4j"))
    saved = store.save(SMALL, based_on=NEW)
    assert_same(store.load(saved.id).register, SMALL)
    store.close()


@pytest.mark.parametrize(
    "damage",
    [
        "MATCH (n:Step) WITH n LIMIT 1 DETACH DELETE n",
        "MATCH (n:Step) WITH n LIMIT 1 SET n.kind = 'dragon'",
        "MATCH (n:Step) WITH n LIMIT 1 REMOVE n.name",
        "MATCH (n:Authority) SET n.kind = 'unit'",
    ],
)
def test_nodes_changed_by_other_hands_are_told(neo4j_store: Store, real_neo4j: Server, damage: str) -> None:
    saved = neo4j_store.save(SMALL, based_on=NEW)
    asked(real_neo4j, damage)
    with pytest.raises(StoreError, match="与保存时不一致"):
        neo4j_store.load(saved.id)
