"""When each place is open and how to come to it; each as (French, English)."""

WAYS: dict[str, dict[str, tuple[str, str]]] = {
    "halle-des-lones": {
        "opening": (
            "Marché : mercredi 16 h – 20 h, samedi 8 h 30 – 13 h.\nAccueil : mardi et jeudi, 17 h – 19 h.",
            "Market: Wednesday 4–8 pm, Saturday 8:30 am–1 pm.\nWelcome desk: Tuesday and Thursday, 5–7 pm.",
        ),
        "by_transit": (
            "Bus 4, arrêt Halle, à quarante mètres. Dernier départ à 21 h 10.",
            "Bus 4, stop Halle, forty metres away. Last bus at 9:10 pm.",
        ),
        "by_bike": (
            "Vingt arceaux côté lavoir, dont quatre pour vélos-cargos. Pompe en libre service.",
            "Twenty stands on the wash-house side, four of them for cargo bikes. A pump to share.",
        ),
        "wheelchair": (
            "Trois portes de plain-pied, allées de deux mètres. Toilettes accessibles près de l’étal 8. Deux places de parking réservées rue du Préau.",
            "Three step-free doors, aisles two metres wide. Accessible toilets near stall 8. Two reserved parking spaces in rue du Préau.",
        ),
    },
    "cuisine-du-preau": {
        "opening": (
            "Pendant les ateliers, et sur réservation du lundi au vendredi.",
            "During workshops, and by arrangement from Monday to Friday.",
        ),
        "by_transit": (
            "Bus 4, arrêt École, puis cent mètres à plat.",
            "Bus 4, stop École, then a hundred level metres.",
        ),
        "by_bike": (
            "Garage fermé dans la cour ; la clé est à l’accueil.",
            "Locked shed in the yard; the key is at the desk.",
        ),
        "wheelchair": (
            "Rampe par la cour. Deux plans de travail se règlent en hauteur. Toilettes accessibles au fond du couloir.",
            "Ramp through the yard. Two worktops adjust in height. Accessible toilets at the end of the corridor.",
        ),
    },
    "jardin-des-lavandieres": {
        "opening": (
            "Portail ouvert quand quelqu’un y jardine : presque tous les jours, du matin au soir.",
            "The gate is open when somebody is gardening: nearly every day, morning to evening.",
        ),
        "by_transit": (
            "Bus 4, arrêt Halle, puis cinq minutes à pied par le quai.",
            "Bus 4, stop Halle, then five minutes on foot along the quay.",
        ),
        "by_bike": (
            "Par la voie verte du quai. Six arceaux au portail.",
            "By the greenway on the quay. Six stands at the gate.",
        ),
        "wheelchair": (
            "Portail large, allée stabilisée jusqu’à la cabane. Trois bacs se jardinent assis. Toilettes sèches, avec une marche.",
            "Wide gate, firm path to the shed. Three raised beds can be worked sitting down. Dry toilets, with one step.",
        ),
    },
    "jardin-du-fournil": {
        "opening": (
            "Mardi et dimanche après-midi, avec une personne de l’équipe.",
            "Tuesday and Sunday afternoons, with somebody from the team.",
        ),
        "by_transit": (
            "Bus 9, arrêt Fournil : une personne vient vous y chercher si vous le demandez.",
            "Bus 9, stop Fournil: somebody will come and meet you there if you ask.",
        ),
        "by_bike": (
            "La montée est raide ; on attache son vélo à la barrière.",
            "The climb is steep; lock your bike to the railing.",
        ),
        "wheelchair": (
            "Pente douce depuis la rue, puis sol enherbé, difficile après la pluie. Ni eau potable ni toilettes.",
            "A gentle slope from the street, then grass, hard going after rain. No drinking water, no toilets.",
        ),
    },
}
