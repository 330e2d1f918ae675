"""The desk file: connection, schema, lock and location."""
