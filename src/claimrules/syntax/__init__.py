"""Policy text to parse trees: cut into declarations, each parsed by itself."""
