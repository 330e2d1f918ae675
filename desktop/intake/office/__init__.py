"""What the readers of office files share: text in flow, tracked changes, comments, note numbers, hidden words."""
