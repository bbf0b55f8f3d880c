"""Long work: processes that end with the one that started them, limits to its time, and progress that is shown."""
