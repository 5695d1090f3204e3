"""Records of decisions: what was asked, of which rulesets, with which versions of what decides, and the answer."""
