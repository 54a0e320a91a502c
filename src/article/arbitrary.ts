import fc from 'fast-check';
import type { Article } from './article.ts';
import { contributorRoles } from './blocks/byline.ts';
import type { BodyJson } from './body.ts';
import { canonical } from './body.ts';
import { type Metadata, metadata } from './metadata.ts';
import * as v from 'valibot';

/**
 * Random articles for property tests: every block, mark and metadata field, in canonical form.
 * Texts are what HTML and Markdown can hold: no control characters, no lone surrogates, but blanks at every place,
 * markup characters, right-to-left text, emoji.
 */

const letters = fc.constantFrom('a', 'B', 'é', 'ß', ' ', '  ', '\u00a0', '<', '>', '&', '"', "'", '’', '“', '*', '_', '#', '`', '|', '\\', '-', '\u200d', 'म', 'ع', '漢', '🚢', '0', '.', ':', '{', '}', '[', ']', '(', ')', '~', '!', ']]>', '-->', '{{', '%}', '</p>', '\t');
const word = fc.oneof({ arbitrary: fc.constantFrom('harbour', 'The mayor', 'said', 'Ferry operators', ' fear a lost season. '), weight: 2 }, { arbitrary: fc.array(letters, { minLength: 1, maxLength: 8 }).map((list) => list.join('')), weight: 1 });
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
/** Text of an attribute: mostly said, sometimes ''. */
const text = fc.oneof({ arbitrary: words, weight: 3 }, { arbitrary: fc.constant(''), weight: 1 });
const address = fc.constantFrom('https://example.org/', 'https://example.org/a?b=1&c=%20#d', 'http://example.com/x', 'mailto:desk@example.org');
const addressOrNone = fc.oneof(address, fc.constant(''));
const language = fc.constantFrom('en', 'en-IN', 'hi', 'ar', 'zh-Hant');
const languageOrNull = fc.oneof({ arbitrary: fc.constant(null), weight: 4 }, { arbitrary: language, weight: 1 });
const dirOrNull = fc.oneof({ arbitrary: fc.constant(null), weight: 4 }, { arbitrary: fc.constantFrom('ltr', 'rtl'), weight: 1 });
const small = fc.integer({ min: 1, max: 2000 });
const fraction = fc.constantFrom(0, 0.25, 0.5, 1);
const name = fc.constantFrom('square', 'wide', 'section', 'a b');

const plainMark = fc.constantFrom('bold', 'italic', 'strike', 'superscript', 'code').map((type) => ({ type }));
const subscript = fc.constant({ type: 'subscript' });
const link = address.map((href) => ({ type: 'link', attrs: { href } }));
const lang = fc.record({ lang: language, dir: dirOrNull }).map((attrs) => ({ type: 'lang', attrs }));
const note = words.map((value) => ({ type: 'note', attrs: { text: value } }));
const order = ['bold', 'italic', 'strike', 'superscript', 'subscript', 'code', 'link', 'lang', 'note'];
type Mark = NonNullable<BodyJson['marks']>[number];

function markSet(fieldOnly: boolean): fc.Arbitrary<Mark[]> {
  const one = fieldOnly ? fc.oneof(fc.constantFrom({ type: 'italic' }, { type: 'superscript' }), subscript, lang, note) : fc.oneof(plainMark, subscript, link, lang, note);
  return fc.array<Mark>(one, { maxLength: 3 }).map((list) => {
    const kept = order.flatMap((type) => list.filter((mark) => mark.type === type).slice(0, 1));
    const raised = kept.some((mark) => mark.type === 'superscript');
    return kept.filter((mark) => !(raised && mark.type === 'subscript'));
  });
}

function inline(fieldOnly = false, minLength = 0): fc.Arbitrary<BodyJson[]> {
  const run = fc.record({ text: words, marks: markSet(fieldOnly) }).map(({ text: value, marks }): BodyJson => ({ type: 'text', ...(marks.length > 0 ? { marks } : {}), text: value }));
  const hardBreak = fc.constant<BodyJson>({ type: 'hardBreak' });
  return fc.array(fc.oneof({ arbitrary: run, weight: 5 }, { arbitrary: hardBreak, weight: 1 }), { minLength, maxLength: 4 });
}

/** Attributes without the id, in canonical order; ids are numbered at the end. */
type Attrs = Readonly<Record<string, unknown>>;
function node(type: string, attrs: fc.Arbitrary<Attrs> | null, content: fc.Arbitrary<readonly BodyJson[]> | null, withId = true): fc.Arbitrary<BodyJson> {
  return fc.record({ attrs: attrs ?? fc.constant<Attrs>({}), content: content ?? fc.constant<readonly BodyJson[]>([]) }).map(({ attrs: given, content: children }) => ({
    type,
    ...(withId || attrs ? { attrs: withId ? { blockId: '', ...given } : given } : {}),
    ...(children.length > 0 ? { content: children } : {}),
  }));
}

const passage = fc.record({ lang: languageOrNull, dir: dirOrNull });
const paragraph = node('paragraph', passage, inline());
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 2 });

function list(depth: number): fc.Arbitrary<BodyJson> {
  const tail = depth > 0 ? fc.array(fc.oneof(paragraph, list(depth - 1)), { maxLength: 1 }) : fc.constant<BodyJson[]>([]);
  const item = node('listItem', null, fc.tuple(paragraph, tail).map(([first, rest]) => [first, ...rest]));
  const items = fc.array(item, { minLength: 1, maxLength: 2 });
  return fc.oneof(node('bulletList', null, items), node('orderedList', fc.record({ start: fc.constantFrom(1, 1, 3, -2) }), items));
}

/** An image; `null` for the id where the picture's file is not known. */
const image = node(
  'image',
  fc.record({
    imageId: fc.constantFrom(null, `sha256-${'0123456789abcdef'.repeat(4)}`),
    origin: fc.constantFrom('', 'boats.jpg', 'https://example.org/boats.jpg'),
    alt: text, longDescription: text, credit: text, creditAsWritten: text, source: text, copyright: text, usageTerms: text,
    decorative: fc.boolean(),
    focalPoint: fc.oneof(fc.constant(null), fc.record({ x: fraction, y: fraction })),
    crops: fc.dictionary(name, fc.record({ x: fraction, y: fraction, width: fraction, height: fraction }), { maxKeys: 2, noNullPrototype: true }),
    role: fc.constantFrom('inline', 'lead'),
  }),
  inline(),
);
const size = fc.tuple(small, small).map((pair) => [...pair]);
const sizes = fc.array(size, { maxLength: 2 });
const adSlot = node('adSlot', fc.record({
  slotId: fc.constantFrom('ad-1', 'ad-2', ''), unit: text, sizes, mapping: fc.array(fc.record({ viewport: size, sizes }), { maxLength: 2 }), label: text,
  targeting: fc.dictionary(name, fc.array(words, { maxLength: 2 }), { maxKeys: 2, noNullPrototype: true }), reserve: fc.oneof(fc.constant(null), small),
}), null);
const cellAttrs = fc.record({ colspan: fc.constantFrom(1, 1, 2), rowspan: fc.constantFrom(1, 1, 2), align: fc.constantFrom(null, 'left', 'center', 'right') });
const row = node('tableRow', null, fc.array(fc.oneof(node('tableCell', cellAttrs, paragraphs, false), node('tableHeader', cellAttrs, paragraphs, false)), { minLength: 1, maxLength: 3 }), false);
const code = words.map((value): BodyJson[] => [{ type: 'text', text: `\n  ${value}\n\n${value} ` }]);

const boxed: fc.Arbitrary<BodyJson> = fc.oneof(
  { arbitrary: paragraph, weight: 4 },
  node('subhead', fc.record({ lang: languageOrNull, dir: dirOrNull, level: fc.constantFrom(2, 3, 4) }), inline()),
  list(2),
  node('quote', fc.record({ attribution: text }), paragraphs),
  node('pullQuote', fc.record({ attribution: text }), inline()),
  image,
  node('gallery', null, fc.array(image, { minLength: 1, maxLength: 2 })),
  adSlot,
  node('embed', fc.record({ url: addressOrNone, provider: text, title: text, fallback: text }), null),
  node('table', fc.record({ caption: text }), fc.array(row, { minLength: 1, maxLength: 2 })),
  node('divider', null, null),
  node('preformatted', fc.record({ language: fc.constantFrom('', 'ts', 'c++', 'two words') }), fc.oneof(code, fc.constant([]))),
);
const block = fc.oneof({ arbitrary: boxed, weight: 10 }, node('factBox', fc.record({ title: text }), fc.array(boxed, { minLength: 1, maxLength: 2 })));

const contributor = fc.record({ name: words, role: fc.oneof(fc.constantFrom(...contributorRoles), text), affiliation: text, location: text, email: fc.constantFrom('', 'asha@example.org'), url: addressOrNone });
const body = fc.tuple(
  node('headline', null, inline(true)),
  node('standfirst', null, inline(true)),
  node('byline', fc.record({ contributors: fc.array(contributor, { maxLength: 3 }) }), null),
  fc.array(block, { minLength: 1, maxLength: 6 }),
).map(([headline, standfirst, byline, rest]): BodyJson => ({ type: 'doc', content: [headline, standfirst, byline, ...rest] }));

const instant = fc.integer({ min: 0, max: 2_000_000_000 }).map((seconds) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'));
const time = fc.record({ instant, zone: fc.constantFrom('Asia/Kolkata', 'Europe/Dublin', 'Etc/UTC', '+05:30'), asWritten: text });
const timeOrNull = fc.oneof(fc.constant(null), time);
const someText = () => text;
/** Metadata of every kind, the private fields included. */
const metadataArbitrary: fc.Arbitrary<Metadata> = fc.record({
  slugline: someText(), section: someText(), genre: someText(), language: fc.oneof(fc.constant(''), language), source: someText(), shortHeadline: someText(), seoTitle: someText(),
  seoDescription: someText(), socialHeadline: someText(), urlSlug: someText(), canonicalUrl: fc.constantFrom('', 'https://example.org/story'), editorialNote: someText(), internalNote: someText(),
  legal: someText(), copyright: someText(), usageTerms: someText(), closingCredits: someText(), adPolicyReason: someText(),
  adPolicy: fc.constantFrom('allowed', 'none'), subjects: fc.array(fc.record({ code: fc.constantFrom('03000000', '04000000'), name: text }), { maxLength: 2 }),
  tags: fc.array(words, { maxLength: 3 }), urgency: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 9 })),
  dateline: fc.oneof(fc.constant(null), fc.record({ place: words, country: text, date: fc.constantFrom('', '2024-03-03'), source: text, asWritten: text })),
  publishedAt: timeOrNull, updatedAt: timeOrNull,
  embargo: fc.oneof(fc.constant(null), fc.record({ until: fc.oneof(time, fc.constant('indefinite' as const)), note: text })),
  corrections: fc.array(fc.record({ at: time, kind: fc.constantFrom('correction', 'clarification', 'update', 'retraction'), text }), { maxLength: 2 }),
  targetLength: fc.oneof(fc.constant(null), fc.record({ value: fc.nat(5000), unit: fc.constantFrom('words', 'characters', 'lines') })),
}).map((value) => v.parse(metadata, value));

/** Every block gets an id of its own, in reading order. */
function numbered(json: BodyJson, counter: { next: number }): BodyJson {
  const attrs = json.attrs && 'blockId' in json.attrs ? { ...json.attrs, blockId: `b-${counter.next++}` } : json.attrs;
  return { ...json, ...(attrs ? { attrs } : {}), ...(json.content ? { content: json.content.map((child) => numbered(child, counter)) } : {}) };
}

/** Random articles; each passes `parseArticle` and is its own canonical form. */
export const articleArbitrary: fc.Arbitrary<Article> = fc.record({ id: fc.uuid({ version: 7 }), metadata: metadataArbitrary, body }).map((parts) => ({
  format: 'galley-article',
  version: 1,
  id: parts.id,
  metadata: parts.metadata,
  body: canonical(numbered(parts.body, { next: 1 })),
  comments: [],
  conflicts: [],
  images: {},
}));
