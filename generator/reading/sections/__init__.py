"""From the passages of a file to its title, topics and questions, each with all that belongs to it."""
