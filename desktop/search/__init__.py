"""The derived index: what makes finding fast; may be deleted at any time."""
