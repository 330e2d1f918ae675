"""Captions: SubRip (SRT), WebVTT and SubViewer (SBV) as cues, and cues as running text."""
