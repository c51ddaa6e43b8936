"""Widgets: they show and ask."""
