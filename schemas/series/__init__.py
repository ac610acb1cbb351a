"""The contract of the series: one publisher's figures over time, or figures derived from maps.

`SERIES` maps the name of each series to its pandera model. A row of a series is never a source or a claim.
"""

from schemas.series.anomalies import Anomalies
from schemas.series.control_area import ControlArea
from schemas.series.general_staff_losses import GeneralStaffLosses
from schemas.series.named_dead import NamedDead
from schemas.series.outside_estimates import OutsideEstimates
from schemas.series.settlement_control import SettlementControl
from schemas.series.uk_mod_monthly import UkModMonthly

SERIES = {
    "general_staff_losses": GeneralStaffLosses,
    "named_dead": NamedDead,
    "outside_estimates": OutsideEstimates,
    "uk_mod_monthly": UkModMonthly,
    "control_area": ControlArea,
    "settlement_control": SettlementControl,
    "anomalies": Anomalies,
}
