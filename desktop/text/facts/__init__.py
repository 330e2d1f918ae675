"""Facts that a text states: numbers, dates, names, places, negations, hedges, attributions."""
