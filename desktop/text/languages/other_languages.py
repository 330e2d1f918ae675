"""Languages without a folder: the words by which a text is known to be in one, so that no other table reads it."""

from __future__ import annotations

from desktop.text.languages.language import words

# The commonest words of a language that few others have, and what they share with a neighbour that has a folder.
KNOWN_BY = {
    "af": words(
        "die en het nie van is om te dat sal ons hy wat met vir ek aan ook word was sy hulle kan nog in op tot maar "
        "dit daar oor "
        "deur"
    ),
    "ca": words("el la els les de que i a amb per no es va ser és són una un del al dels als seva han què més com "
                "també"),
    "cs": words("a v na se že je to s z do o ve byl by jsou který která které pro jako ale po od před tak jsme není "
                "už"),
    "da": words("og i at det er en til af på for med som den der de har ikke vi jeg om var et fra kan skal sig men "
                "blev"),
    "et": words("ja on et ei ka see oli mis kui aga ta oma kes või nii siis seda ning pole veel välja"),
    "eu": words("eta da du ez bat dira zen zuen dela baina egin izan ere dute bere hau den zuten"),
    "fi": words("ja on ei että se hän oli mutta myös joka ovat kun sen niin tai kuin ole mukaan sitä jo vain olla"),
    "gl": words("unha non en un co coa polo pola máis pero súa seu ata xa moi tamén dixo foi ao desde que do da na é"),
    "hr": words("je i u na se da su za od s koji koja koje ne a to kao što bi o ali će iz nije bio bila li već"),
    "hu": words("a az és hogy nem is egy meg ez de van volt ki azt el már csak ha még mert szerint vagy ezt"),
    "id": words("yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada oleh telah bahwa"),
    "is": words("og að í á sem er var ekki til það um við hann en með fyrir af hefur þetta þess verið"),
    "la": words("et in est non ad cum ut qui quod sed ex ab esse sunt quae hoc aut enim etiam"),
    "lt": words("ir kad į tai su yra iš ne o bet kaip jis buvo už dėl nuo apie tik ar apie bus"),
    "lv": words("un ir ka no par to ar kas uz bet arī nav tas lai bija vai pie kā pēc ja"),
    "no": words("og i at det er en til av på for med som den de har ikke vi jeg om var et fra kan skal seg men ble "
                "sier"),
    "pl": words("i w na z się że nie do to jest o jak po za ale od przez dla są co był tym który która oraz ich już "
                "być"),
    "ro": words("și în de la a nu cu pe că din este o un care au mai pentru fost sunt se ce lui după dar sau să prin"),
    "sk": words("a v na sa že je to s z do o vo bol by sú ktorý ktorá ktoré pre ako ale po od pred tak sme nie už"),
    "sl": words("je in v na se da so za od ki ne pa to kot s bi ni bil bila po tudi pri še ter iz"),
    "sq": words("të e në dhe për me nga një se ka që është i si nuk do edhe u më ky kjo"),
    "sv": words("och i att det är en som på av för med den till har inte de om var ett från kan ska sig men vi jag "
                "han blev"),
    "sw": words("na ya wa kwa katika ni za la kuwa kwamba hii hiyo wao alisema lakini hata baada"),
    "tr": words("ve bir bu da de için ile çok olarak daha ne olan gibi var kadar sonra en dedi değil ama ancak ise"),
    "vi": words("và của là có không được cho trong người một này với các đã những để khi ông"),
}  # fmt: skip
