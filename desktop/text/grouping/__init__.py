"""Quotes grouped into statements: similarity, clusters and the matrix of statements and versions."""
