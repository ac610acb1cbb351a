"""Everything that reads and writes: the stages of the graph, the reader's command and the evidence behind them."""
