"""Other quotes shown with a card: wordings of the same statement, identical and earlier quotes."""
