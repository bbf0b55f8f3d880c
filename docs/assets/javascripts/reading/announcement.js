// The button that dismisses an announcement. What was dismissed is kept as the theme keeps it, by the theme's own lines in
// the page, which hide it on the next page before it is painted.

/** Makes the button work. */
export function start(root) {
  const banner = root.querySelector("[data-md-component=announce]");
  banner?.querySelector("[data-dismiss]").addEventListener("click", () => {
    banner.hidden = true;
    window.__md_set("__announce", window.__md_hash(banner.querySelector(".md-typeset").innerHTML));
  });
}
