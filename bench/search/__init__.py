"""How well readers find questions: queries with right answers, and what they cost."""
