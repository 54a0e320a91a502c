import { describe, expect, it } from 'vitest';
import { checkArticle } from '../checks/index.ts';
import { styleHits } from '../checks/house-style.ts';
import { copy } from '../checks/rules/declaration.ts';
import { articleOf } from '../checks/rules/example-article.ts';
import { formsOf, joinHouseStyle, readHouseStyle, type StyleTerm, writeHouseStyle } from './house-style.ts';
import { starterStyle } from './starter-style.ts';

const term = (wrong: string, right: string, more: Partial<StyleTerm> = {}): StyleTerm => ({ wrong, right, note: '', language: '', case: 'any', ...more });
const written = (text: string, terms: readonly StyleTerm[], language = 'en-GB'): string => styleHits(text, terms, { copyLanguage: language, isSpeech: false }).toReversed().reduce((all, { from, to, right }) => all.slice(0, from) + right + all.slice(to), text);

describe('entries in a text', () => {
  it.each([
    ['The advisor met two ADVISORS. Advisory was none.', [term('advisor|advisors', 'adviser|advisers')], 'The adviser met two ADVISERS. Advisory was none.'],
    ['In order to win, in  order to.', [term('in order to', 'to')], 'To win, in  order to.'],
    ['a web site, a website and web\u00a0site design', [term('web site', 'website'), term('web site design', 'web design')], 'a website, a website and web design'],
    ['It’s could’ve and could of', [term("could've", 'could have'), term('could of', 'could have')], 'It’s could have and could have'],
    ['The booker shortlist, the Booker Prize', [term('booker', 'Booker Prize')], 'The Booker Prize shortlist, the Booker Prize'],
    ['Covid and COVID and covid', [term('COVID', 'Covid', { case: 'exact' })], 'Covid and Covid and covid'],
    ['naïveté, Zoë-like, कानपूर में', [term('Zoë', 'Zoe'), term('कानपूर', 'कानपुर')], 'naïveté, Zoe-like, कानपुर में'],
    ['Day-to-day and to-day', [term('to-day', 'today')], 'Day-to-day and today'],
    ['Of 5 % of it, $5 of it', [term('% of', 'per cent of'), term('$5', 'five dollars')], 'Of 5 per cent of it, five dollars of it'],
  ] as const)('%s', (text, terms, expected) => {
    expect(written(text, terms)).toBe(expected);
  });

  it('are those of the copy’s language', () => {
    const terms = [term('color', 'colour', { language: 'en-GB' }), term('handy', 'Mobiltelefon', { language: 'de' })];
    expect(['en-GB', 'en-US', 'en', 'de-AT', ''].map((language) => written('color handy', terms, language))).toEqual(['colour handy', 'color handy', 'color handy', 'color Mobiltelefon', 'color handy']);
  });

  it('without a right form are said and cannot be mended', () => {
    const found = checkArticle(articleOf(copy('A so-called expert spoke.')), { terms: [term('so-called', '', { note: 'It mocks.' })] });
    expect(found.map(({ message, fix }) => [message, fix])).toEqual([['House style: “so-called” is to be avoided. Write it another way. It mocks.', false]]);
  });
});

describe('a list as a table', () => {
  it('comes back as it went, with every sign a table can trip over', () => {
    const terms = [term('a "b", c', 'd; e'), term('x|y', 'z|w', { note: 'two\nlines', language: 'en-GB', case: 'exact' })];
    expect(readHouseStyle(writeHouseStyle(terms))).toEqual({ ok: true, terms });
  });

  it('is read with semicolons, a mark at its start and columns in any order', () => {
    for (const csv of ['\uFEFFsep=;\r\nwrong;right;note\r\nadvisor;adviser;\r\n', 'sep=|\nright|wrong\nadviser|advisor', 'wrong\tright\n\nadvisor\tadviser\t\t\n']) expect(readHouseStyle(csv)).toEqual({ ok: true, terms: [term('advisor', 'adviser')] });
    expect(readHouseStyle('\uFEFFRight;Wrong\r\nadviser;advisor\r\n\r\n')).toEqual({ ok: true, terms: [term('advisor', 'adviser')] });
  });

  it.each([
    ['bad,good\na,b', 1, 'no-heading'], ['wrong,right\na,b\n,c', 3, 'no-wrong'], ['wrong,right\na|b|c,d|e', 2, 'forms'],
    ['wrong,right,case\na,b,sometimes', 2, 'case'], ['wrong,right,language\na,b,English!', 2, 'language'], ['wrong,right\n"a,b', 2, 'quotes'], ['', 1, 'no-heading'],
    ['\n;;\nwrong;right\n\n" "\na;b\n;c', 7, 'no-wrong'], ['wrong,right\n"two\nlines",b\n,c', 3, 'no-wrong'], ['wrong,right\n\nfirst come, first served,first', 3, 'cells'], ['\n\nbad;good', 3, 'no-heading'], ['sep=;\nwrong;right\na|b;c|d|e', 3, 'forms'],
  ])('%j is refused with the row', (csv, row, fault) => {
    expect(readHouseStyle(csv)).toEqual({ ok: false, row, fault });
  });

  it('joined with another keeps one entry for the same words', () => {
    expect(joinHouseStyle([term('a', 'b'), term('c', 'd')], [term('A', 'x'), term('a', 'y', { language: 'de' })])).toEqual([term('A', 'x'), term('c', 'd'), term('a', 'y', { language: 'de' })]);
  });
});

describe('the starter list', () => {
  it('has 200 entries, none twice, and never advises what it forbids', () => {
    expect(starterStyle).toHaveLength(200);
    expect(joinHouseStyle([], starterStyle)).toHaveLength(200);
    expect(readHouseStyle(writeHouseStyle(starterStyle))).toEqual({ ok: true, terms: starterStyle });
    const wrong = starterStyle.flatMap((one) => formsOf(one.wrong).map((form) => ({ form, language: one.language })));
    expect(new Set(wrong.map(({ form, language }) => `${language} ${form.toLowerCase()}`)).size).toBe(wrong.length);
    for (const { right, language } of starterStyle) for (const form of formsOf(right)) expect([form, styleHits(`They said ${form} there.`, starterStyle, { copyLanguage: language, isSpeech: false })]).toEqual([form, []]);
  });

  it('finds every form of its own in a sentence', () => {
    for (const { wrong, language } of starterStyle) for (const form of formsOf(wrong)) expect([form, styleHits(`They said ${form} there.`, starterStyle, { copyLanguage: language, isSpeech: false }).length]).toEqual([form, 1]);
  });
});
