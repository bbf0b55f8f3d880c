"""The pictures of a bank: found beside its files, cleaned, named by what is in them, and carried along.

![The ring](ring.png)   ->  picture "The ring", file "4be0c1….png", 377 x 210 pixels
"""

from generator.assets.carrying import carry

__all__ = ["carry"]
