"""The page: Markdown as a person reads it."""
