"""The course of a claim: what happened and what opens and closes, as text, picture, calendar and data."""
