import { copy, type Declaration, type Example } from './declaration.ts';

const french = (text: string, language = 'fr'): Example => ({ ...copy(text), metadata: { language } });

export const frenchBlank: Declaration = {
  level: 'note',
  fails: [
    french('Pourquoi?'),
    french('Pourquoi ?'),
    french('Le port ouvre ; tard.'),
    french('Le vote: demain.'),
    french('«\u00a0Oui », dit-il.'),
    french('Il dit «oui\u00a0», enfin.'),
    french('Le vote: demain\u202f!', 'fr-CA'),
  ],
  passes: [
    french('«\u00a0Oui\u202f!\u00a0», dit-il\u00a0: le port ouvre\u202f; à 12:30, quoi\u202f?! (Enfin\u202f!)'),
    french('Il lit b?c=d chez Yahoo! Paris, un clin d’œil ;-) à 3:1.'),
    french('Pourquoi? Voici\u00a0: rien; enfin!', 'fr-CA'),
    french('Il dit «oui».', 'fr-CH'),
    copy('Why? The vote: tomorrow; late!'),
  ],
};
