"""What several kinds of exports are made of: selections, trees of answers, pictures, archives."""
