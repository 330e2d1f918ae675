"""OpenDocument texts (.odt, .ott, flat .fodt): our own walk over the XML, because ready-made readers lose words."""
