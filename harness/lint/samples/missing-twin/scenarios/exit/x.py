"""A child leaves."""
