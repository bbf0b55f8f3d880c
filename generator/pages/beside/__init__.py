"""The files beside the pages: for feeds, language models, hosts, the browser, and those who want a page as Markdown."""
