/** A word twice or more in a row, letters of Latin scripts only. */

const twice = /(?<![\p{L}\p{N}'’-])(\p{Script=Latin}+)(?:[ \u00a0\n]+\1)+(?![\p{L}\p{N}'’-])/giu;

/** Grammar, calls and noises, and things that are named so, by language. Others double words on purpose (Hindi) or are not known well enough. */
const rightTwice: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set([
    'had', 'that', 'is', 'was', 'do', 'in', 'on', 'her', 'you', 'who', 'there', 'out', 'can', 'will',
    'very', 'so', 'really', 'many', 'far', 'long', 'much', 'more', 'big', 'deep', 'little', 'old', 'bad', 'good', 'nice', 'same', 'never', 'again', 'now', 'well', 'quick',
    'no', 'yes', 'ha', 'ho', 'oh', 'hey', 'wow', 'aye', 'bye', 'blah', 'hear', 'hush', 'sorry', 'please', 'wait', 'go', 'come', 'stop', 'help', 'run', 'la', 'na', 'tut', 'tsk', 'rah', 'yum', 'night',
    'knock', 'bang', 'beep', 'boom', 'chop', 'choo', 'ding', 'quack', 'tap', 'tick', 'woof',
    'bling', 'bon', 'cha', 'cous', 'dik', 'gado', 'mahi', 'peri', 'piri', 'pom', 'tom', 'tuk', 'win', 'ylang', 'yo',
  ]),
  de: new Set(['die', 'der', 'das', 'den', 'dem', 'sie', 'so', 'sehr', 'ja', 'nein', 'nach', 'wer', 'was', 'ha', 'immer', 'nie', 'ganz', 'viel', 'lange', 'zu', 'an', 'mehr', 'bitte', 'na']),
  fr: new Set(['nous', 'vous', 'lui', 'très', 'non', 'oui', 'si', 'bien', 'bon', 'vite', 'ha', 'en', 'là', 'cela', 'ça', 'jamais', 'plus', 'tout', 'faire', 'chut']),
  es: new Set(['no', 'sí', 'muy', 'ya', 'que', 'ja', 'más', 'nunca', 'casi', 'luego', 'bueno', 'bien', 'así', 'vale', 'dale', 'vamos']),
};

/** @param language BCP 47; '' for English */
export function repeatedWords(text: string, language: string): RegExpMatchArray[] {
  const exceptions = rightTwice[language === '' ? 'en' : (language.split('-')[0]?.toLowerCase() ?? '')];
  if (!exceptions) return [];
  return [...text.matchAll(twice)].filter((match) => {
    const [first, second] = [match[1] ?? '', match[0].slice(-(match[1]?.length ?? 0))];
    // Two capitals are a name ("Duran Duran"); one letter is an initial or a variable.
    const isName = second !== second.toLowerCase();
    return first.length > 1 && !isName && !exceptions.has(first.toLowerCase());
  });
}
