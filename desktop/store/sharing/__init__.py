"""Sharing of stories in a hub: a PostgreSQL database in which the chains of several desks meet."""
