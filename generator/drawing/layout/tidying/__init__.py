"""Tidies what the engine laid out, in this order; each step takes a scene that flows downwards and gives a better one.

1. `rakes`: the arrows of a fan share one trunk and turn at one bar.
2. `straight`: lines that step aside become straight, as cards move with what is attached to them (`ties`); `narrowing`
   pushes what stands out back into the width, `slack` lets straight lines bend where cards come beside each other so.
3. `forks`: lines that leave one side of a card turn at one height.
4. `back_edges`: an arrow against the flow goes round from side to side.
5. `frame_titles`: a frame's title stands where no line runs through it.

`orientation` turns a layout downwards and back; `empty_areas` measures, and moves nothing.
"""
