"""The calculus of deadlines: periods counted under declared conventions, on declared calendars, with their proof."""
