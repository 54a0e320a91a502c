import { expect, it } from 'vitest';
import { placeholderHits } from './placeholders.ts';

const found = (text: string, copyLanguage = 'en-GB', right = ''): string[] => placeholderHits(text, { copyLanguage, terms: right === '' ? [] : [{ wrong: 'x', right }] }).map((hit) => hit.text);

it.each([
  ['en-GB', 'It cost XX million, says TK Smith of TK County on TK March; see page XX and TKTK.', ['XX', 'TK', 'TK', 'TK', 'XX', 'TKTK']],
  ['en-GB', 'A XX-year-old of Room XX paid £XXm. Say XXXX, XXX or XX-XX.', ['XX', 'XX', 'XXm', 'XXXX', 'XXX', 'XX']],
  ['de', 'Es kostet TK Euro; die TK Millionen und XX Prozent. XXX-Jährige', ['TK', 'TK', 'XX', 'XXX']],
  ['es', 'Costó XX millones, según XX personas, en la calle XX.', ['XX', 'XX', 'XX']],
  ['fr', 'Près de XX personnes, XX ans.', ['XX', 'XX']], ['hi', 'क़रीब XX लोग, TK रुपये', ['XX', 'TK']], ['', 'I and XX others', ['XX']],
] as const)('%s: stands for something in %s', (language, text, wanted) => {
  expect(found(text, language)).toEqual(wanted);
});

it.each([
  ['en', 'Super Bowl XX, WrestleMania XX, Article XX, Title XX and Act XX; XX(b); the XX Olympiad; XX Corps; an XXX-rated film.'],
  ['en', 'Chapters XIX and XX, XX–XXI, XX to XXV; a size XXL.'], ['en', 'Women are XX, men are XY.'], ['en', 'XX chromosomes and the XX karyotype.'],
  ['en', 'TK Maxx opened; TK Elevator did not.'], ['de', 'Die TK zahlt, bei der TK heißt das so: TK-Pizza. Kapitel XX, das XX. Jahrhundert, das XX-Chromosom.'],
  ['es', 'El siglo XX, los siglos XIX y XX, el XX Congreso, su XX edición, el XX aniversario, capítulo XX.'], ['it', 'Il secolo XX e il XX secolo.'], ['pt-BR', 'O século XX, a XX edição.'], ['fr', 'Le XXe siècle, le XXᵉ, au chapitre XX, tome XX.'],
])('%s: means what it says in %s', (language, text) => {
  expect(found(text, language)).toEqual([]);
});

it('what the house style says is right is no placeholder', () => {
  const text = 'The minister, TK Rajan, spoke for TK minutes to T K Rajan.';
  expect([found(text), found(text, 'en', 'TK Rajan'), found(text, 'en', 'Rajan|TK Rajan')]).toEqual([['TK', 'TK'], ['TK'], ['TK']]);
});

it('a text of nothing else is read once, and not once for each', () => {
  expect(found('XX '.repeat(60_000))).toHaveLength(60_000);
});
