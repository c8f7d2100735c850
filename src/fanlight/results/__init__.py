"""The gate: what may be shown of a round, decided once, at close. The only reader of answers."""
