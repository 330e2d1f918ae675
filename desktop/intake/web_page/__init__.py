"""Web pages: from markup to blocks of visible text, and which of them are the article."""
