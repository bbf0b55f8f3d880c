"""How a diagram is laid out: in which direction, with which sizes and gaps."""

from dataclasses import dataclass

from generator.drawing.scene.boxes import Sizes


@dataclass(frozen=True)
class LayoutOptions:
    """One way to lay a diagram out."""

    name: str
    """Of the scene: "wide", "medium" or "narrow"."""
    direction: str
    """As Graphviz names it."""
    sizes: Sizes
    between: float = 36.0
    """Between layers, beside their labels."""
    beside: float = 24.0
    """Between cards of one layer."""
    margin: float = 14.0
    """Inside frames."""
    most: int = 0
    """Cards side by side at most; 0 for any number."""
    whole: bool = False
    """Whether the cards of one frame count as one."""
    simple: bool = False
    """Whether time matters more than a crossing less."""
    balanced: bool = False
    """Whether cards stand in the middle of what they lead to, where lines could be straight otherwise."""

    @property
    def upright(self) -> bool:
        """Whether the layers lie one below the other."""
        return self.direction in ("TB", "BT")
