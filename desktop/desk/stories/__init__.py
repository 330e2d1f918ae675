"""What a story comes to: its quotes with the decisions on them, alerts, earlier quotes, the report, the log."""
