"""What all forms share: the part of a diagram that one draws, and the small pieces that it is drawn of."""
