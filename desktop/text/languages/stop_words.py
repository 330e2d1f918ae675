"""Which words carry no content of their own, so that finding them twice says little?"""

from __future__ import annotations

_ENGLISH = """
a about above across after again against all along already also although am among an and another any are around as at
away back be became because become been before behind being below between both but by came can cannot could did do does
doing done down during each either else even ever every few for from further get gets given go goes going got had has
have having he hence her here hers herself him himself his how however i if in indeed instead into is it its itself just
let like made make makes many may me might mine more moreover most much must my myself neither never no nor not now of
off often on once one only onto or other others ought our ours ourselves out over own per perhaps quite rather same
shall she should since so some still such than that the their theirs them themselves then there therefore these they
this those though through thus to together too toward towards under until unto up upon us very via was we well were what
when where whereas whether which while who whom whose why will with within without would yet you your yours yourself
it's he's she's that's there's i'm i've i'd i'll we're we've you're they're they've don't doesn't didn't isn't aren't
wasn't weren't won't can't couldn't wouldn't shouldn't hasn't haven't hadn't 's n't 're 've 'll 'd 'm s t
"""
_OTHERS = """
der die das den dem des ein eine einen einem einer eines und oder aber nicht auch auf aus bei mit nach von vor zu zum
zur im am an ist sind war waren wird werden hat haben hatte sich es er sie wir ihr als wie dass für über um durch noch
nur so wenn daß
le la les un une des du de et ou mais ne pas plus au aux dans par pour sur avec sans sous est sont était été a ont avait
se ce cette ces il elle ils elles on nous vous que qui dont où comme son sa ses leur leurs y en
el los las una unos unas del al y o pero no con sin por para según es son fue han había lo su sus
il lo gli i uno una di da nel nella con su per tra fra e ma non che chi è sono era ha hanno si
o os as um uma do da dos das no na nos nas em com por para que não é são foi tem
het een van en of maar niet met voor op te zijn was wordt heeft dat die dit
"""

STOP_WORDS = frozenset(_ENGLISH.split()) | frozenset(_OTHERS.split())
