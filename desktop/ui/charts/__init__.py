"""Pictures of progress, drawn with QPainter."""
