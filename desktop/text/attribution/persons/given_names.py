"""Given names of men and women, of all languages."""

from __future__ import annotations

_MEN = """
aaron abdul abdullah abraham adam adrian ahmed al alan albert alec alex alexander alexei alfred ali alistair
alastair allen
alvin amir anatoly anders andre andreas andrei andrew andy angelo anthony anton antonio arnold arthur ash
austin barack
barry bart ben benjamin benny bernard bernie bill billy björn bob bobby boris brad bradley brandon brendan
brent brett brian
bruce bruno bryan byron calvin cameron carl carlos cesar chad charles charlie chester chris christian
christoph christopher
chuck clarence clark claude clay clifford clint clive clyde colin conrad corey cory craig curtis dale damian
damon dan
daniel danny darrell darren dave david dean dennis derek dick diego dieter dirk dmitri dmitry dominic don
donald doug douglas
drew duncan dustin dwight dylan earl ed eddie edgar edmund eduardo edward edwin eli elijah elliot elmer
emanuel emil
emmanuel enrique eric erik ernest ernesto ernst ethan eugene evan fabio felipe felix ferdinand fernando
florian floyd
francis francisco francois françois frank franklin franz fred frederick friedrich gabriel garrett gary gavin
gene geoff geoffrey
george georg gerald gerard gerhard gilbert giovanni giuseppe glen glenn gordon graham grant greg gregory
guido günter guy hans
hank harold harry harvey hassan hector heinrich heinz helmut henri henry herbert herman horst howard hubert
hugh hugo
hussein ian ibrahim ignacio igor isaac ivan jack jackson jacob jacques jaime jake jakob james jamie jared
jason javier jay
jean jeb jeff jeffrey jens jeremy jerome jerry jesse jesús jim jimmy joachim joaquin joe joel johann johannes
john johnny jon
jonah jonas jonathan jorge jose josé josef joseph josh joshua juan juergen jürgen julian julio justin kai
karl keith ken
kenneth kent kevin khalid kirk klaus konrad konstantin kurt kyle lamar lance larry lars laurent lawrence lee
len leo leon
leonard leonardo leroy lester lewis liam lincoln lindsey lloyd lothar lou louis luca lucas luis luiz luke
mahmoud malcolm manfred
manuel marc marcel marco marcos marcus mario mark markus marshall martin marvin mateo matt matteo matthew
matthias
maurice max maxim mehmet michael michel miguel mike mikhail milton mitch mitchell mitt mohamed mohammad
mohammed morgan moshe
muhammad mustafa nathan nathaniel ned neil nelson newt nicholas nick nicolas nigel nikolai noah norbert
norman oleg oliver
omar oscar oskar otto owen pablo pascal pat patrick paul pavel pedro perry pete peter phil philip philipp
philippe
pierre piotr preston rafael rahul raj ralph ramon rand randall randy raphael raul ray raymond recep reince
reinhard rené rex
ricardo richard rick rob robert roberto rod rodney rodrigo roger roland rolf roman ron ronald ross roy rubén
rudolf rudy rupert
russ russell ryan salvador sam samuel sanjay santiago scott sean sebastian sergei sergey sergio seth shane
shaun sidney
silvio simon spencer stan stanley stefan stephan stephen steve steven stuart sylvester tad ted terrence terry
theo
theodore thierry thomas thorsten tim timothy tobias todd tom tommy tony travis trevor tyler ulrich uwe
vassily vasily
vedant vernon vic victor viktor vince vincent vincenzo vladimir volker volodymyr wade wallace walter warren
wayne werner wesley wilhelm will willem william willy wolfgang xavier xi yuri yusuf zachary
"""
_WOMEN = """
abigail ada adele agnes aisha alejandra alexandra alexandria alice alicia alison allison alyssa amanda amber
amelia amy ana
andrea angela angelina anita ann anna anne annette annie antonia april arianna ashley astrid audrey aung ava
barbara beate
beatrice becky belinda bernadette bertha beth betsy betty beverly bianca birgit bonnie brenda brigitte britta
brittany
brooke camila camilla candace cara carla carly carmen carol carole caroline carolyn carrie catherine cathy
cecilia celeste
celia charlene charlotte chelsea cheryl chloe christiane christina christine cindy claire clara claudia
colleen connie constance
cora corinne cristina crystal cynthia daisy dana danielle daniela daphne darlene dawn debbie deborah debra
delia denise
diana diane dianne dina dolores donna dora doris dorothy edith eileen elaine eleanor elena elisabeth elise
elizabeth ella
ellen elsa emily emma erica erika erin esther ethel eva eve evelyn faith fatima felicia fiona flora florence
frances
francesca frauke gabriela gabrielle gail geraldine gertrude gina giorgia gisela gladys glenda gloria grace
greta gretchen gwen hannah
harriet hazel heather heidi heidemarie helen helena helga hilary hillary hilda holly hope huma ida ilse inge
ingrid irene iris irma isabel
isabella isabelle ivana ivanka jackie jacqueline jamila jane janet janice janine jasmine jeanne jen jenna
jennifer jenny
jessica jill jo joan joanna joanne jocelyn jodi josephine joy joyce juanita judith judy julia juliana
julianna julie juliet june justine
kamala kara karen karin karine karla kate katharina katherine kathleen kathryn kathy katie katja katrin kay
kayla kellyanne
kelly kerry kerstin kim kimberly kirsten kirstjen kristen kristin kristina lara laura lauren leah lena leslie
leticia lillian
linda lindsay lisa liz loretta lori lorraine louise lucia lucille lucy luisa lupita lydia lynn mabel
madeleine madeline maggie
mandy manuela marcia margaret margarita margot maria mariana marianne marie marilyn marina marine marion
marjorie marlene
marsha marta martha martina mary mathilde maureen maxine maya mayra megan melania melanie melinda melissa
mercedes
meredith mia michele michelle mildred minnie miranda miriam moira molly mona monica monika muriel myra nadia
nadine nancy naomi
natalia natalie natasha nichole nicola nicole nikki nina nora norma olga olivia olympia ophelia paige pam
pamela patricia patty
paula pauline peggy penelope petra phoebe phyllis pilar polly priscilla rachel rania raquel rebecca regina
renate renee rhonda
rita roberta robin rosa rosalind rose rosemary roxanne ruth sabine sabrina sally samantha sandra sara sarah
selena shannon sharon
sheila shelly sherry shirley silvia simone sofia sonia sonja sophia sophie stacey stacy stella stephanie sue
susan susana susanne
suzanne sylvia tamara tammy tania tanya tara tatiana teresa teri tessa thelma theresa tiffany tina tracey
tracy trudy
ulla ulrike ursula valentina valerie vanessa vera veronica vicki vicky victoria viola violet virginia vivian
wanda
wendy whitney wilma winifred yolanda yvonne zoe
"""

_MORE_MEN = """
jörg joerg udo uwe ingo heiko heino hauke holger jan jannik jannis jost jochen jürgen kilian klemens knut lennart
leif levin linus lukas malte maik marius marko mattis michel mirko moritz nico niels nils ole olaf ottmar otmar paul
pascal philipp rainer reiner ralf ruben rudi rüdiger sascha sebastian siegfried sigmar sönke steffen sven thilo
thorben thore tilo till timo timon tobias tom torben torsten ulf ulli urban veit vinzenz walter welf werner wilfried
willi winfried wolf wolfram xaver armin arne arno axel bastian benedikt bernd bernhard björn bodo burkhard carsten
christof claus detlef dietmar dirk eberhard eckart eckhard egon ekkehard elmar emil enno erhard ernst erwin ewald
fabian falk felix ferdinand frank fritz georg gerald gerd gereon gernot gero gisbert götz gregor gunnar gunter
gunther günther hagen hannes harald hartmut hendrik henning henrik hinrich hubertus ignaz jens jonas karsten kaspar
kersten klaas konstantin korbinian kurt hervé yves luc éric étienne émile frédéric jérôme rémi rémy françois benoît
cédric clément damien didier édouard fabien fabrice florent gaël gaspard gérald gérard gilles grégoire guillaume
gustave hubert hugues jean jérémie joël jules julien laurent léo léon loïc ludovic marcel mathieu matthieu maxime
mickaël nicolas noël olivier patrice philippe pierrick quentin raphaël raymond régis robin roland romain sébastien
serge stéphane sylvain théo théodore thibault thibaut thierry tristan valentin valéry vincent xavier yann yannick
yvan karim rachid mehdi mourad farid nabil jorge josé juan pedro luis carlos miguel ángel álvaro alonso alejandro
andrés antonio arturo benito bernardo borja césar cristóbal damián darío domingo eduardo emilio enrique esteban
eusebio federico felipe félix fermín fernando francisco gerardo germán gonzalo guillermo gustavo héctor hernán hugo
ignacio iñaki íñigo isidro iván jacinto jaime javier joaquín jordi julián julio leandro leonardo leopoldo lorenzo
lucas manolo manuel marcelo marcos martín mateo mauricio máximo melchor nicolás nuno óscar pablo paco pascual
patricio pere rafael ramón raúl ricardo roberto rodrigo rubén sancho santiago saúl sergi sergio simón teodoro tomás
vicente víctor xavi bas bram cees daan dries geert gijs hein henk joost jeroen joris kees koen lars maarten marten
mathijs mees piet pieter rens rik roel ruud sander sjoerd stijn teun thijs tijs willem wim wout wouter aleksandr
alexey andrij arkady bogdan boris dmytro grigory igor ilya ivo jaroslav kirill leonid maksim marek maxim mykola
oleksandr oleh pavel petro radek roman ruslan serhiy stanislav taras tomasz vadim vitali vitaly vladislav yevgeny
yuriy zbigniew ahmad amir bashar bilal faisal farouk hamid hamza idris imran ismail jamal khalil malik mansour
mustafa nasser omar osama rashid said salim samir tariq walid yasser youssef zaid amit anil arjun arun ashok deepak
dinesh gopal mohan narendra prakash rajesh rajiv ravi rohit sachin sandeep sanjay shashi sunil suresh vijay vikram
vinod kofi kwame emeka chidi olu tunde segun jude levi asher cole callum declan dermot dylan eoin ewan fergus finn
gareth gethin hamish huw iain kieran lachlan lorcan niall oisin padraig rhodri rhys ronan rory ruairi seamus shay
tomos walt wyatt zach zack colin derek dwight gus hank hal ike ivor jed mort nat ned ollie rob rod skip stu vern wes
wilbur darnell tyrese deshawn tyrone terrell dwayne kareem jermaine reggie cedric clarence roosevelt booker kobe
lebron jaylen devin dante desmond rashad quincy wendell baz gaz kev daz mick paddy liam mo aki jiro hiroshi kenji
takashi yuki minjun jun wei ming feng jian tao hao
"""
_MORE_WOMEN = """
anke anja anneke annegret anneliese annika antje beatrix bettina birgit birte brita britta carolin charlotte
christel clara cornelia dagmar dörte dorothea edda edeltraud elfriede elif elke elli elvira emilia erna esther eva
franka franziska frauke frieda friederike gabi gabriele gerda gerlinde gesa gesche gesine gitta greta grit gudrun
hanna hannelore hedwig heide heike helene helga henriette herta hildegard ilka ilona imke ina inga ingeborg inka
irmgard isolde jana janina jeanette johanna josefine judith julia juliane jutta karla karola karoline katharina
kathrin katja katrin kerstin kirsten klara klaudia kristina lara lea leni leonie lieselotte lilli lina liselotte
lore luise magda magdalena maike maja mareike marga margarete margit margot margret margrit marie marietta marina
marion marlene marlies martina mathilde mechthild meike melanie merle meta mia michaela mira miriam monika nadja
natascha nele nicole nina nora otti paula petra pia ramona rebekka regine renate ria ricarda rike roswitha ruth
sabine sandra sara saskia sibylle sieglinde sigrid silke silvia simone sina sonja sophie stefanie steffi stephanie
susanne svenja svetlana swantje sybille tabea tanja tatjana theresa tina traudel trude ulla ulrike ursel ursula
uschi uta ute valerie vera verena veronika viola waltraud wiebke wilhelmine yvonne amélie anaïs anne-marie ariane
armelle aurélie aurore axelle béatrice bénédicte bernadette blandine brigitte camille capucine carine caroline
cathérine cécile céline chantal christelle clarisse claire claudine clémence clémentine clotilde colette coralie
corinne danièle delphine denise dominique édith éléonore élisabeth elisa élise élodie éloïse émilie emmanuelle
estelle eugénie évelyne fabienne fanny faustine florence françoise gaëlle geneviève ghislaine gisèle hélène inès
irène isabelle jacqueline jeanne joëlle josiane joséphine julie juliette justine karine laëtitia laetitia laure
laurence léa léonie lise louise lucie ludivine lydie maëlle magali manon marcelle margaux marguerite marianne
marie-christine marine marlène martine maud mélanie michèle mireille monique muriel mylène nadège nathalie noémie
océane odette odile pascale paulette pauline pénélope philippine raphaëlle régine roselyne salomé sandrine ségolène
séverine solange solène stéphanie suzanne sylvie thérèse valérie véronique virginie yolande zoé adriana ainhoa
aitana alba alejandra alicia almudena amalia amparo ana ángela ángeles araceli aránzazu aurora beatriz begoña belén
berta blanca candela caridad carla carlota carmen carolina catalina celia concepción consuelo cristina dolores elena
encarnación esperanza estefanía ester estrella eugenia fernanda gloria graciela guadalupe inés inmaculada irene
isabel jimena josefa juana laura leonor leticia lola lorena lourdes lucía luisa luz macarena maite manuela mar
margarita maría maribel marisa marisol marta mercedes mireia mónica montserrat natalia nerea nieves noelia nuria
olga paloma patricia paz pepa pilar raquel remedios rocío rosalía rosario sagrario sofía soledad sonia susana tamara
teresa trinidad verónica victoria virginia ximena yolanda aafke anouk femke floor hanneke ilse ineke janneke lieke
maaike marieke marijke marjolein mieke sanne truus wilma aisling aoife bronwen caitlin ceri ciara deirdre eilidh
fionnuala grainne isla kirsty mairi maeve morag niamh orla rhiannon roisin saoirse seren shona sinead siobhan una
amina aminata ayesha emine fatima fatou hala hanan khadija layla leila lubna mariam nadia noor priya anjali deepa
kavita lakshmi meera neha nikhita padma pooja reema shreya sunita uma anastasia dasha galina irina katya ksenia
larisa lena lyudmila nadezhda oksana olena oleksandra polina tatyana valentyna yana yekaterina yelena yulia zhanna
agnieszka alicja beata ewa joanna kasia krystyna malgorzata zofia ebba freya ingrid kirsi linnea lene pernille
ragnhild solveig tuula astrid beryl blythe bryony cressida daphne edna elsie enid ethel gwen gwyneth hetty imogen
ivy jemima joyce lottie mavis minnie myrtle nell olwen pansy philippa poppy prudence rosa rosie sadie tess tilly
winnie rowena tabitha thea beth bea dot gail gayle jo joan latoya keisha tonya shanice ebony tamika lakisha imani
aaliyah nia zora trine mette sofie inger akiko yuko naomi mei ling xiu yan hua
"""

# Names that are words of a language as well, as those of months; jan is a man here and a woman there.
_ALSO_WORDS_MEN = "august chase chip drew grant guy miles rich rusty sonny will"
_ALSO_WORDS_WOMEN = "april autumn dawn faith hope joy june may penny summer"

_LISTS = (
    (_ALSO_WORDS_MEN, "m"),
    (_ALSO_WORDS_WOMEN, "f"),
    (_MORE_MEN, "m"),
    (_MORE_WOMEN, "f"),
    (_MEN, "m"),
    (_WOMEN, "f"),
)
GENDER = {name: gender for names, gender in _LISTS for name in names.split()} | {"jan": ""}

_SHORT_FORMS = """
alexander alex sandy sasha; alfred alfie fred; andrew andy drew; anthony tony; benjamin ben; catherine cathy kate
katie;
charles charlie chuck; christopher chris kit; daniel dan danny; david dave; deborah debbie; donald don donnie;
dorothy dot dottie; edward ed eddie ned ted teddy; eleanor ellie nell; elizabeth beth betsy betty liz lizzie;
eugene gene; francis frank; gerald gerry jerry; gregory greg; henry hank harry; jacob jake; james jim jimmy jamie;
jeffrey jeff; jennifer jen jenny; john jack johnny; jonathan jon; joseph joe joey; joshua josh; katherine kathy
kate katie;
kenneth ken kenny; lawrence larry; leonard len lenny; louis lou; margaret maggie meg peggy; martin marty; matthew
matt;
michael mike mick mickey; nicholas nick; patricia pat patty trish; patrick pat paddy; peter pete; philip phil;
raymond ray; rebecca becky; richard dick rich rick ricky; robert bob bobby rob robbie; ronald ron ronnie; samuel sam;
stephen steve; steven steve; susan sue susie; theodore ted teddy theo; theresa terry tess; thomas tom tommy;
timothy tim; victoria vicky; virginia ginny; walter walt; william bill billy will willie;
guillermo memo; francisco paco pancho; jose pepe; josé pepe; ignacio nacho; dolores lola; concepción concha;
johannes hans; maximilian max; friedrich fritz; heinrich heinz; katharina käthe; margarete grete
"""


def _by_short_form(groups: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for long, *short_forms in map(str.split, groups.split(";")):
        for short in short_forms:
            found.setdefault(short, set()).add(long)
    return {short: frozenset(names) for short, names in found.items()}


_LONG_FORMS = _by_short_form(_SHORT_FORMS)


def is_given_name(word: str) -> bool:
    """Say whether somebody may be called so."""
    return word.lower() in GENDER


def long_forms(given: str) -> frozenset[str]:
    """Give the full names that a short one stands for: Mike is a Michael, Ted an Edward or a Theodore."""
    return _LONG_FORMS.get(given.lower(), frozenset())


def gender_of(given: str) -> str:
    """Say "m", "f" or "" (unknown) for a given name."""
    return GENDER.get(given.lower(), "")
