"""The meaning: a small total core that every construct is lowered to and every evaluator computes."""
