"""What all models have in common: columns in the order declared, none missing, none besides."""

import pandera.pandas as pa


class Table(pa.DataFrameModel):
    """Base of the models of ledger and series."""

    class Config:
        """Columns as declared, none besides."""

        strict = True
        ordered = True
