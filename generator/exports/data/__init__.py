"""The bank as data for programs and as a table for spreadsheets."""
