"""Feedback on answers; no Qt."""
