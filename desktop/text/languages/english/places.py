"""English places: countries with their people, cities and governments, regions, and other cities."""

from __future__ import annotations

# A line for each country: its names and its people; its cities, spellings joined by "="; what else stands for it when
# its government speaks.
_COUNTRIES = """
afghanistan afghan afghans : kabul
albania albanian : tirana
algeria algerian : algiers
america american americans us usa united-states : washington : white-house pentagon states state-department u.s
angola angolan
argentina argentine argentinian : buenos-aires
armenia armenian : yerevan
australia australian australians : canberra
austria austrian austrians : vienna
azerbaijan azerbaijani : baku
bahrain bahraini
bangladesh bangladeshi : dhaka
belarus belarusian : minsk
belgium belgian belgians
bolivia bolivian
bosnia bosnian : sarajevo
brazil brazilian brazilians : brasilia
britain british uk briton britons united-kingdom : england=english london : downing
bulgaria bulgarian bulgarians : sofia
cambodia cambodian
cameroon cameroonian
canada canadian canadians : ottawa
chad chadian
chile chilean
china chinese : beijing
colombia colombian : bogota=bogotá
congo congolese : kinshasa
croatia croatian croats : zagreb
cuba cuban cubans : havana
cyprus cypriot
czechia czech : prague
denmark danish dane danes : copenhagen
ecuador ecuadorian : quito
egypt egyptian egyptians : cairo
emirates emirati : abu-dhabi dubai
estonia estonian : tallinn
ethiopia ethiopian : addis-ababa
europe european europeans : brussels : eu
finland finnish finn finns : helsinki
france french : paris : elysee élysée
georgia georgian : tbilisi
germany german germans : berlin
ghana ghanaian : accra
greece greek greeks : athens
guatemala guatemalan
haiti haitian
honduras honduran
hungary hungarian hungarians : budapest
iceland icelandic : reykjavik
india indian indians : delhi=new-delhi
indonesia indonesian : jakarta
iran iranian iranians : tehran
iraq iraqi iraqis : baghdad
ireland irish : dublin
israel israeli israelis : jerusalem
italy italian italians : rome
jamaica jamaican
japan japanese : tokyo
jordan jordanian : amman
kazakhstan kazakh : astana
kenya kenyan kenyans : nairobi
kosovo kosovar : pristina
kuwait kuwaiti
laos laotian
latvia latvian : riga
lebanon lebanese : beirut
libya libyan libyans : tripoli
lithuania lithuanian : vilnius
malaysia malaysian : kuala-lumpur
mali malian : bamako
mexico mexican mexicans
moldova moldovan : chisinau
mongolia mongolian
morocco moroccan : rabat
mozambique mozambican
myanmar burma burmese
nepal nepalese : kathmandu
netherlands dutch : hague amsterdam
new-zealand : : wellington
nicaragua nicaraguan : managua
niger nigerien
nigeria nigerian nigerians : abuja
north-korea north-korean north-koreans : pyongyang
norway norwegian norwegians : oslo
oman omani
pakistan pakistani pakistanis : islamabad
palestine palestinian palestinians : gaza=gazan=gazans
panama panamanian
paraguay paraguayan
peru peruvian : lima
philippines philippine filipino filipinos : manila
poland polish pole poles : warsaw
portugal portuguese : lisbon
qatar qatari : doha
romania romanian romanians : bucharest
russia russian russians : moscow : kremlin
rwanda rwandan : kigali
salvador salvadoran
saudi-arabia saudi saudis : riyadh
scotland scottish scots : edinburgh : holyrood
senegal senegalese : dakar
serbia serbian serb serbs : belgrade
singapore singaporean
slovakia slovak slovaks : bratislava
slovenia slovenian : ljubljana
somalia somali : mogadishu
south-africa south-african : pretoria
south-korea south-korean south-koreans : seoul
south-sudan
spain spanish : madrid
sri-lanka sri-lankan
sudan sudanese : khartoum
sweden swedish swede swedes : stockholm
switzerland swiss : bern
syria syrian syrians : damascus
taiwan taiwanese : taipei
tajikistan tajik
tanzania tanzanian
thailand thai : bangkok
tunisia tunisian : tunis
turkey turkish türkiye turks : ankara
uganda ugandan : kampala
ukraine ukrainian ukrainians : kyiv=kiev
un : : u.n united-nations
uruguay uruguayan
uzbekistan uzbek : tashkent
venezuela venezuelan : caracas
vietnam vietnamese : hanoi
wales welsh : cardiff
yemen yemeni : sanaa
zambia zambian
zimbabwe zimbabwean : harare
"""
_GIVEN_NAMES = frozenset(("finn",))  # which name nobody's country in an attribution
_REGIONS_AND_CITIES = """
korea korean koreans
africa african
asia asian
north-africa
middle-east
atlanta
boston
california californian
chicago
crimea crimean
dallas
detroit
donbas donbass
donetsk
florida
geneva
hong-kong
houston
istanbul
johannesburg
karachi
kharkiv kharkov
kherson
lagos
los-angeles
luhansk lugansk
lviv
mariupol
miami
milan
mumbai
munich
new-york
odesa odessa
san-francisco
shanghai
sydney
tel-aviv
texas
toronto
vladivostok
zaporizhzhia zaporizhia
zurich
"""


def _columns(line: str) -> tuple[list[str], list[list[str]], list[str]]:
    names, _, rest = line.partition(":")
    cities, _, seats = rest.partition(":")
    return names.split(), [city.split("=") for city in cities.split()], seats.split()


_LINES = [_columns(line) for line in _COUNTRIES.strip().splitlines()]
_GROUPS = [group for names, cities, _ in _LINES for group in (names, *cities)]
_GROUPS += [line.split() for line in _REGIONS_AND_CITIES.strip().splitlines()]

# What names a place, its people among it; words with the same value name the same place.
PLACES = {word: group[0] for group in _GROUPS if group != ["un"] for word in group}
# What stands for a country: the land itself, its people, its cities, its government.
COUNTRIES = {
    word: names[0]
    for names, cities, seats in _LINES
    for word in (*names, *(each for city in cities for each in city), *seats)
    if word not in _GIVEN_NAMES
}
