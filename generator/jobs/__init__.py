"""Long work: processes that end with the one that started them, and progress that is shown."""
