"""A pasted question page becomes a question, with what looks wrong said beside its fields."""
