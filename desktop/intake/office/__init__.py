"""What the readers of office files share: text in flow, tracked changes, note numbers, unseen words."""
