"""What may open a question, an answer or a topic in a bank, and what a file looks like once that is known."""
