"""The log as evidence: every record, the bundle, and the checks of both."""
