/** For tests: random edits of an article, as a person makes them. Deterministic for a list of numbers. */
import { type Article, parseArticle } from '../article.ts';
import type { BodyJson } from '../body.ts';
import { natureOf } from './tree.ts';

/** Picks by the next number of a list that starts over. */
export interface Dice {
  readonly roll: (sides: number) => number;
  readonly newId: () => string;
}

export function dice(numbers: readonly number[], prefix: string): Dice {
  let at = 0;
  let ids = 0;
  return {
    roll: (sides) => {
      at += 1;
      return ((numbers[at % numbers.length] ?? 0) + Math.floor(at / numbers.length)) % sides;
    },
    newId: () => `${prefix}-${(ids += 1)}`,
  };
}

const words = ['harbour', 'ferry', 'council', 'the', 'a', 'on', 'Monday', '桥', 'ไทย', 'جسر', 'bridge,', 'late.', '“we', 'said”', ' ', '₹4.2', '👩🏽‍🚀', 'e\u0301a'];

function randomText({ roll }: Dice): string {
  return Array.from({ length: roll(6) + 1 }, () => words[roll(words.length)] ?? 'x').join(' ');
}

type Edit = (node: BodyJson, random: Dice) => readonly BodyJson[];

const retype: Edit = (node, random) => {
  const content = [...(node.content ?? [])];
  const at = random.roll(content.length + 1);
  const old = content[at];
  if (old?.type === 'text') {
    const cut = random.roll((old.text ?? '').length + 1);
    content[at] = { ...old, text: `${(old.text ?? '').slice(0, cut)}${randomText(random)}${(old.text ?? '').slice(cut + random.roll(12))}` };
  } else content.splice(at, 1, { type: 'text', text: randomText(random) });
  return [{ ...node, content }];
};

const mark: Edit = (node, { roll }) => {
  if (node.type === 'preformatted') return [node];
  const marks = [{ type: 'italic' }, { type: 'note', attrs: { text: 'n' } }, { type: 'lang', attrs: { lang: 'hi', dir: null } }][roll(3)];
  const content = (node.content ?? []).flatMap((child) => {
    const half = Math.floor((child.text ?? '').length / 2);
    if (child.type !== 'text' || !marks || half === 0 || child.marks?.some(({ type }) => type === marks.type)) return [child];
    return [{ ...child, text: child.text?.slice(0, half) ?? '' }, { type: 'text', text: child.text?.slice(half) ?? '', marks: [...(child.marks ?? []), marks] }];
  });
  return [{ ...node, content }];
};

const split: Edit = (node, random) => {
  const content = node.content ?? [];
  const at = random.roll(content.length + 1);
  if (node.type !== 'paragraph') return [node];
  return [{ ...node, content: content.slice(0, at) }, { ...node, attrs: { ...node.attrs, blockId: random.newId() }, content: content.slice(at) }];
};

const attribute: Edit = (node, { roll }) => {
  const value = ['one', 'two', ''][roll(3)] ?? '';
  const names: Record<string, string> = { image: 'credit', adSlot: 'unit', embed: 'title', table: 'caption', pullQuote: 'attribution', preformatted: 'language' };
  const name = names[node.type];
  if (node.type === 'paragraph') return [{ ...node, attrs: { ...node.attrs, dir: [null, 'rtl', 'ltr'][roll(3)] ?? null } }];
  return [name === undefined ? node : { ...node, attrs: { ...node.attrs, [name]: value } }];
};

const turn: Edit = (node) => (node.type === 'paragraph' ? [{ type: 'subhead', attrs: { ...node.attrs, level: 3 }, ...(node.content ? { content: node.content } : {}) }] : [node]);
const remove: Edit = () => [];
const insert: Edit = (node, random) => [node, { type: 'paragraph', attrs: { blockId: random.newId() }, content: [{ type: 'text', text: randomText(random) }] }];
const insertSlot: Edit = (node, random) => [{ type: 'adSlot', attrs: { blockId: random.newId(), slotId: `ad-${random.roll(9)}` } }, node];
const wrap: Edit = (node, random) => (node.type === 'paragraph' ? [{ type: 'quote', attrs: { blockId: random.newId() }, content: [node] }] : [node]);
const unwrap: Edit = (node) => (node.type === 'quote' || node.type === 'factBox' ? (node.content ?? [node]) : [node]);
const box: Edit = (node, random) => (node.type === 'factBox' ? [node] : [{ type: 'factBox', attrs: { blockId: random.newId() }, content: [node] }]);

const edits: readonly Edit[] = [retype, retype, mark, split, attribute, turn, remove, insert, insertSlot, wrap, unwrap, box];

/** All ids new. */
export function renewIds(given: Article, { newId }: Dice): Article {
  const visit = (node: BodyJson): BodyJson => ({
    ...node,
    ...(node.attrs && 'blockId' in node.attrs ? { attrs: { ...node.attrs, blockId: newId() } } : {}),
    ...(node.content ? { content: node.content.map(visit) } : {}),
  });
  return { ...given, body: visit(given.body) };
}

/** One edit at one place; an edit that would not leave an article is left out. */
export function editOnce(given: Article, random: Dice): Article {
  const kind = random.roll(edits.length + 3);
  if (kind === edits.length) return move(given, random);
  if (kind === edits.length + 1) return renewIds(given, random);
  if (kind === edits.length + 2) return { ...given, metadata: { ...given.metadata, slugline: randomText(random), tags: [randomText(random)] } };
  let target = random.roll(countOf(given.body));
  const visit = (node: BodyJson): readonly BodyJson[] => {
    target -= 1;
    if (target === -1) return edits[kind]?.(node, random) ?? [node];
    return [node.content && natureOf(node.type) === 'container' ? { ...node, content: node.content.flatMap(visit) } : node];
  };
  return accepted(given, { ...given.body, content: (given.body.content ?? []).flatMap(visit) });
}

function move(given: Article, { roll }: Dice): Article {
  const content = [...(given.body.content ?? [])];
  const [taken] = content.splice(3 + roll(content.length - 3), 1);
  if (taken) content.splice(3 + roll(content.length - 2), 0, taken);
  return accepted(given, { ...given.body, content });
}

function accepted(given: Article, body: BodyJson): Article {
  const parsed = parseArticle({ ...given, body });
  return parsed.ok ? parsed.value : given;
}

function countOf(node: BodyJson): number {
  return (node.content ?? []).reduce((sum, child) => sum + 1 + (natureOf(child.type) === 'container' ? countOf(child) : 0), 0);
}
