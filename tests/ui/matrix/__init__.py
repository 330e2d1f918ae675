"""The view of quotes across versions, with real keys and clicks on a real desk."""
