"""Sign and word of each status: beside the colour there is always a shape and a word."""

from __future__ import annotations

from desktop.domain import Status

STATUS_SIGN = {Status.VERIFIED: "✓", Status.DISPUTED: "≠", Status.UNVERIFIED: "?"}
STATUS_WORD = {Status.VERIFIED: "Verified", Status.DISPUTED: "Disputed", Status.UNVERIFIED: "Unverified"}
