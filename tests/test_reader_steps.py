"""Walking through a diagram: its controls, its keys, its address, and the full screen."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.slow

LIT = ".dg.lit .dg-wide .edge.on"


def test_steps_light_their_arrows_and_their_sentence(page: Page, site_url: str) -> None:
    """Next lights the arrows of step 1 in the picture, its line in the walk, and says it to screen readers."""
    page.goto(f"{site_url}questions/901/")
    page.get_by_role("button", name="Next step").click()
    assert {each.get_attribute("data-step") for each in page.locator(LIT).all()} == {"1"}
    expect(page.locator(".walk > li").first).to_have_class("on")
    sentence = page.locator(".walk > li").first.inner_text()
    expect(page.locator(".player").get_by_role("status")).to_have_text(f"Step 1 {sentence}")
    page.get_by_role("button", name="Previous step").click()
    expect(page.locator(".dg.lit")).to_have_count(0)


def test_a_step_has_an_address(page: Page, site_url: str) -> None:
    """The address follows the steps, and an address with a step opens at it."""
    page.goto(f"{site_url}questions/901/#step-3")
    expect(page.locator(".player-place")).to_contain_text("3 /")
    page.get_by_role("button", name="Next step").click()
    assert page.url.endswith("#step-4")
    expect(page.locator("#diagram")).to_be_in_viewport()
    page.evaluate("location.hash = 'step-2'")
    expect(page.locator(".player-place")).to_contain_text("2 /")


def test_an_address_beyond_the_last_step_is_left_alone(page: Page, site_url: str) -> None:
    """A link to a step that a diagram no longer has opens the page with nothing lit."""
    page.goto(f"{site_url}questions/901/#step-99")
    expect(page.locator(".player-place")).to_contain_text("steps")
    expect(page.locator(".dg.lit")).to_have_count(0)


def test_keys_step_and_space_plays(page: Page, site_url: str) -> None:
    """With the picture focused, arrows step, End goes to the last, space plays and pauses, Escape shows all."""
    page.goto(f"{site_url}questions/901/")
    place = page.locator(".player-place")
    expect(place).to_contain_text("steps")
    page.locator(".dg").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    expect(place).to_contain_text("1 /")
    page.keyboard.press(" ")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    expect(place).to_contain_text("2 /")
    page.keyboard.press(" ")
    expect(page.get_by_role("button", name="Play the steps")).to_be_visible()
    page.keyboard.press("End")
    last = page.locator(".walk > li").count()
    expect(place).to_have_text(f"{last} / {last}")
    page.keyboard.press("Escape")
    expect(page.locator(".dg.lit")).to_have_count(0)


def test_playing_goes_on_by_itself_and_stops_at_the_end(page: Page, site_url: str) -> None:
    """Play shows every step for as long as its sentence takes to read, then stops."""
    page.clock.install()
    page.goto(f"{site_url}questions/901/")
    page.get_by_role("button", name="Play the steps").click()
    steps = page.locator(".walk > li").count()
    for _ in range(steps):
        page.clock.run_for(7001)
    expect(page.locator(".player-place")).to_have_text(f"{steps} / {steps}")
    expect(page.get_by_role("button", name="Play the steps")).to_be_visible()


def test_hovering_and_focusing_a_line_of_the_walk_lights_its_arrows(page: Page, site_url: str) -> None:
    """Pointing at a line shows its step, leaving it brings back the step that was chosen."""
    page.goto(f"{site_url}questions/901/#step-1")
    expect(page.locator(".player-place")).to_contain_text("1 /")
    lines = page.locator(".walk > li")
    lines.nth(1).hover()
    expect(page.locator(LIT).first).to_have_attribute("data-step", "2")
    page.mouse.move(0, 0)
    expect(page.locator(LIT).first).to_have_attribute("data-step", "1")
    lines.nth(1).focus()
    page.keyboard.press("Tab")
    expect(lines.nth(2)).to_be_focused()
    expect(page.locator(LIT).first).to_have_attribute("data-step", "3")


def test_a_swipe_steps_and_a_scroll_does_not(browser: Browser, site_url: str) -> None:
    """A finger drawn to the left shows the next step; one drawn down scrolls the page."""
    context = browser.new_context(service_workers="block", viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.goto(f"{site_url}questions/901/")
    expect(page.locator(".player-place")).to_be_attached()
    page.locator(".dg").scroll_into_view_if_needed()
    touch = context.new_cdp_session(page)

    def draw(across: int, down: int) -> None:
        for kind, part in [
            ("touchStart", 0),
            ("touchMove", 0.3),
            ("touchMove", 0.6),
            ("touchMove", 1),
            ("touchEnd", 1),
        ]:
            point = {"x": 200 + across * part, "y": 300 + down * part}
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point] if kind != "touchEnd" else []})

    draw(-20, -120)
    expect(page.locator(".player-place")).to_contain_text("steps")
    page.evaluate("document.querySelector('.dg').scrollIntoView({block: 'center', behavior: 'instant'})")
    draw(-90, -10)
    expect(page.locator(".player-place")).to_contain_text("1 /")
    context.close()


def test_without_scripts_picture_and_walk_stand(browser: Browser, site_url: str) -> None:
    """Without JavaScript there are no controls that do nothing, and every step can be read."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}questions/901/#step-2")
    assert page.locator(".dg-wide").is_visible()
    expect(page.locator(".walk > li").nth(1)).to_be_in_viewport()
    assert page.locator(".walk > li").count() > 2
    assert page.locator(".player").count() == 0
    context.close()


def test_the_full_screen_zooms_steps_and_gives_the_picture_back(page: Page, site_url: str) -> None:
    """In the dialog the picture grows by keys and wheel, arrows still step, and Escape returns it as it was."""
    page.goto(f"{site_url}questions/901/")
    page.get_by_role("button", name="Full screen").click()
    dialog = page.get_by_role("dialog")
    picture = dialog.locator(".dg")
    expect(picture).to_be_visible()
    fitting = picture.bounding_box()
    assert fitting
    assert fitting["width"] > 1200
    page.keyboard.press("+")
    expect(picture).to_have_attribute("style", re.compile(r"scale\(1\.[1-9]"))
    page.mouse.move(640, 300)
    page.mouse.wheel(0, -300)
    expect(picture).to_have_attribute("style", re.compile(r"scale\(1\.[4-9]"))
    page.keyboard.press("0")
    expect(picture).to_have_attribute("style", re.compile(r"scale\(1\)"))
    page.keyboard.press("ArrowRight")
    expect(dialog.locator(".player-place")).to_contain_text("1 /")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.locator(".diagram__picture .dg.lit")).to_be_visible()
    expect(page.locator(".diagram__picture .dg")).not_to_have_attribute("style", re.compile("scale"))
    expect(page.get_by_role("button", name="Full screen")).to_be_focused()


def test_dragging_moves_the_picture_without_following_a_link(page: Page, site_url: str) -> None:
    """A drag that begins and ends on a card leaves the reader on the page."""
    page.goto(f"{site_url}questions/901/")
    page.get_by_role("button", name="Full screen").click()
    card = page.get_by_role("dialog").locator(".dg-wide a.node").first
    box = card.bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 120, box["y"] + 90, steps=5)
    page.mouse.up()
    moved = card.bounding_box()
    assert moved
    assert moved["x"] > box["x"] + 60
    assert "/questions/901/" in page.url


def test_two_fingers_enlarge(browser: Browser, site_url: str) -> None:
    """Fingers drawn apart enlarge the picture on a phone."""
    context = browser.new_context(service_workers="block", viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.goto(f"{site_url}questions/901/")
    page.get_by_role("button", name="Full screen").click()
    expect(page.get_by_role("dialog").locator(".dg")).to_be_visible()
    touch = context.new_cdp_session(page)

    def fingers(kind: str, *across: int) -> None:
        points = [{"x": x, "y": 300, "id": index} for index, x in enumerate(across)]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    fingers("touchStart", 160, 200)
    for spread in range(10, 90, 10):
        fingers("touchMove", 160 - spread, 200 + spread)
    fingers("touchEnd")
    expect(page.get_by_role("dialog").locator(".dg")).to_have_attribute("style", re.compile(r"scale\(1\.[3-9]"))
    context.close()


def test_the_picture_can_be_saved_as_png(page: Page, site_url: str) -> None:
    """The PNG is drawn in the browser, twice as large as the picture's own size."""
    page.goto(f"{site_url}questions/901/")
    with page.expect_download() as saving:
        page.get_by_role("link", name="PNG").click()
    assert saving.value.suggested_filename == "q901.png"
    data = saving.value.path().read_bytes()
    assert data.startswith(b"\x89PNG")
    drawn = page.request.get(f"{site_url}questions/901/diagram.svg").text()
    width = float(re.findall(r'<svg[^>]* width="([\d.]+)"', drawn)[0])
    assert int.from_bytes(data[16:20]) == pytest.approx(2 * width, abs=2)


SIZES = {"a laptop": (1280, 800), "a phone": (360, 740)}
HIDDEN = """() => {
    const header = document.querySelector(".header").getBoundingClientRect().bottom;
    const bar = document.querySelector(".player").getBoundingClientRect().top;
    const shown = [...document.querySelectorAll("#diagram svg .node.on")].map((part) => part.getBoundingClientRect());
    const boxes = shown.filter((box) => box.width);
    const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
    return boxes.filter((box) => (box.top < header - 1 || box.bottom > bar + 1) && height < bar - header - 16).length;
}"""


@pytest.mark.parametrize("size", SIZES)
def test_each_step_brings_its_lit_cards_into_the_free_area_and_moves_no_button(
    browser: Browser, site_url: str, size: str
) -> None:
    """From the top of the page, from the end of it, and from the middle of the picture."""
    width, height = SIZES[size]
    context = browser.new_context(
        service_workers="block", viewport={"width": width, "height": height}, reduced_motion="reduce"
    )
    page = context.new_page()
    for number in (905, 918, 936):
        for start in ("top", "end", "picture"):
            page.goto(f"{site_url}questions/{number}/")
            following = page.get_by_role("button", name="Next step")
            expect(following).to_be_attached()
            ends = {"top": "scrollTo(0, 0)", "end": "scrollTo(0, 1e6)"}
            page.evaluate(ends.get(start, "document.querySelector('.dg').scrollIntoView({block: 'center'})"))
            places = []
            for _ in range(page.locator(".walk > li").count()):
                page.evaluate("document.querySelector('.player button[aria-label=\"Next step\"]').click()")
                assert page.evaluate(HIDDEN) == 0, (number, start, page.url)
                places.append(following.bounding_box()["y"])
            assert max(places) - min(places) < 2, (number, start, places)
    context.close()


def test_arrow_keys_step_on_the_page_without_a_click_first(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}questions/901/")
    expect(page.locator(".player-place")).to_contain_text("steps")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".player-place")).to_contain_text("1 /")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".dg.lit")).to_have_count(0)


def test_buttons_are_as_large_as_a_finger(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}questions/901/")
    for each in page.locator(".player button").all():
        box = each.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


def test_frames_are_dimmed_with_the_cards_in_them(page: Page, site_url: str) -> None:
    """At a step without a card in it a frame is as quiet as its cards."""
    page.goto(f"{site_url}questions/905/#step-1")
    expect(page.locator(".dg.lit")).to_have_count(1)
    for frame in page.locator(".dg-wide .group").all():
        holds = frame.evaluate("frame => frame.matches('.on, .holds')")
        frame.evaluate("frame => Promise.all(frame.getAnimations().map((each) => each.finished))")
        opacity = frame.evaluate("frame => Number(getComputedStyle(frame).opacity)")
        assert (opacity == 1) is holds
