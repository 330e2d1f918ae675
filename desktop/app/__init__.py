"""The program put together: the application and its last line of defence, its error log and its self-check."""
