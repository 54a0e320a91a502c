import { describe, expect, it } from 'vitest';
import { bodyOf, emptyArticle, nodeToJson, parseArticle } from './article.ts';
import type { BodyJson } from './body.ts';
import { blocks } from './blocks/index.ts';
import example from './example.json' with { type: 'json' };
import { marks } from './marks/index.ts';

type Loose = Record<string, unknown>;

/** A copy of the example that a test may damage. */
function damaged(change: (article: Loose & { body: { content: Loose[] } & Loose; metadata: Loose }) => void): unknown {
  const copy = structuredClone(example) as unknown as Loose & { body: { content: Loose[] } & Loose; metadata: Loose };
  change(copy);
  return copy;
}

function refusal(json: unknown): string {
  const parsed = parseArticle(json);
  if (parsed.ok) throw new Error('was accepted');
  return `${parsed.error.code} ${parsed.error.path}`;
}

function typesIn(node: BodyJson, found = new Set<string>()): Set<string> {
  found.add(node.type);
  for (const mark of node.marks ?? []) found.add(mark.type);
  for (const child of node.content ?? []) typesIn(child, found);
  return found;
}

describe('the example', () => {
  it('is in canonical form: parsing and writing it again changes nothing', () => {
    const parsed = parseArticle(example);
    expect(parsed).toMatchObject({ ok: true });
    if (!parsed.ok) return;
    expect(JSON.stringify(parsed.value)).toBe(JSON.stringify(example));
    expect(JSON.stringify(nodeToJson(bodyOf(parsed.value)))).toBe(JSON.stringify(example.body));
  });

  it('shows every node and every mark', () => {
    const found = typesIn(example.body as BodyJson);
    for (const name of [...Object.keys(blocks), ...Object.keys(marks), 'hardBreak']) expect(found, name).toContain(name);
  });
});

describe('parseArticle', () => {
  it('gives a new article three empty fields and one empty paragraph', () => {
    const article = emptyArticle();
    expect(parseArticle(article)).toEqual({ ok: true, value: article });
    expect(article.body.content?.map((node) => node.type)).toEqual(['headline', 'standfirst', 'byline', 'paragraph']);
  });

  it('writes every missing attribute and field with its default', () => {
    const parsed = parseArticle({
      format: 'galley-article', version: 1, id: example.id, metadata: {},
      body: { type: 'doc', content: [
        { type: 'headline', attrs: { blockId: 'h' } }, { type: 'standfirst', attrs: { blockId: 's' } }, { type: 'byline', attrs: { blockId: 'b' } },
        { type: 'subhead', attrs: { blockId: 'x' } }, { type: 'image', attrs: { blockId: 'i' } }, { type: 'adSlot', attrs: { blockId: 'a' } },
      ] },
    });
    if (!parsed.ok) throw new Error(parsed.error.message);
    expect(parsed.value.metadata.adPolicy).toBe('allowed');
    expect(parsed.value.metadata.tags).toEqual([]);
    const [, , byline, subhead, image, adSlot] = parsed.value.body.content ?? [];
    expect(byline?.attrs).toEqual({ blockId: 'b', contributors: [] });
    expect(subhead?.attrs).toEqual({ blockId: 'x', lang: null, dir: null, level: 2 });
    expect(image?.attrs?.['role']).toBe('inline');
    expect(adSlot?.attrs?.['label']).toBe('Advertisement');
  });

  it.each<[string, unknown, string]>([
    ['an unknown node', damaged((a) => a.body.content.push({ type: 'marquee', attrs: {} })), 'unknown-node body.content.17'],
    ['a mark used as a node', damaged((a) => a.body.content.push({ type: 'bold' })), 'unknown-node body.content.17'],
    ['an unknown mark', damaged((a) => a.body.content.push({ type: 'paragraph', attrs: { blockId: 'p' }, content: [{ type: 'text', text: 'x', marks: [{ type: 'blink' }] }] })), 'unknown-mark body.content.17.content.0.marks.0'],
    ['an unknown attribute', damaged((a) => a.body.content.push({ type: 'paragraph', attrs: { blockId: 'p', onclick: 'x' } })), 'bad-attribute body.content.17.attrs.onclick'],
    ['an attribute of the wrong type', damaged((a) => a.body.content.push({ type: 'subhead', attrs: { blockId: 'p', level: 7 } })), 'bad-attribute body.content.17.attrs.level'],
    ['a missing blockId', damaged((a) => a.body.content.push({ type: 'paragraph', attrs: {} })), 'block-id-missing body.content.17.attrs.blockId'],
    ['a repeated blockId', damaged((a) => a.body.content.push({ type: 'paragraph', attrs: { blockId: '018e0000-0000-7000-8000-000000000001' } })), 'block-id-repeated body.content.17.attrs.blockId'],
    ['a blockId with a slash', damaged((a) => a.body.content.push({ type: 'paragraph', attrs: { blockId: 'a/b' } })), 'bad-attribute body.content.17.attrs.blockId'],
    ['a body without its fields', damaged((a) => a.body.content.splice(0, 1)), 'bad-content body'],
    ['a fact box in a fact box', damaged((a) => a.body.content.push({ type: 'factBox', attrs: { blockId: 'f' }, content: [{ type: 'factBox', attrs: { blockId: 'g' }, content: [{ type: 'divider', attrs: { blockId: 'd' } }] }] })), 'bad-content body'],
    ['an unknown metadata field', damaged((a) => Object.assign(a.metadata, { mood: 'x' })), 'bad-article metadata.mood'],
    ['a newer version', damaged((a) => Object.assign(a, { version: 2 })), 'newer-version version'],
    ['a list', [], 'bad-article format'],
    ['null', null, 'bad-article '],
  ])('refuses %s by name', (_what, json, expected) => {
    expect(refusal(json)).toBe(expected);
  });

  it('refuses nesting beyond 200 levels before any recursion can fail', () => {
    let nested: unknown = { type: 'paragraph', attrs: { blockId: 'deep' } };
    for (let level = 0; level < 100_000; level++) nested = { type: 'quote', attrs: { blockId: `q${level}` }, content: [nested] };
    expect(refusal(damaged((a) => a.body.content.push(nested as Loose)))).toMatch(/^too-deep/);
  });

  it('does not take names of Object.prototype for nodes or marks', () => {
    expect(refusal(damaged((a) => a.body.content.push({ type: 'constructor', attrs: { blockId: 'c' } })))).toMatch(/^unknown-node/);
    expect(refusal(damaged((a) => a.body.content.push({ type: 'paragraph', attrs: { blockId: 'c' }, content: [{ type: 'text', text: 'x', marks: [{ type: 'toString' }] }] })))).toMatch(/^unknown-mark/);
  });
});
