"""The menus of an article, a story and a desk, and the handlers behind their entries."""
