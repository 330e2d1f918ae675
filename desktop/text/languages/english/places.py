"""Which English words name a country, its people or a well-known city, and which of them mean the same?"""

from __future__ import annotations

_PLACE_LINES = """
afghanistan afghan afghans
albania albanian
algeria algerian
america american americans us usa united-states
argentina argentine argentinian
armenia armenian
australia australian australians
austria austrian
azerbaijan azerbaijani
bahrain bahraini
bangladesh bangladeshi
belarus belarusian
belgium belgian
bolivia bolivian
bosnia bosnian
brazil brazilian brazilians
britain british uk briton britons united-kingdom
bulgaria bulgarian
cambodia cambodian
cameroon cameroonian
canada canadian canadians
chile chilean
china chinese
colombia colombian
congo congolese
croatia croatian
cuba cuban
cyprus cypriot
czechia czech
denmark danish dane danes
ecuador ecuadorian
egypt egyptian egyptians
england english
estonia estonian
ethiopia ethiopian
europe european europeans
finland finnish finn finns
france french
gaza gazan gazans
georgia georgian
germany german germans
ghana ghanaian
greece greek greeks
haiti haitian
honduras honduran
hungary hungarian
iceland icelandic
india indian indians
indonesia indonesian
iran iranian iranians
iraq iraqi iraqis
ireland irish
israel israeli israelis
italy italian italians
jamaica jamaican
japan japanese
jordan jordanian
kazakhstan kazakh
kenya kenyan
korea korean koreans
north-korea north-korean north-koreans
south-korea south-korean south-koreans
kosovo kosovar
kuwait kuwaiti
latvia latvian
lebanon lebanese
libya libyan
lithuania lithuanian
malaysia malaysian
mali malian
mexico mexican mexicans
moldova moldovan
mongolia mongolian
morocco moroccan
myanmar burma burmese
nepal nepalese
netherlands dutch
new-zealand
nicaragua nicaraguan
niger
nigeria nigerian
norway norwegian
oman omani
pakistan pakistani pakistanis
palestine palestinian palestinians
panama panamanian
paraguay paraguayan
peru peruvian
philippines philippine filipino filipinos
poland polish pole poles
portugal portuguese
qatar qatari
romania romanian
russia russian russians
rwanda rwandan
saudi-arabia saudi saudis
scotland scottish
senegal senegalese
serbia serbian serb serbs
singapore singaporean
slovakia slovak
slovenia slovenian
somalia somali
south-africa south-african
spain spanish
sri-lanka sri-lankan
sudan sudanese
south-sudan
sweden swedish swede swedes
switzerland swiss
syria syrian syrians
taiwan taiwanese
tajikistan tajik
thailand thai
tunisia tunisian
turkey turkish türkiye turks
uganda ugandan
ukraine ukrainian ukrainians
uruguay uruguayan
uzbekistan uzbek
venezuela venezuelan
vietnam vietnamese
wales welsh
yemen yemeni
zambia zambian
zimbabwe zimbabwean
africa african
asia asian
north-africa
middle-east
abu-dhabi
ankara
athens
atlanta
baghdad
bangkok
beijing
beirut
belgrade
berlin
bogota bogotá
boston
brussels
bucharest
budapest
cairo
california californian
chicago
copenhagen
crimea crimean
dallas
damascus
delhi new-delhi
detroit
donbas donbass
donetsk
dubai
dublin
florida
geneva
hague
hanoi
helsinki
hong-kong
houston
istanbul
jakarta
jerusalem
johannesburg
kabul
karachi
kharkiv kharkov
kherson
kyiv kiev
lagos
lima
lisbon
london
los-angeles
luhansk lugansk
lviv
madrid
manila
mariupol
miami
milan
minsk
moscow
mumbai
munich
nairobi
new-york
odesa odessa
oslo
ottawa
paris
prague
pyongyang
riyadh
rome
san-francisco
seoul
shanghai
sofia
stockholm
sydney
taipei
tbilisi
tehran
tel-aviv
texas
tokyo
toronto
vienna
vladivostok
warsaw
washington
zaporizhzhia zaporizhia
zurich
"""
PLACES = {word: line.split()[0] for line in _PLACE_LINES.strip().splitlines() for word in line.split()}
