// Runs the site's modules where it is opened from the file system. Browsers load no modules from there, but they do load
// plain scripts such as this one, and modules that a page has made itself. Each module's text is made into one of those;
// an import map says where they are. MODULES is filled in when the site is packed: {"assets/javascripts/site.js": text}.
(() => {
  // A link that a module made leads to a folder, which shows its listing here.
  function openIndex(event) {
    const link = event.target.closest?.("a[href]");
    if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
  }

  const modules = MODULES;
  const script = document.currentScript;
  const root = new URL("../../", script.src);

  if (!window.__modules) {
    const imports = {};
    for (const [path, text] of Object.entries(modules)) {
      const source = text.replaceAll("import.meta.url", JSON.stringify(new URL(path, root).href));
      imports[`site/${path}`] = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    }
    window.__modules = imports;
    const map = document.createElement("script");
    map.type = "importmap";
    map.textContent = JSON.stringify({ imports });
    document.head.append(map);
    document.addEventListener("click", openIndex, true);
  }
  import(`site/${script.dataset.module}`);
})();
