"""What a picture is made of: geometry, measured text, cards, shapes, and all of it in its place as a scene."""
