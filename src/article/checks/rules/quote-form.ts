import { copy, type Declaration } from './declaration.ts';

export const quoteForm: Declaration = {
  level: 'note',
  fails: [copy('He said „yes”.')],
  passes: [
    copy('He said “yes”.'),
    { ...copy('„Ja“, sagte sie, »noch«.'), metadata: { language: 'de' } },
    { ...copy('«\u00a0Elle a dit “oui”\u00a0», dit-il.'), metadata: { language: 'fr' } },
    { ...copy('उसने कहा, “हाँ”।'), metadata: { language: 'hi' } },
    { ...copy('Dijo «sí» y “no”.'), metadata: { language: 'es' } },
  ],
};
