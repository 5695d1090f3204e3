"""Policy text → the same text in one layout: only white space outside quotation marks changes."""
