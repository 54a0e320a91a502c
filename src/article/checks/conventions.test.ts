import { expect, it } from 'vitest';
import type { BodyJson } from '../body.ts';
import { anyConvention, type Conventions } from '../newsroom/conventions.ts';
import { conventionHits } from './conventions.ts';
import { checkArticle, fixFindings } from './index.ts';
import { proseOf } from './text.ts';
import { asTyped } from '../typography/as-typed.ts';
import { block, copy } from './rules/declaration.ts';
import { articleOf } from './rules/example-article.ts';

/** The text with every convention mended that can be, and what only a person can. */
function mended(text: string, copyLanguage: string, conventions: Partial<Conventions> = {}): string {
  return conventionHits(text, { copyLanguage, isSpeech: false, isTerse: false, conventions: { ...anyConvention, ...conventions } }).toSorted((a, b) => b.from - a.from).reduce((all, { from, to, right, wrong }) => all.slice(0, from) + (right || `[${wrong}?]`) + all.slice(to), text);
}

it.each([
  ['en-GB', 'The boat - a ferry -- left.', 'The boat – a ferry – left.'], ['en-US', 'The boat--late--left.', 'The boat — late — left.'],
  ['de', 'Das Boot - eine Fähre - fuhr ab. “Ja”, sagte er.', 'Das Boot – eine Fähre – fuhr ab. „Ja“, sagte er.'],
  ['fr', 'Le bateau - un bac - part. “Oui”, dit-il.', 'Le bateau – un bac – part. «\u00a0Oui\u00a0», dit-il.'],
  ['es', 'La barca - vieja - salió.', 'La barca[ - ?]vieja[ - ?]salió.'], ['hi', 'नाव - पुरानी - चली। «हाँ»', 'नाव – पुरानी – चली। “हाँ”'],
  ['ja', 'A - B', 'A - B'], ['en', 'Tel - 020 - 3', 'Tel - 020 - 3'], ['en', 'VELDHAVEN, March 3 (Agency) - The vote. It was close - very.', 'VELDHAVEN, March 3 (Agency) - The vote. It was close – very.'],
])('%s: %s', (language, before, after) => {
  expect(mended(before, language)).toBe(after);
});

const shown = (text: string): string => text.replaceAll('\u00a0', '·').replaceAll('\u202f', '¨');

it.each([
  ['Quoi?! Non!! Ah ?', 'Quoi¨?! Non¨!! Ah¨?'], ['« Oui », « non ».', '«·Oui·», «·non·».'], ['«Oui ?», dit-il : «Non!»', '«·Oui¨?·», dit-il·: «·Non¨!·»'],
  ['(Quoi?) 5%; fin…?', '(Quoi¨?) 5%¨; fin…¨?'], ['Fin  ; tard', 'Fin¨; tard'], ['«\u00a0 Oui \u00a0»', '«·Oui·»'], ['Il est 14:30: tard', 'Il est 14:30·: tard'], ['?', '?'], [' ; ', ' ; '],
])('French blanks: %s', (before, after) => {
  const once = mended(before, 'fr-FR');
  expect(shown(once)).toBe(after);
  expect(mended(once, 'fr-FR')).toBe(once);
});

it('what smart typing sets is what the rule wants, and all of a text is mended in one step', () => {
  let typed = '';
  for (const character of '"Non!" dit-il : pourquoi? « Voici », rien;') {
    typed += character;
    const found = asTyped(typed, 'fr');
    if (found) typed = typed.slice(0, -found.length) + found.text;
  }
  expect(mended(typed, 'fr')).toBe(typed);
  const given = articleOf({ ...copy('"Oui"  ; "non" ! Et: «rien»?'), metadata: { language: 'fr' } });
  const fixed = fixFindings(given, checkArticle(given));
  expect(shown(proseOf(fixed.body.content?.[3] ?? { type: 'paragraph' }))).toBe('«·Oui·»¨; «·non·»¨! Et·: «·rien·»¨?');
  expect(checkArticle(fixed)).toEqual([]);
});

it('a paragraph of another language than the article’s is held to its own', () => {
  const given = articleOf({ blocks: [block('paragraph', 'Pourquoi ? "Oui".', { lang: 'fr' }), block('paragraph', 'Why ? "Yes".')], metadata: { language: 'en-GB' } });
  const findings = checkArticle(given);
  expect(findings.filter(({ rule }) => rule === 'french-blank').map(({ blockId }) => blockId)).toEqual([given.body.content?.[3]?.attrs?.['blockId']]);
  expect((fixFindings(given, findings).body.content ?? []).slice(3).map(proseOf).map(shown)).toEqual(['Pourquoi¨? «·Oui·».', 'Why ? “Yes”.']);
});

it('a passage in another language is not held to this one’s', () => {
  const french = [{ type: 'lang', attrs: { lang: 'fr-FR', dir: null } }];
  const given = articleOf({ blocks: [block('paragraph', [{ type: 'text', text: 'They sang ' }, { type: 'text', text: '«\u00a0Frère frère\u00a0» - colour', marks: french }, { type: 'text', text: ' - in the the colour.' }])] });
  const options = { terms: [{ wrong: 'colour', right: 'color' }] };
  const findings = checkArticle(given, options);
  expect(findings.map(({ rule, from = 0 }) => [rule, from > 30])).toEqual([['repeated-word', true], ['dash-form', true], ['house-style', true]]);
  expect(proseOf(fixFindings(given, findings, options).body.content?.[3] ?? { type: 'paragraph' })).toBe('They sang «\u00a0Frère frère\u00a0» - colour – in the color.');
});

it.each([
  [{ thousands: 'comma' }, '12000, 1234567 and 45.000 people, 2024, 1250, 3.14159, 0049 209 123456, B12000, 12000-15000', '12,000, 1,234,567 and 45,000 people, 2024, 1250, 3.14159, 0049 209 123456, B12000, 12000-15000'],
  [{ thousands: 'indian' }, '1,200,000 and 45,000', '12,00,000 and 45,000'], [{ thousands: 'point' }, '12,000 and 1 200 000', '12.000 and 1.200.000'], [{ thousands: 'space' }, '12,000; 12 000; 12\u00a0000', '12\u202f000; 12\u202f000; 12\u00a0000'],
  [{ thousands: 'comma' }, 'USD 12000 and number of 12000; flight 12345, case 24601, No. 58613, ISO 22000, CA 90210; At 5 Bay Road, 10115 Berlin; 5, 12000 fell', 'USD 12,000 and number of 12,000; flight 12345, case 24601, No. 58613, ISO 22000, CA 90210; At 5 Bay Road, 10,115 Berlin; 5, 12,000 fell'],
  [{ thousands: 'comma' }, 'In that case 12000 euros go; fans who number 12000; they gave NASA 12000 dollars and the BBC 12000 more letters; in case 12000 people come', 'In that case 12,000 euros go; fans who number 12,000; they gave NASA 12,000 dollars and the BBC 12,000 more letters; in case 12,000 people come'],
  [{ thousands: 'comma' }, 'In case 24601, the court; the case 24601 was heard; train 12301 left; under ISO 27001 audits; numéro 12345, Nummer 12345, ट्रेन संख्या 12301', 'In case 24601, the court; the case 24601 was heard; train 12301 left; under ISO 27001 audits; numéro 12345, Nummer 12345, ट्रेन संख्या 12301'],
  [{ thousands: 'comma' }, 'In 2019, 45000 people; on May 12, 45000 people; at Hauptstraße 12, 10115 Berlin', 'In 2019, 45,000 people; on May 12, 45,000 people; at Hauptstraße 12, 10115 Berlin'],
  [{ thousands: 'point' }, 'Hauptstraße 12, 49565 Bramsche; Weg 3 a, 10115 Berlin; Nr. 12345; § 12345; 12500 Stück', 'Hauptstraße 12, 49565 Bramsche; Weg 3 a, 10115 Berlin; Nr. 12345; § 12345; 12.500 Stück'],
  [{ dates: 'day-month' }, 'In March 3,000 came; in May 2 million; by July 12 per cent; May 5%; June 3.5; May 45; since March 3', 'In March 3,000 came; in May 2 million; by July 12 per cent; May 5%; June 3.5; May 45; since 3 March'],
  [{ percent: 'per cent' }, '5% or 7 percent or 3 per cent', '5 per cent or 7 per cent or 3 per cent'], [{ percent: '%' }, '5 % of it', '5% of it'],
  [{ dates: 'day-month' }, 'On March 3, 2024 and May 1st; march 3; 03/04/2024; 13/04/2024', 'On 3 March 2024 and 1 May; march 3; [03/04/2024?]; 13/04/2024'],
  [{ dates: 'month-day' }, 'On 3 March 2024, 1st May', 'On March 3, 2024, May 1'],
] as const)('%j: %s', (conventions, before, after) => {
  expect(mended(before, 'en', conventions)).toBe(after);
});

it('a postal code stands before its town in French and Spanish, behind the state in English, behind the town in India', () => {
  expect(mended('À Lorient (56100), 56100 voix (56100)', 'fr', { thousands: 'space' })).toBe('À Lorient (56100), 56\u202f100 voix (56\u202f100)');
  expect(mended('8th Cross, Bengaluru 560003. Kanpur – 208001, and in Kanpur 208001 votes', 'en-IN', { thousands: 'indian' })).toBe('8th Cross, Bengaluru 560003. Kanpur – 208001, and in Kanpur 2,08,001 votes');
  expect(mended('नगर भवन, चंपानगर 843301 में। यहाँ 843301 वोट', 'hi', { thousands: 'indian' })).toBe('नगर भवन, चंपानगर 843301 में। यहाँ 8,43,301 वोट');
  expect([mended('75001 Paris, 12500 lettres', 'fr', { thousands: 'space' }), mended('28013 Madrid, 12500 cartas', 'es', { thousands: 'point' }), mended('Walla Walla, Wash., 99362; ZIP code 90210; 12500 Americans', 'en-US', { thousands: 'comma' })]).toEqual(['75001 Paris, 12\u202f500 lettres', '28013 Madrid, 12.500 cartas', 'Walla Walla, Wash., 99362; ZIP code 90210; 12,500 Americans']);
});

it('other words than English are not held to English forms', () => {
  expect(mended('5 percent, March 3', 'de', { percent: '%', dates: 'day-month' })).toBe('5 percent, March 3');
});

it('a sign stands for a word in headings and cells, and a number with a blank that can break is told so', () => {
  const cell = block('tableCell', [block('paragraph', 'Up 12%', { blockId: 'cell' })]);
  const given = articleOf({ headline: 'Up 12%', blocks: [block('subhead', 'Up 12%', { level: 2 }), block('table', [block('tableRow', [cell])]), block('paragraph', 'Up 12%, to 12 000')] });
  expect(checkArticle(given, { conventions: { percent: 'per cent', thousands: 'space' } }).map(({ message }) => message)).toEqual([
    'A line can end within “12 000”. Put a no-break blank between its figures.', 'Here numbers are written otherwise: “per cent” instead of “%”.',
  ]);
});

it('is mended with one click for all', () => {
  const given = articleOf(copy('They sold 12000 tickets - at last.'));
  const options = { conventions: { thousands: 'comma' } } as const;
  const fixed = fixFindings(given, checkArticle(given, options), options);
  expect(proseOf(fixed.body.content?.[3] ?? { type: 'paragraph' })).toBe('They sold 12,000 tickets – at last.');
});

it('words twice are looked for in four languages, with what each doubles rightly', () => {
  const found = (text: string, language: string): number => checkArticle(articleOf({ ...copy(text), metadata: { language } })).filter(({ rule }) => rule === 'repeated-word').length;
  expect([found('Der Rat hat hat gewählt.', 'de'), found('Die, die die Fähre nahmen', 'de'), found('Le conseil conseil vote.', 'fr'), found('Nous nous levons.', 'fr'), found('El barco barco sale.', 'es'), found('धीरे धीरे', 'hi')]).toEqual([1, 0, 1, 0, 1, 0]);
});

it('what a quotation block says stays as it was said: its spelling and its figures are the newsroom’s, its words and the order of its dates are not', () => {
  const options = { terms: [{ wrong: 'chairman', right: 'chair' }, { wrong: 'e-mail', right: 'email' }, { wrong: 'the colour red', right: 'crimson' }, { wrong: 'colour', right: 'color' }], conventions: { thousands: 'comma', dates: 'day-month' } } as const;
  const said = 'E-mail the chairman by March 3 in the colour red: 12000 did.';
  const mendedSaid = 'Email the chairman by March 3 in the color red: 12,000 did.';
  const mendedOwn = 'Email the chair by 3 March in crimson: 12,000 did.';
  const given = articleOf({ blocks: [
    block('factBox', [block('quote', [block('paragraph', said), block('paragraph', said)])], { title: 'Said' }), block('paragraph', `“${said}”`), block('paragraph', said),
    block('pullQuote', said, { attribution: 'Ines Moreau' }), block('pullQuote', said),
  ] });
  const fixed = fixFindings(given, checkArticle(given, options), options);
  const texts = (node: BodyJson): string[] => (node.content?.some(({ type }) => type === 'text') ? [proseOf(node)] : (node.content ?? []).flatMap(texts));
  expect((fixed.body.content ?? []).slice(3).flatMap(texts)).toEqual([mendedSaid, mendedSaid, `“${mendedSaid}”`, mendedOwn, mendedSaid, mendedOwn]);
});
