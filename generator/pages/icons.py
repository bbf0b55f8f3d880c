"""Which picture stands for a component on pages: the icon that its first diagram shows.

Component("lambda", "Lambda")  ->  "aws-compute-lambda", the file assets/icons/aws-compute-lambda.png
"""

from generator.model import Component, Drawing

OUTLINES = ("material/", "simple/", "fontawesome/", "octicons/")
"""Icons that are drawn into the pictures as outlines and have no file."""


def named(component: Component, drawing: Drawing) -> dict[str, str]:
    """Slug, name and, where there is one, icon of a component in a diagram that shows it."""
    keys = [node.icon for node in drawing.diagram.nodes if node.component == component and node.icon]
    files = [key.replace("/", "-") for key in keys if not key.startswith(OUTLINES)]
    found = {"slug": component.slug, "name": component.name}
    return found | {"icon": files[0]} if files else found
