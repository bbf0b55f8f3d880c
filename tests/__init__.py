"""Tests, named after behaviours; README.md tells how to add one."""
