"""The shape of a bank: what opens a question in it, decided once from the whole."""
