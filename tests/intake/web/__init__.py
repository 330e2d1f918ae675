"""Tests of the web fetch a server on loopback, never the internet."""
