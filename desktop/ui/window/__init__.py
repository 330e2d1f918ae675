"""The main window: its frame, the three columns, the start page and the bars around them."""
