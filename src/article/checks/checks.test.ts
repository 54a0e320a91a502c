import { describe, expect, it } from 'vitest';
import { type Article, emptyArticle, parseArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import type { Metadata } from '../metadata.ts';
import { checkArticle, type CheckOptions, createChecker, fixFinding, gateOf, type RuleId } from './index.ts';

const picture = `sha256-${'b'.repeat(64)}`;
const now = '2024-03-03T12:00:00Z';
const link = (href: string): NonNullable<BodyJson['marks']> => [{ type: 'link', attrs: { href } }];
const text = (value: string, marks?: BodyJson['marks']): BodyJson => ({ type: 'text', text: value, ...(marks ? { marks } : {}) });
let lastId = 0;
const block = (type: string, content: string | readonly BodyJson[] = '', attrs: Record<string, unknown> = {}): BodyJson => ({
  type, attrs: { blockId: `c-${(lastId += 1)}`, ...attrs }, ...(content === '' ? {} : { content: typeof content === 'string' ? [text(content)] : content }),
});
const para = (content: string | readonly BodyJson[], attrs = {}): BodyJson => block('paragraph', content, attrs);
const image = (attrs = {}): BodyJson => block('image', 'The pier', { imageId: picture, alt: 'A pier at low tide', credit: 'Ana Lima', ...attrs });
const slot = (attrs = {}): BodyJson => block('adSlot', '', { slotId: `ad-${(lastId += 1)}`, sizes: [[300, 250]], reserve: 250, ...attrs });
const sentence = 'The council voted on Tuesday to keep the two ferries running until the new crossing opens. ';
const long = (): BodyJson => para(sentence.repeat(8).trim());

interface Parts {
  readonly headline?: string;
  readonly standfirst?: string;
  readonly contributors?: unknown;
  readonly metadata?: Partial<Metadata>;
  readonly images?: Article['images'];
  readonly conflicts?: readonly unknown[];
}

/** An article nothing is wrong with, but for what the parts say. */
function article(blocks: readonly BodyJson[], parts: Parts = {}): Article {
  const empty = emptyArticle();
  const stored = { fileName: 'pier.jpg', mediaType: 'image/jpeg', width: 1600, height: 900, bytes: 9000, fromFile: {} };
  const parsed = parseArticle({
    ...empty, images: parts.images ?? { [picture]: stored }, conflicts: parts.conflicts ?? [],
    metadata: { ...empty.metadata, slugline: 'FERRY/VOTE', section: 'City', language: 'en-GB', ...parts.metadata },
    body: { type: 'doc', content: [
      block('headline', parts.headline ?? 'Council keeps the ferries'), block('standfirst', parts.standfirst ?? 'Two boats stay in service'),
      block('byline', '', { contributors: parts.contributors ?? [{ name: 'Ines Moreau', role: 'written-by', email: 'ines@example.org', url: 'https://example.org/ines' }] }), ...blocks,
    ] },
  });
  if (!parsed.ok) throw new Error(`${parsed.error.path} ${parsed.error.message}`);
  return parsed.value;
}

const rulesOf = (given: Article, options: CheckOptions = {}): RuleId[] => checkArticle(given, { now, ...options }).map(({ rule }) => rule);
const fixed = (given: Article, rule: RuleId, options: CheckOptions = {}): Article => {
  const finding = checkArticle(given, { now, ...options }).find((one) => one.rule === rule);
  const result = finding && fixFinding(given, finding, options);
  if (!result) throw new Error(`${rule} was not mended`);
  return result;
};
const inline = (given: Article): string => JSON.stringify(given.body.content?.slice(3).map((node) => node.content?.map(({ text: value }) => value).join('')));

const clean = (): Article => article([image(), long(), slot(), long(), block('subhead', 'What happens next'), long(), block('quote', [para('“We would rather be late than wrong,” she said.')], { attribution: 'the chief engineer' }), para([text('Read the '), text('audit', link('https://example.org/audit')), text('.')])]);
const time = (instant: string): Metadata['publishedAt'] => ({ instant, zone: 'Asia/Kolkata', asWritten: '' });

describe('no false alarms', () => {
  it('in ordinary copy', () => {
    expect(rulesOf(clean())).toEqual([]);
  });

  it.each([
    'Super Bowl XX was played in 1986, Pope John XXIII died in 1963.', 'She had had enough, and that that was so was clear.', 'Duran Duran played on.', 'He is 6\' 2" tall.',
    'A T-shirt in XXL; the URL is example.org.', 'Ha ha, she said.', 'It cost ₹4.2 lakh, “a lot”, he said.', 'Café au lait – 12 °C — 5×7…', '“One “two” three,” he said.',
  ])('%s', (copy) => {
    expect(rulesOf(article([para(copy)]))).toEqual([]);
  });

  it('where a quotation runs over paragraphs, or code has straight marks', () => {
    expect(rulesOf(article([para('“First part.'), para('“Second part,” she said.')]))).toEqual([]);
    expect(rulesOf(article([para([text('Run '), text('say  "XX"', [{ type: 'code' }])]), block('preformatted', 'a  "TK"')]))).toEqual([]);
  });

  it('where other languages double words or quote in their own way', () => {
    expect(rulesOf(article([para('धीरे धीरे रे मना')], { metadata: { language: 'hi' } }))).toEqual([]);
    expect(rulesOf(article([para('„Wir warten“, sagte sie, »noch«.')], { metadata: { language: 'de' } }))).toEqual([]);
  });

  it('of a decorative picture, of terms still running, of suggestions that are not taken', () => {
    const suggestion = [{ type: 'insertion', attrs: { id: 's', author: 'x', at: '' } }];
    expect(rulesOf(article([image({ decorative: true, alt: '', credit: '' }), image({ usageTerms: 'Web and print until 2024-03-03' }), para([text('Well.'), text(' TK', suggestion)])]))).toEqual([]);
  });
});

describe('places', () => {
  it('are offsets in the inline content, a hard break counting one', () => {
    const found = checkArticle(article([para([text('One'), { type: 'hardBreak' }, text('two TK '), text('x', [{ type: 'bold' }])], { blockId: 'here' })]), { now });
    expect(found).toMatchObject([{ rule: 'placeholder-text', blockId: 'here', field: null, from: 8, to: 10, fix: false }]);
  });

  it('name the attribute of the block', () => {
    expect(checkArticle(article([image({ blockId: 'i', alt: '' })]), { now })).toMatchObject([{ blockId: 'i', field: 'alt' }]);
  });

  it('reach into table cells', () => {
    const table = block('table', [{ type: 'tableRow', content: [{ type: 'tableCell', content: [para('TK', { blockId: 'cell' })] }] }]);
    expect(checkArticle(article([table]), { now })).toMatchObject([{ blockId: 'cell', from: 0, to: 2 }]);
  });
});

describe('fixes', () => {
  it.each([
    ['double-space', 'One.  Two.', 'One. Two.'], ['repeated-word', 'In the the end.', 'In the end.'], ['straight-quote', 'It\'s late.', 'It’s late.'], ['straight-quote', '"Late, he said.', '“Late, he said.'],
    ['straight-quote', "Rock 'n’ roll.", 'Rock ’n’ roll.'], ['straight-quote', "Rock ’n' roll.", 'Rock ’n’ roll.'], ['straight-quote', "Let 'em in.", 'Let ’em in.'], ['straight-quote', "An 'n-th’ time.", 'An ‘n-th’ time.'],
  ] as const)('%s: %s', (rule, before, after) => {
    expect(inline(fixed(article([para(before)]), rule))).toBe(JSON.stringify([after]));
  });

  it('take the quotation marks of the language', () => {
    const given = article([para('Er sagte: "Ja."')], { metadata: { language: 'de-DE' } });
    expect(inline(fixed(fixed(given, 'straight-quote'), 'straight-quote'))).toBe(JSON.stringify(['Er sagte: „Ja.“']));
  });

  it('keep marks and the rest of the block', () => {
    const given = article([para([text('a'), text(' ', [{ type: 'bold' }]), text(' b'), text('c', link('https://example.org/'))])]);
    expect(fixed(given, 'double-space').body.content?.[3]?.content).toEqual([{ type: 'text', text: 'a' }, { type: 'text', text: ' ', marks: [{ type: 'bold' }] }, { type: 'text', text: 'b' }, { type: 'text', text: 'c', marks: link('https://example.org/') }]);
  });

  it('house style, links, ad slots', () => {
    const options = { terms: [{ wrong: 'chairman', right: 'chair' }] };
    expect(inline(fixed(article([para('The chairman spoke.')]), 'house-style', options))).toBe(JSON.stringify(['The chair spoke.']));
    expect(fixed(article([para([text('x', link(''))])]), 'link-empty').body.content?.[3]?.content).toEqual([{ type: 'text', text: 'x' }]);
    for (const attrs of [{ label: '' }, { reserve: null }]) {
      const rule = 'label' in attrs ? 'ad-label-missing' : 'ad-reserve-missing';
      expect(rulesOf(fixed(article([long(), slot(attrs), long()]), rule))).toEqual([]);
    }
    const twins = article([long(), long(), slot({ slotId: 'ad-1' }), long(), long(), slot({ slotId: 'ad-1' }), long(), long()]);
    expect(rulesOf(fixed(twins, 'ad-id-duplicate'))).toEqual([]);
    expect(rulesOf(fixed(article([long(), slot(), long()], { metadata: { adPolicy: 'none' } }), 'ad-policy'))).toEqual([]);
  });

  it('refuse where the text has changed since, or the block has suggestions', () => {
    const finding = checkArticle(article([para('One.  Two.', { blockId: 'p' })]), { now })[0];
    if (!finding) throw new Error('nothing found');
    expect(fixFinding(article([para('Other text here.', { blockId: 'p' })]), finding)).toBeNull();
    expect(fixFinding(article([long()]), finding)).toBeNull();
    const suggested = article([para([text('New ', [{ type: 'insertion', attrs: { id: 's', author: 'x', at: '' } }]), text('One.  Two.')], { blockId: 'p' })]);
    expect(fixFinding(suggested, finding)).toBeNull();
  });
});

describe('the gate', () => {
  const gate = (given: Article, at = now): ReturnType<typeof gateOf> => gateOf(given, checkArticle(given, { now: at }), { now: at });
  const embargoed = article([long()], { metadata: { embargo: { until: time('2024-03-04T00:30:00Z') ?? 'indefinite', note: '' } } });

  it('is open with warnings and notes, shut by an error', () => {
    expect(gate(article([para('One.  Two.')], { standfirst: '' }))).toEqual({ shut: false, blocking: [] });
    expect(gate(article([long()], { headline: '' }))).toMatchObject({ shut: true, blocking: [{ rule: 'headline-missing' }] });
  });

  it('is shut until an embargo ends and says until when, with the zone', () => {
    expect(gate(embargoed)).toMatchObject({ shut: true, blocking: [{ rule: 'embargo', message: expect.stringMatching(/4 March 2024, 06:00 \S/u) as string }] });
    expect(gate(embargoed, '2024-03-04T00:30:00Z').shut).toBe(false);
  });

  it('looks at the clock again: findings from before do not count for the embargo', () => {
    expect(gateOf(embargoed, checkArticle(embargoed, { now }), { now: '2024-03-05T00:00:00Z' }).shut).toBe(false);
    expect(gateOf(embargoed, [], { now }).shut).toBe(true);
  });

  it('is shut by undecided conflicts', () => {
    expect(gate(article([long()], { conflicts: [{}, {}] })).blocking).toMatchObject([{ rule: 'merge-conflict', message: '2 conflicts between versions are undecided. Decide which text stands.' }]);
  });
});

describe('the newsroom’s levels', () => {
  const given = (): Article => article([para('One.  Two.'), image({ alt: '' })]);
  it('make a finding more or less, or nothing, and the gate obeys', () => {
    const levels = { 'double-space': { level: 'error' }, 'image-alt-missing': { level: 'off' } } as const;
    const findings = checkArticle(given(), { now, levels });
    expect(findings.map(({ rule, level }) => [rule, level])).toEqual([['double-space', 'error']]);
    expect(gateOf(given(), findings, { now, levels }).blocking).toEqual(findings);
    expect(gateOf(given(), checkArticle(given(), { now, levels: { 'image-alt-missing': { level: 'note' } } }), { now }).shut).toBe(false);
  });

  it('never lift an embargo or a conflict', () => {
    const held = article([long()], { metadata: { embargo: { until: 'indefinite', note: '' } }, conflicts: [{}] });
    const levels = { embargo: { level: 'off' }, 'merge-conflict': { level: 'note' } } as const;
    expect(checkArticle(held, { now, levels }).map(({ level }) => level)).toEqual(['error', 'error']);
    expect(gateOf(held, [], { now, levels }).blocking).toHaveLength(2);
  });
});

describe('the rights table', () => {
  const given = (): Article => article([para('One. Two.'), image({ usageTerms: 'Nicht für  SOZIALE Medien' })]);
  const stops = { uses: ['web', 'social'], table: [{ words: 'nicht für soziale Medien', forbids: ['social'], level: 'error' }] } as const;
  const rights = { uses: [...stops.uses], table: stops.table.map((row) => ({ ...row, forbids: [...row.forbids] })) };
  it('stops what its row stops, names the use, and finds its words whatever capitals and blanks', () => {
    const findings = checkArticle(given(), { now, rights });
    expect(findings.map(({ rule, level, message }) => [rule, level, message.includes('social media')])).toEqual([['usage-mismatch', 'error', true]]);
    expect(gateOf(given(), findings, { now }).shut).toBe(true);
  });
  it('says nothing of a use the newsroom does not make, or of words inside others', () => {
    expect(checkArticle(given(), { now, rights: { ...rights, uses: ['web'] } })).toEqual([]);
    expect(checkArticle(given(), { now, rights: { ...rights, table: [{ words: 'nicht für sozi', forbids: ['social'], level: 'error' }] } })).toEqual([]);
  });
  it('weighs what the newsroom set for the rule first', () => {
    expect(checkArticle(given(), { now, rights, levels: { 'usage-mismatch': { level: 'note' } } }).map(({ level }) => level)).toEqual(['note']);
  });
});

it('a checker does not look again at blocks that stayed', () => {
  const given = article([para('TK'), long()]);
  const checker = createChecker({ now });
  const first = checker.check(given);
  const next = checker.check({ ...given, body: { ...given.body, content: [...(given.body.content ?? []).slice(0, 4), para('XX')] } });
  expect(next.filter(({ rule }) => rule === 'placeholder-text')).toHaveLength(2);
  expect(next[0]).toBe(first[0]);
  expect(checker.check({ ...given, metadata: { ...given.metadata, language: 'de' } })[0]).not.toBe(first[0]);
});
