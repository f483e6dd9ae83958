"""Power, duty, accountability and basis go together, with the reliefs that the trade knows."""

import pytest

from powerlist.model.basis import LegalBasis
from powerlist.model.codes import BasisRole
from powerlist.model.duty import AccountabilityGround, Assignment, Duty
from powerlist.model.entity import Entity
from powerlist.model.organisation import Unit
from powerlist.model.power import Power, SubItem
from powerlist.model.register import Register
from powerlist.model.source import Origin, Source
from tests.rules.bureau import register
from tests.rules.reading import checked, keys


def power(type: str | None, *stages: str, **fields: object) -> Register:
    duties = [Duty(id=f"w.{n}", power="w", text=stage, stage=stage) for n, stage in enumerate(stages)]
    return register(Power(id="w", name="职权", type=type, **fields), *duties)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("type", "stages"),
    [
        ("licence", "acceptance review decision delivery supervision"),
        ("licence", "filing site_check decision disclosure supervision"),
        ("penalty", "filing investigation trial inform decision delivery execution"),
        ("penalty", "filing inspection legal_review hearing decision delivery execution"),
        ("compulsion", "report execution"),
        ("levy", "review collection"),
        ("payment", "acceptance review decision payment"),
        ("inspection", "plan inspection handling"),
        ("confirmation", "acceptance investigation decision delivery"),
        ("reward", "plan review decision"),
        ("adjudication", "acceptance mediation decision delivery"),
        ("other", "acceptance service"),
        ("public_service", "service"),
        ("internal", "review"),
        (None, "review"),
    ],
)
def test_a_power_with_its_stages_is_complete(type: str | None, stages: str) -> None:
    assert not keys(power(type, *stages.split()), "C02")


def test_the_missing_stages_are_named() -> None:
    (finding,) = checked(power("licence", "acceptance", "review", "decision"), "C02").findings
    assert "送达、事后监管" in finding.message.zh
    assert "delivery, supervision" in finding.message.en


def test_an_item_done_at_once_may_merge_its_stages_but_not_forget_what_follows() -> None:
    assert not keys(power("licence", "service", "supervision", item_type="instant"), "C02")
    assert keys(power("licence", "service", item_type="instant"), "C02") == ["C02@w"]
    assert keys(power("licence", "service", "supervision"), "C02") == ["C02@w"]


def test_a_decision_that_says_it_is_delivered_is_delivered() -> None:
    listed = power("licence", "acceptance", "review", "decision", "supervision")
    assert keys(listed, "C02") == ["C02@w"]
    said = next(duty for duty in listed.duties if duty.stage == "decision").with_(text="作出决定，依法送达。")
    assert not keys(listed.with_(said), "C02")
    elsewhere = next(duty for duty in listed.duties if duty.stage == "acceptance").with_(
        text="送达受理通知。"
    )
    assert keys(listed.with_(elsewhere), "C02") == ["C02@w"]


def test_duties_without_stages_are_not_judged() -> None:
    unstaged = Duty(id="d", power="v", text="责任")
    staged = power("licence", *["acceptance", "review", "decision", "delivery", "supervision"])
    assert not keys(staged.with_(Power(id="v", name="职权乙", type="licence"), unstaged), "C02")


def test_a_gone_power_owes_nothing() -> None:
    kept = power("licence", "acceptance")
    for disposition in ("transfer", "cancel", "freeze", "devolve"):
        gone = Power(id="g", name="旧职权", type="licence", disposition=disposition)
        late = Power(id="h", name="到期职权", type="licence", valid_to="2025-12-31")
        owed = [key for key in keys(kept.with_(gone, late)) if key.endswith(("@g", "@h"))]
        left = ["A11@g"] if disposition in ("transfer", "devolve") else []
        assert owed == left, "who gives a licence away says who supervises it"


def grounds(*entities: Entity, type: str = "licence") -> list[str]:
    whole = AccountabilityGround(id="ok", power="v", text="情形", sanctions=("政务处分",))
    basis = LegalBasis(id="okb", owner="ok", instrument="法", article=1, role=BasisRole.ACCOUNTABILITY)
    first = (Power(id="w", name="职权", type=type), Power(id="v", name="职权乙"), whole, basis)
    return keys(register(*first, *entities), "C04")


def ground(id: str, **fields: object) -> AccountabilityGround:
    return AccountabilityGround(id=id, power="w", text=id, **{"sanctions": ("政务处分",), **fields})  # type: ignore[arg-type]


def basis(owner: str, role: BasisRole = BasisRole.ACCOUNTABILITY) -> LegalBasis:
    return LegalBasis(id=f"{owner}.b", owner=owner, instrument="法", article=72, role=role)


def test_a_power_without_a_ground_and_a_ground_without_basis_or_sanction() -> None:
    assert grounds() == ["C04@w"]
    assert not grounds(ground("g"), basis("g"))
    assert grounds(ground("g")) == ["C04@g#basis"]
    assert grounds(ground("g", sanctions=()), basis("g")) == ["C04@g#sanction"]


def test_the_basis_for_accountability_may_stand_at_the_power() -> None:
    assert not grounds(ground("g"), basis("w"))
    assert grounds(ground("g"), basis("w", BasisRole.ESTABLISHING)) == ["C04@g#basis"]


def test_services_and_internal_powers_owe_no_ground() -> None:
    for type in ("public_service", "internal"):
        assert not grounds(type=type)


def test_grounds_that_name_their_duties_must_cover_them_all() -> None:
    duties = [Duty(id=id, power="w", text=id, stage=stage) for id, stage in DUTIES.items()]
    partial = ground("g", duties=("d1",))
    assert grounds(partial, basis("g"), *duties) == ["C04@d2"]
    assert not grounds(partial, basis("g"), ground("h"), basis("h"), *duties)


DUTIES = {"d1": "acceptance", "d2": "review", "d3": "other"}


def test_grounds_of_one_cell_share_basis_and_sanction() -> None:
    listed = register(
        *(Power(id="w", name="职权"), ground("g"), basis("g"), ground("h", sanctions=())),
        *(Power(id="v", name="乙"), AccountabilityGround(id="i", power="v", text="i", sanctions=("诫勉",))),
        basis("i"),
    )
    cell = {(id, "text"): Origin(Source("清单.xls", "许可", "H4")) for id in ("g", "h")}
    assert keys(listed, "C04") == ["C04@h#basis-sanction"]
    assert not keys(listed.with_(origins=cell), "C04")


def test_a_list_without_any_sanction_is_one_finding() -> None:
    listed = register(
        Power(id="w", name="职权"),
        *(part for id in ("g", "h", "i") for part in (ground(id, sanctions=()), basis(id))),
    )
    (finding,) = checked(listed, "C04").findings
    assert finding.key == "C04@authority#sanction"
    assert finding.message.zh == "示例局的3条追责情形都没有追责形式。"
    assert finding.message.en == "Each of the 3 grounds of accountability of 示例局 has no sanction."
    together = {(id, "text"): Origin(Source("清单.xls", "许可", "H4")) for id in ("g", "h")}
    (same,) = checked(listed.with_(origins=together), "C04").findings
    assert "3条追责情形都没有追责形式" in same.message.zh


def test_grounds_of_a_power_that_lack_the_same_are_one_finding() -> None:
    bare = [ground(id, sanctions=()) for id in ("g", "h")]
    assert grounds(*bare) == ["C04@w#basis-sanction"]
    assert grounds(*bare, ground("i", sanctions=()), basis("i")) == ["C04@w#basis-sanction", "C04@i#sanction"]


def test_the_sentence_on_a_ground_names_its_power_and_all_that_it_lacks() -> None:
    whole = (ground("g"), basis("g"), ground("h", sanctions=()))
    (finding,) = checked(register(Power(id="w", name="职权"), *whole), "C04").findings
    assert finding.message.zh == "职权“职权”的追责情形“h”没有追责依据和追责形式。"
    assert finding.hint.zh == "补写追责依据和追责形式。"
    assert finding.message.en == "The ground of accountability “h” of “职权” has no basis and no sanction."


def based(*roles: BasisRole, type: str = "licence") -> list[str]:
    other = LegalBasis(id="o", owner="v", instrument="法", article=1)
    bases = [
        LegalBasis(id=f"b{n}", owner="w", instrument="法", article=1, role=r) for n, r in enumerate(roles)
    ]
    return keys(
        register(Power(id="w", name="职权", type=type), Power(id="v", name="乙"), other, *bases), "L01"
    )


def test_what_a_power_rests_on() -> None:
    assert based() == ["L01@w"]
    for role in (BasisRole.ESTABLISHING, BasisRole.GOVERNING, BasisRole.PROCEDURE):
        assert not based(role)
    assert based(BasisRole.LIMIT, BasisRole.CHARGING, BasisRole.STAFFING, BasisRole.ACCOUNTABILITY) == [
        "L01@w"
    ]
    assert not based(type="internal")
    assert not based(type="public_service")


def test_bases_on_the_sub_items_are_enough_where_each_has_one() -> None:
    items = [SubItem(id=f"s{n}", power="w", name=f"子项{n}") for n in range(2)]
    one = LegalBasis(id="b0", owner="s0", instrument="法", article=1)
    two = LegalBasis(id="b1", owner="s1", instrument="法", article=2)
    power = Power(id="w", name="职权")
    assert keys(register(power, *items, one), "L01") == ["L01@s1"]
    assert not keys(register(power, *items, one, two), "L01")


def cited(**fields: object) -> list[str]:
    whole = {"id": "b", "owner": "w", "instrument": "某法", **fields}
    other = LegalBasis(id="b0", owner="v", instrument="某法", article=3)
    return keys(
        register(Power(id="w", name="职权"), Power(id="v", name="乙"), other, LegalBasis(**whole)),  # type: ignore[arg-type]
        "L05",
    )


def test_a_citation_names_its_article_where_the_instrument_has_articles() -> None:
    assert cited() == cited(instrument_kind="law") == cited(instrument_kind="dept_rule") == ["L05@b"]
    assert not cited(article=3)
    for kind in ("normative", "staffing_decree", "state_council_decision", "party_regulation", "other"):
        assert not cited(instrument_kind=kind)
    assert not cited(document_no="示人社发〔2024〕1号")


def test_a_title_beside_its_own_article_is_no_fault() -> None:
    power = Power(id="w", name="职权")
    title = LegalBasis(id="b", owner="w", instrument="某法")
    article = LegalBasis(id="c", owner="w", instrument="某法", article=3)
    assert not keys(register(power, title, article), "L05")


def test_citations_of_gone_powers_are_left_alone() -> None:
    gone = Power(id="w", name="职权", disposition="transfer")
    assert not keys(register(gone, LegalBasis(id="b", owner="w", instrument="某法")), "L05")


def test_what_owes_nothing_is_not_counted_where_the_whole_list_has_nothing() -> None:
    types = ("licence", "penalty", "public_service", "internal")
    listed = register(*(Power(id=type, name=type, type=type) for type in types))
    counts = {"C03": "3项职权", "C04": "2项职权", "L01": "2项职权"}
    for code, count in counts.items():
        (finding,) = checked(listed, code).findings
        assert finding.message.zh.startswith(count), code


def test_duties_of_nobody_are_not_said_to_stop_at_units() -> None:
    duty = Duty(id="d", power="w", text="责任")
    listed = register(Power(id="w", name="职权"), Unit(id="u", name="股"), duty)
    (nobody,) = checked(listed, "A01").findings
    assert nobody.message.zh == "1项责任没有一项落到岗位。"
    (left,) = checked(listed.with_(Assignment(id="a", duty="d", unit="u")), "A01").findings
    assert left.message.zh == "1项责任只落到科室，没有一项落到岗位。"


def test_a_quotation_is_missed_where_most_citations_have_one() -> None:
    def missed(*quotes: str, role: BasisRole = BasisRole.ESTABLISHING) -> list[str]:
        cited = [
            LegalBasis(id=f"b{n}", owner="w", instrument=f"法{n}", article=1, quote=quote, role=role)
            for n, quote in enumerate(quotes)
        ]
        return keys(register(Power(id="w", name="职权"), *cited), "L05")

    assert missed("甲", "") == ["L05@b1#quote"]
    assert not missed("甲", "", ""), "the list does not quote"
    assert not missed("", "")
    assert not missed("甲", "", role=BasisRole.ACCOUNTABILITY), "only what gives a power"
    many = missed(*["甲"] * 11, *[""] * 11)
    assert many == ["L05@authority#quote"]
