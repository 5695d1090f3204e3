"""The words of the field: types, money, instants, facts, decisions; no language and no evaluation."""
