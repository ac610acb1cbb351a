"""What all ledger models have in common: columns in the order declared, none missing, none besides."""

import pandera.pandas as pa


class Table(pa.DataFrameModel):
    """Base of the ledger models."""

    class Config:
        """Columns as declared, none besides."""

        strict = True
        ordered = True
