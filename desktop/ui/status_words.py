"""Sign and word of each status, and plain words for the kinds of quotes."""

from __future__ import annotations

from desktop.domain import QuoteKind, Status

STATUS_SIGN = {Status.VERIFIED: "✓", Status.DISPUTED: "≠", Status.UNVERIFIED: "?"}
STATUS_WORD = {Status.VERIFIED: "Verified", Status.DISPUTED: "Disputed", Status.UNVERIFIED: "Unverified"}
KIND_WORD = {
    QuoteKind.DIRECT: "whole sentence",
    QuoteKind.MIXED: "part of a sentence",
    QuoteKind.SCARE: "single words in quotation marks",
    QuoteKind.HEADLINE: "in the headline",
    QuoteKind.INDIRECT: "without quotation marks",
}
