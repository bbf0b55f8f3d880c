"""From the files of a bank to the bank: numbers, topics and titles that fit together."""
