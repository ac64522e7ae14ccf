headline: Valmont bridge to reopen on Monday
byline: By Leo Vidal
paragraph: The mayor’s office met on Tuesday at the Café Zoë. Critics ¦say the bridge¦ will never open, and the so-called ex¦pert¦ has not been seen.
paragraph: “We signed nothing & we will sign ¦nothing¦.”
crosshead: A site at a standstill
paragraph: The contractor has reportedly aban¦doned¦ the works. Ana Ruiz, who leads the ferry union, said the bridge was safe.
paragraph: Sources fam¦iliar¦ with the matter said the naïve plan would cost €1.5 million. It is rumou¦red that¦ the council will resign.
