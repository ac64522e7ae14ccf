headline: Le pont de Valmont rouvrira lundi
byline: Par Inès Caron
paragraph: La préfète de Valmont a été entendue hier à l’hôtel de ville. Des ouvriers aur¦aient quit¦té le chantier dès jeudi.
paragraph: « Nous n’avons rien signé & nous ne signerons ¦rien¦. »
crosshead: Un chantier à l’arrêt
paragraph: La conseillère, cheffe d’un parti ¦d’extrême¦ gauche, a quitté la séance. Selon la mairie, l’entrepôt aurait brûlé en une nuit.
paragraph: Selon plusieurs ¦sour¦ces, l’œuvre coûterait 1,5 million d’euros. Il par¦aît¦ que le soi-disant expert n’est jamais venu.
