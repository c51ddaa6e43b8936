"""Markdown to a tree and to HTML; no Qt."""
