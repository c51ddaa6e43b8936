"""Builds the window and its parts, connects them, starts."""
