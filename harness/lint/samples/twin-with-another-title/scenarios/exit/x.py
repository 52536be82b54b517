"""A child stays."""
