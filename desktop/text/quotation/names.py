"""Which given names point to a man and which to a woman?"""

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
isabella isabelle ivana ivanka jackie jacqueline jamila jan jane janet janice janine jasmine jeanne jen jenna
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

GENDER = dict.fromkeys(_MEN.split(), "m") | dict.fromkeys(_WOMEN.split(), "f")


def gender_of(given: str) -> str:
    """Say "m", "f" or "" (unknown) for a given name."""
    return GENDER.get(given.lower(), "")
