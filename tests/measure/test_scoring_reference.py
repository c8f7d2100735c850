"""Our figures against those of R's psych, multilevel and base packages, on real data.

Only columns that our definitions cover are compared. What the others are:
- alpha_std_listwise and avg_r_listwise: `standardised_alpha` and `mean_correlation`, compared too.
- guttman_lambda6_listwise: another coefficient, which we do not compute.
- omega_1factor_CFA_ML_…: a maximum likelihood fit to covariances; ours is minres on correlations.
- ICC1_lmer_REML: a mixed model; ours is the analysis of variance. F and p follow from MSB and MSW.
- ci_lo_wald, ci_hi_wald: Wald's interval; ours is Newcombe's, which keeps within −1 and 1.
"""

import csv
import math
import tomllib
from collections import defaultdict

import numpy as np
import pytest

from fanlight.measure.instruments import parse
from fanlight.measure.scoring import (
    MISSING,
    Gaps,
    GroupSize,
    benjamini_hochberg,
    cronbach_alpha,
    feldt_interval,
    holm,
    intraclass_correlation,
    items_in_scale,
    mean_correlation,
    omega_total,
    paired,
    score,
    standardised_alpha,
    two_proportions,
    welch,
)
from support import bfi
from support.reference import reference

pytestmark = pytest.mark.reference
CLOSE = {"rel": 0, "abs": 1e-6}


def rows(name: str) -> list[dict[str, str]]:
    with reference(name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def attitude() -> np.ndarray:
    return np.array([[float(value) for value in row.values()] for row in rows("psychometrics/attitude.csv")])


def expected_reliability() -> list[tuple[dict[str, str], np.ndarray]]:
    return [
        (row, bfi.scale(row["scale"]) if row["dataset"] == "bfi" else attitude())
        for row in rows("psychometrics/expected_reliability.csv")
    ]


def test_reliability_is_what_psych_computes() -> None:
    expected = expected_reliability()
    assert len(expected) == 6
    for row, answers in expected:
        listwise = cronbach_alpha(answers, gaps=Gaps.LISTWISE)
        around = feldt_interval(listwise, people=int(row["n_complete"]), items=int(row["k"]))
        ours = {
            "alpha_raw_pairwise": cronbach_alpha(answers),
            "alpha_raw_listwise": listwise,
            "feldt_lo95_listwise": around.low,
            "feldt_hi95_listwise": around.high,
            "omega_total_1factor_minres_std": omega_total(answers),
            "alpha_std_listwise": standardised_alpha(answers),
            "avg_r_listwise": mean_correlation(answers),
        }
        for column, figure in ours.items():
            assert figure == pytest.approx(float(row[column]), **CLOSE), (row["scale"], column)


def test_items_sit_in_their_scales_as_psych_says() -> None:
    expected = rows("psychometrics/expected_item_dropped.csv")
    assert len(expected) == 25
    ours = {
        (name, key.strip("-")): item
        for name, keys in bfi.KEYS.items()
        for key, item in zip(keys.split(), items_in_scale(bfi.scale(name)), strict=True)
    }
    for row in expected:
        item = ours[row["scale"], row["item"]]
        for column, figure in {
            "mean": item.mean,
            "sd": item.standard_deviation,
            "item_total_r": item.item_total,
            "r_drop_corrected": item.corrected_item_total,
            "alpha_if_dropped": item.alpha_if_dropped,
        }.items():
            assert figure == pytest.approx(float(row[column]), **CLOSE), (row["item"], column)


def test_scoring_with_a_pack_gives_the_same_reliability() -> None:
    instrument = parse(tomllib.loads(bfi.pack()), file="bfi.toml")
    raw = np.nan_to_num(bfi.answers(), nan=MISSING).astype(np.int16)
    composites = {composite.code: composite for composite in score(instrument, raw).everybody.composites}
    for row in rows("psychometrics/expected_reliability.csv")[:5]:
        ours = composites[row["scale"]]
        for column, figure in {
            "alpha_raw_pairwise": ours.alpha,
            "alpha_raw_listwise": ours.alpha_listwise,
            "feldt_lo95_listwise": ours.alpha_low,
            "feldt_hi95_listwise": ours.alpha_high,
            "omega_total_1factor_minres_std": ours.omega,
            "n_complete": ours.complete,
        }.items():
            assert figure == pytest.approx(float(row[column]), **CLOSE), (row["scale"], column)


def test_groups_agree_as_multilevel_says() -> None:
    data = rows("psychometrics/bh1996.csv")
    expected = rows("psychometrics/expected_icc.csv")
    assert len(expected) == 4
    for row in expected:
        scores, groups = [float(one[row["scale"]]) for one in data], [one["GRP"] for one in data]
        ours = intraclass_correlation(scores, groups)
        by_mean_size = intraclass_correlation(scores, groups, size=GroupSize.MEAN)
        for column, figure in {
            "ICC1_anova_k0": ours.icc1,
            "ICC2_multilevel": ours.icc2,
            "k0_harmonic_like": ours.group_size,
            "ICC1_multilevel_meansize": by_mean_size.icc1,
            "mean_group_size": by_mean_size.group_size,
            "MSB": ours.mean_square_between,
            "MSW": ours.mean_square_within,
            "n": ours.people,
            "groups": ours.groups,
        }.items():
            assert figure == pytest.approx(float(row[column]), **CLOSE), (row["scale"], column)


def test_means_change_as_r_says() -> None:
    data = rows("psychometrics/univbct_waves1_2.csv")
    expected = rows("psychometrics/expected_change_univbct.csv")
    assert len(expected) == 3
    for row in expected:
        before, after = (
            [float(one[row["variable"] + wave] or math.nan) for one in data]
            for wave in (row["from"], row["to"])
        )
        apart, together = welch(before, after), paired(before, after)
        for column, figure in {
            "welch_diff": apart.difference,
            "welch_lo": apart.interval.low,
            "welch_hi": apart.interval.high,
            "welch_t": apart.t,
            "welch_df": apart.degrees_of_freedom,
            "welch_p": apart.p_value,
            "paired_diff": together.difference,
            "paired_lo": together.interval.low,
            "paired_hi": together.interval.high,
            "paired_p": together.p_value,
        }.items():
            assert figure == pytest.approx(float(row[column]), **CLOSE), (row["variable"], column)


def test_shares_change_as_r_says_and_are_adjusted_within_a_trust() -> None:
    families = defaultdict(list)
    for row in rows("nhs_staff_survey/expected_change_2022_2023.csv"):
        families[row["ods"], row["year_from"], row["year_to"]].append(row)
    assert sum(map(len, families.values())) == 318
    for family in families.values():
        tests = [
            two_proportions((int(row["x_from"]), int(row["n_from"])), (int(row["x_to"]), int(row["n_to"])))
            for row in family
        ]
        p_values = [test.p_value for test in tests]
        for row, test, by_holm, by_bh in zip(
            family, tests, holm(p_values), benjamini_hochberg(p_values), strict=True
        ):
            for column, figure in {
                "diff": test.difference,
                "chisq": test.chi_squared,
                "p_value": test.p_value,
                "p_holm_within_ods_year": by_holm,
                "p_BH_within_ods_year": by_bh,
            }.items():
                assert figure == pytest.approx(float(row[column]), **CLOSE), (row["ods"], column)
