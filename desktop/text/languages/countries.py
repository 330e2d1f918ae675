"""Which words name a country or a union: the land itself, its people, its capital?"""

from __future__ import annotations

_NAMED = """
us: us usa america american americans washington white-house pentagon states state-department u.s; russia:
russia russian russians moscow kremlin; uk: uk britain british london england english downing; china: china
chinese beijing; ukraine: ukraine ukrainian kyiv kiev; france: france french paris elysee élysée; germany:
germany german berlin; iran: iran iranian tehran; israel: israel israeli jerusalem; india: india indian delhi;
japan: japan japanese tokyo; canada: canada canadian ottawa; australia: australia australian canberra; turkey:
turkey turkish ankara; italy: italy italian rome; spain: spain spanish madrid; eu: eu brussels european;
north-korea: north-korea north-korean pyongyang; south-korea: south-korea south-korean seoul; un: un u.n
united-nations; poland: poland polish warsaw; egypt: egypt egyptian cairo; mexico: mexico mexican; brazil:
brazil brazilian brasilia; pakistan: pakistan pakistani islamabad; denmark: denmark danish dane danes
copenhagen; norway: norway norwegian norwegians oslo; sweden: sweden swedish swedes stockholm; finland: finland
finnish finns helsinki; iceland: iceland icelandic reykjavik; ireland: ireland irish dublin; netherlands:
netherlands dutch hague amsterdam; belgium: belgium belgian belgians; austria: austria austrian austrians
vienna; switzerland: switzerland swiss bern; portugal: portugal portuguese lisbon; greece: greece greek greeks
athens; hungary: hungary hungarian hungarians budapest; czech: czech czechia prague; slovakia: slovakia slovak
slovaks bratislava; slovenia: slovenia slovenian ljubljana; croatia: croatia croatian croats zagreb; serbia:
serbia serbian serbs belgrade; bosnia: bosnia bosnian sarajevo; kosovo: kosovo kosovar pristina; albania:
albania albanian tirana; romania: romania romanian romanians bucharest; bulgaria: bulgaria bulgarian bulgarians
sofia; moldova: moldova moldovan chisinau; belarus: belarus belarusian minsk; estonia: estonia estonian tallinn;
latvia: latvia latvian riga; lithuania: lithuania lithuanian vilnius; georgia: georgia georgian tbilisi;
armenia: armenia armenian yerevan; azerbaijan: azerbaijan azerbaijani baku; kazakhstan: kazakhstan kazakh
astana; uzbekistan: uzbekistan uzbek tashkent; syria: syria syrian syrians damascus; lebanon: lebanon lebanese
beirut; jordan: jordan jordanian amman; iraq: iraq iraqi iraqis baghdad; saudi: saudi saudis riyadh; yemen:
yemen yemeni sanaa; qatar: qatar qatari doha; emirates: emirates emirati abu-dhabi; kuwait: kuwait kuwaiti;
oman: oman omani; palestine: palestine palestinian palestinians gaza; afghanistan: afghanistan afghan afghans
kabul; bangladesh: bangladesh bangladeshi dhaka; nepal: nepal nepalese kathmandu; myanmar: myanmar burma
burmese; thailand: thailand thai bangkok; vietnam: vietnam vietnamese hanoi; cambodia: cambodia cambodian; laos:
laos laotian; malaysia: malaysia malaysian kuala-lumpur; singapore: singapore singaporean; indonesia: indonesia
indonesian jakarta; philippines: philippines philippine filipino filipinos manila; taiwan: taiwan taiwanese
taipei; mongolia: mongolia mongolian; nigeria: nigeria nigerian nigerians abuja; ghana: ghana ghanaian accra;
kenya: kenya kenyan kenyans nairobi; ethiopia: ethiopia ethiopian addis-ababa; somalia: somalia somali
mogadishu; sudan: sudan sudanese khartoum; uganda: uganda ugandan kampala; tanzania: tanzania tanzanian; rwanda:
rwanda rwandan kigali; congo: congo congolese kinshasa; south-africa: south-africa south-african pretoria;
zimbabwe: zimbabwe zimbabwean harare; zambia: zambia zambian; angola: angola angolan; mozambique: mozambique
mozambican; senegal: senegal senegalese dakar; mali: mali malian bamako; niger: niger nigerien; chad: chad
chadian; cameroon: cameroon cameroonian; algeria: algeria algerian algiers; morocco: morocco moroccan rabat;
tunisia: tunisia tunisian tunis; libya: libya libyan libyans tripoli; argentina: argentina argentine argentinian
buenos-aires; chile: chile chilean; colombia: colombia colombian bogotá bogota; venezuela: venezuela venezuelan
caracas; peru: peru peruvian lima; ecuador: ecuador ecuadorian quito; bolivia: bolivia bolivian; paraguay:
paraguay paraguayan; uruguay: uruguay uruguayan; cuba: cuba cuban cubans havana; haiti: haiti haitian;
guatemala: guatemala guatemalan; honduras: honduras honduran; salvador: salvador salvadoran; nicaragua:
nicaragua nicaraguan managua; panama: panama panamanian; jamaica: jamaica jamaican; new-zealand: new-zealand
wellington; scotland: scotland scottish scots edinburgh holyrood; wales: wales welsh cardiff
"""

COUNTRIES = {
    alias: land.strip()
    for land, _, aliases in (entry.partition(":") for entry in " ".join(_NAMED.split()).split(";"))
    for alias in aliases.split()
}
