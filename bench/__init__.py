"""Figures that anybody can reproduce: `make bench` for building, `make search-bench` for finding."""
