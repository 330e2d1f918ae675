"""English near synonyms: words that reporters, translators and rewriting programs put for one another.

Near synonyms only, a group a line. Words that name different things (a round, a cartridge; a father, a mother) stay
apart, so that exchanging them is reported. Used to find what belongs together, never to call two wordings the same.
"""

from __future__ import annotations

SYNONYMS = """
difficult hard tough tricky
buy purchase acquire procure
complete finalize finalise finish conclude
arms weapon weaponry
worry concern trouble alarm disturb
expect anticipate foresee
could may might can would will
important significant crucial vital key essential
big large huge enormous massive
begin start commence launch
end stop cease halt
help assist aid
assistance support
show demonstrate indicate prove reveal
indication sign evidence
circulate spread
try attempt seek
allow permit let enable
answer reply respond
ask request
attack assault strike
bar ban prohibit forbid
build construct
careful cautious
clear obvious evident
cut reduce lower
damage harm hurt
danger threat risk peril
decide determine
destroy ruin
enough sufficient adequate
fast quick rapid swift
fear afraid
final last
fix repair mend
get receive obtain
give provide supply offer
glad happy pleased
goal aim objective target
happen occur
house home
idea notion
increase raise boost
job work
keep maintain retain
kill slay
kind type sort
law legislation
leave depart
likely probable
many numerous
mistake error
money fund cash
need require
new fresh novel
now currently presently
often frequently
part portion
plan scheme
prevent avoid
problem issue
protect defend safeguard
quit resign
reach attain
real genuine
rebuild reconstruct
refuse decline reject
regard consider view
remember recall
result outcome consequence
sad unhappy
safe secure
say state
severe major serious grave
shortage scarcity
shout yell
situation condition circumstance
small little tiny
speech address
strange odd weird
strength power
sure certain confident
talk conversation
tell inform
think believe
total whole entire complete
true accurate correct
truly really actually genuinely
use utilize utilise employ
very extremely highly
victory win triumph
violate breach
war conflict
whoever anyone anybody whomever
wonderful great marvellous marvelous
wrong incorrect mistaken
wound injure
fire flame blaze
sad heartbreaking tragic
speak talk
promise pledge vow
remain stay
crew team
accord agreement deal pact
accuse blame
admit acknowledge concede
announce declare proclaim
anger outrage fury
angry furious outraged
approve endorse
arrest detain apprehend
assure guarantee
brave courageous
calm quiet
car vehicle automobile
cause reason
chance opportunity
change alter modify
choose select pick
city town
collapse crumble
comment remark
common shared joint
company firm business
compel force oblige
completely totally entirely fully
condemn denounce
continue proceed
country nation
courage bravery
court tribunal
crash collision
crime offence offense
crisis emergency
deal agreement
death fatality
demand insist
deny refute
depend rely
despite notwithstanding
difference gap
disaster catastrophe
dispute quarrel row
doctor physician
doubt question
effort attempt
elect vote
enemy foe adversary
environment surroundings
event incident
evil wicked
example instance
explain clarify
fail flop
fight battle
finally eventually ultimately
flee escape
freedom liberty
friend ally
frighten scare
funding financing
government administration
group organisation organization
hide conceal
hope wish
horrible terrible dreadful awful
hurry rush
huge gigantic
illness disease sickness
immediate instant
improve better
inquiry investigation probe
invade occupy
join participate
kid child
lack absence
leader chief
level degree
lie falsehood
lift remove
listen hear
lovely beautiful
main principal
manage handle
meeting gathering
move shift
nervous anxious
obtain secure
obstacle hurdle barrier
oppose resist
opponent rival
option alternative
order command
path road way
peaceful calm
permission approval
place location spot site
pressure strain
price cost
proper appropriate
proud honoured honored
provoke trigger
quarrel argument
rich wealthy
road street
rule regulation
scared frightened
search look
shock stun
sick ill
similar alike
soldier troop
speed pace
stupid foolish
subside ease
success achievement
surprise astonish amaze
task duty
thankful grateful
topple overthrow
tragedy calamity
trip journey
trust faith
unlawful illegal
verdict ruling
view opinion
visit tour
wait await
weak feeble
worker employee
world globe
worldwide global
young youthful
all everything
nobody none
sorry apologise apologize regret
roof rooftop
ready prepared willing
fall drop sink
remain stay unchanged
grab seize
film movie
layoff redundancy dismissal
revenue turnover sale
passenger traveller traveler
""".strip()
