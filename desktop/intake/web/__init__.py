"""Pages of the web, fetched only when a user names their address."""
