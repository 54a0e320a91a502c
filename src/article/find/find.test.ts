import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleArbitrary } from '../arbitrary.ts';
import { type Article, emptyArticle, parseArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { findInArticle, type FindQuery, type Hit, hitKey, replaceHits } from './index.ts';
import { matcherOf, replacementFor } from './query.ts';
import { textsOf } from './texts.ts';

const query = (text: string, more: Partial<FindQuery> = {}): FindQuery => ({ text, matchCase: false, wholeWord: false, matchAccents: false, isRegex: false, ...more });

function places(text: string, wanted: FindQuery): (readonly [number, number])[] {
  const matcher = matcherOf(wanted);
  if (!matcher.ok) throw new Error(matcher.error);
  return matcher.find(text).map(({ from, to }) => [from, to]);
}

describe('finding in one text', () => {
  it('does not mind case or accents unless asked to', () => {
    expect(places('Málaga, MALAGA, malaga', query('malaga'))).toEqual([[0, 6], [8, 14], [16, 22]]);
    expect(places('Málaga, MALAGA, malaga', query('malaga', { matchCase: true }))).toEqual([[16, 22]]);
    expect(places('Málaga, MALAGA, malaga', query('malaga', { matchAccents: true }))).toEqual([[8, 14], [16, 22]]);
    expect(places('Ma\u0301laga', query('malaga'))).toEqual([[0, 7]]);
    expect(places('the minister’s car', query("minister's"))).toEqual([[4, 14]]);
  });
  it('keeps its offsets right behind letters that fold to another length', () => {
    expect(places('İstanbul 👩‍🚀 straße Köln', query('köln'))).toEqual([['İstanbul 👩‍🚀 straße '.length, 'İstanbul 👩‍🚀 straße Köln'.length]]);
  });
  it('finds the same in plain copy as in copy with other letters', () => {
    const words = fc.stringMatching(/^[a-cA-C ‘’“”"'–\u00a0]{0,40}$/u);
    fc.assert(fc.property(words, fc.stringMatching(/^[a-c "'’]{1,3}$/u), fc.boolean(), fc.boolean(), (text, wanted, matchCase, matchAccents) => {
      const how = query(wanted, { matchCase, matchAccents });
      expect(places(`${text}|é`, how)).toEqual(places(text, how));
    }));
  });
  it('finds letters with strokes, the sharp s and the Turkish i by their plain ones, and no half of a letter', () => {
    expect(places('Łódź, Malmø, Ægir', query('lodz'))).toEqual([[0, 4]]);
    expect(places('Łódź, Malmø, Ægir', query('malmo'))).toEqual([[6, 11]]);
    expect(places('Łódź, Malmø, Ægir', query('aegir'))).toEqual([[13, 17]]);
    expect(places('Straße, STRASSE, Strasse', query('straße'))).toEqual([[0, 6], [8, 15], [17, 24]]);
    expect(places('Straße', query('strasse'))).toEqual([[0, 6]]);
    expect(places('Straße', query('s'))).toEqual([[0, 1]]);
    expect(places('Straße', query('strasse', { matchCase: true }))).toEqual([]);
    expect(places('ISPARTA, Isparta, ısparta, İzmir', query('ısparta'))).toEqual([[0, 7], [9, 16], [18, 25]]);
    expect(places('İzmir', query('izmir'))).toEqual([[0, 5]]);
    expect(places('Łódź', query('lodz', { matchAccents: true }))).toEqual([]);
  });
  it('does not take vowel signs of Indian scripts for accents', () => {
    expect(places('कि की', query('कि'))).toEqual([[0, 2]]);
  });
  it('finds whole words only where asked', () => {
    expect(places('port, airport, Port-au', query('port', { wholeWord: true }))).toEqual([[0, 4], [15, 19]]);
    expect(places('पुल पुलिस', query('पुल', { wholeWord: true }))).toEqual([[0, 3]]);
  });
  it('fills in groups, and refuses what is no expression', () => {
    const matcher = matcherOf(query(String.raw`(\d+) (crore|lakh)`, { isRegex: true }));
    const [first] = matcher.ok ? matcher.find('It costs 40 crore.') : [];
    expect(replacementFor(first?.groups ?? [], 'Rs $1 $2 ($&) $$ $9', true)).toBe('Rs 40 crore (40 crore) $ $9');
    expect(replacementFor(['a'], '$1', false)).toBe('$1');
    expect(matcherOf(query('(', { isRegex: true }))).toEqual({ ok: false, error: 'not-a-regex' });
    expect(places('Mr John Harris said', query(String.raw`(?:[A-Z]\w+ )+said`, { isRegex: true }))).toEqual([[0, 19]]);
    expect(places('abc', query('x*', { isRegex: true }))).toEqual([]);
  });
});

function sample(): Article {
  const blank = emptyArticle();
  const [headline, standfirst, byline] = blank.body.content ?? [];
  if (!headline || !standfirst || !byline) throw new Error('an empty article has three fields');
  const paragraph = { type: 'paragraph', attrs: { blockId: 'p1', lang: null, dir: null }, content: [{ type: 'text', text: 'Mr ' }, { type: 'text', marks: [{ type: 'bold' }], text: 'Harr' }, { type: 'text', text: 'is said. Harris left.' }] };
  const untouched = { type: 'paragraph', attrs: { blockId: 'p2', lang: null, dir: null }, content: [{ type: 'text', text: 'Nothing here.' }] };
  const image: BodyJson = { type: 'image', attrs: { blockId: 'i1', imageId: null, origin: 'harris.jpg', alt: 'Harris waves', longDescription: '', credit: 'Harris/PTI', creditAsWritten: '', source: '', copyright: '', usageTerms: '', decorative: false, focalPoint: null, crops: {}, role: 'inline' }, content: [{ type: 'text', text: 'Harris on Monday' }] };
  const contributors = [{ name: 'Ann Harris', role: 'written-by', affiliation: '', location: '', email: '', url: '' }];
  const parsed = parseArticle({
    ...blank,
    metadata: { ...blank.metadata, slugline: 'HARRIS/VISIT', tags: ['port', 'Harris'], canonicalUrl: 'https://example.org/harris' },
    body: { type: 'doc', content: [{ ...headline, content: [{ type: 'text', text: 'Harris arrives' }] }, standfirst, { ...byline, attrs: { ...byline.attrs, contributors } }, paragraph, untouched, image] },
  });
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.value;
}

function hitsOf(article: Article, wanted: FindQuery): readonly Hit[] {
  const found = findInArticle(article, wanted);
  if (!found.ok) throw new Error(found.error);
  return found.hits;
}

describe('finding and replacing in an article', () => {
  it('looks wherever words stand, and at no address', () => {
    const where = hitsOf(sample(), query('harris')).map(({ type, path }) => [type || 'metadata', ...path].join('.'));
    expect(where).toEqual(['headline', 'byline.contributors.0.name', 'paragraph', 'paragraph', 'image', 'image.alt', 'image.credit', 'metadata.slugline', 'metadata.tags.1']);
  });
  it('replaces all at once; untouched blocks stay the same objects, words take the marks of their first letter', () => {
    const article = sample();
    const after = replaceHits(article, hitsOf(article, query('Harris')), 'Hariss', false);
    expect(hitsOf(after, query('harris'))).toEqual([]);
    expect(hitsOf(after, query('hariss'))).toHaveLength(9);
    expect(after.body.content?.[4]).toBe(article.body.content?.[4]);
    expect(after.body.content?.[3]?.content).toEqual([{ type: 'text', text: 'Mr ' }, { type: 'text', marks: [{ type: 'bold' }], text: 'Hariss' }, { type: 'text', text: ' said. Hariss left.' }]);
    expect(after.metadata).toMatchObject({ slugline: 'Hariss/VISIT', tags: ['port', 'Hariss'], canonicalUrl: 'https://example.org/harris' });
    expect(after.body.content?.[5]?.attrs).toMatchObject({ origin: 'harris.jpg', credit: 'Hariss/PTI' });
  });
  it('replaces only the hits it is given, and none whose text has changed since', () => {
    const article = sample();
    const second = hitsOf(article, query('Harris')).filter(({ blockId }) => blockId === 'p1').slice(1);
    const after = replaceHits(article, second, 'X', false);
    expect(textsOf(after).find(({ blockId }) => blockId === 'p1')?.text).toBe('Mr Harris said. X left.');
    expect(replaceHits(after, second, 'Y', false)).toEqual(after);
  });
  it('gives an article again, whatever is replaced, and each hit has its own key', () => {
    fc.assert(
      fc.property(articleArbitrary, fc.constantFrom('e', 'a b', 'the', '.', ' '), fc.constantFrom('', 'ß\u0301', 'two words'), (article, text, replacement) => {
        const hits = hitsOf(article, query(text));
        expect(new Set(hits.map(hitKey)).size).toBe(hits.length);
        const after = replaceHits(article, hits, replacement, false);
        const parsed = parseArticle(JSON.parse(JSON.stringify(after)));
        expect(parsed.ok ? '' : parsed.error).toBe('');
        expect(replaceHits(article, [], replacement, false)).toEqual(article);
      }),
      { numRuns: 60 },
    );
  });
});
