"""How far the map check looks: the parameters of params.yaml, `evidence`, whose names begin with map."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reach:
    """Days, km and km2."""

    days_before: int
    days_after: int
    usual_days: int
    radius_km: float
    least_km2: float

    @classmethod
    def of(cls, params: dict[str, float]) -> "Reach":
        """Read the section `evidence` of params.yaml."""
        return cls(**{name: params[f"map_{name}"] for name in cls.__dataclass_fields__})
