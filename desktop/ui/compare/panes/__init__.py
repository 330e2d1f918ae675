"""Widgets that draw a comparison: text panes, ruler, views, and their layout in the background."""
