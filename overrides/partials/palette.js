{#- Runs before the first paint, so that a page never flashes in the other palette; palette.js has the button. -#}
(function (root, dark) {
  function set() {
    var choice = null;
    try { choice = localStorage.getItem("palette"); } catch (e) {}
    root.dataset.palette = choice || "auto";
    root.dataset.mdColorScheme = (choice ? choice === "dark" : dark.matches) ? "slate" : "default";
  }
  set();
  dark.addEventListener("change", set);
  addEventListener("palette", set);
  addEventListener("storage", set);
})(document.documentElement, matchMedia("(prefers-color-scheme: dark)"));
