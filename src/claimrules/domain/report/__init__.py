"""Reports: one document, written as text, Markdown or a page."""
