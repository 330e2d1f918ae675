"""Widgets that draw a laid-out comparison: text panes, ruler and their line layout."""
