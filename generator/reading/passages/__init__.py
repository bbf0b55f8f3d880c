"""From text to passages: a heading, or a line like one, and what stands below it."""
