"""The pages above all features, as functions."""
