"""What several pages are made of: excerpts, lists, hues, words explained, which way a text runs."""
