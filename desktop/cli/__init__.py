"""The command line: one batch command without a window, or the window itself."""
