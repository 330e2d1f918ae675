"""Word's packed files (.docx, .docm, .dotx): our own walk over the XML, because ready-made readers lose words."""
