/**
 * Which block of A is which block of B: the fields by their names, then by id, then by likeness.
 * Likeness looks only below parents that are themselves paired; what is left over there is looked for anywhere else, and
 * what is left over even then is paired where it faces its like between paired neighbours.
 */
import { align, alignUnique, type Match } from './sequence.ts';
import { pairFacing } from './facing.ts';
import { likeness, wordsOf } from './likeness.ts';
import { type Block, type BlockTree, isField, printOf } from './tree.ts';

/** Blocks more alike than this are the same block, edited. */
const alike = 0.5;
/** Pairs looked at in one gap; in a larger one only blocks at about the same place. */
const mostPairsInGap = 2500;
/** Differing blocks among siblings beyond which order no longer helps to pair them. */
const mostSiblingEdits = 500;
/** A word in more blocks than this says nothing about likeness. */
const commonWord = 20;

export class Pairing {
  private readonly inB = new Map<Block, Block>();
  private readonly inA = new Map<Block, Block>();
  /** Whether any block, the fields included, has the same id on both sides; where none has, ids say nothing at all. */
  sharesIds = false;

  partnerOf(block: Block): Block | undefined {
    return this.inB.get(block) ?? this.inA.get(block);
  }

  pair(a: Block, b: Block): void {
    this.inB.set(a, b);
    this.inA.set(b, a);
  }

  /** Containers paired so far whose children may still have to be paired, as [in A, in B]. */
  entries(): [Block, Block][] {
    return [...this.inB];
  }
}

export function pairBlocks(a: BlockTree, b: BlockTree): Pairing {
  const pairing = new Pairing();
  pairing.pair(a.root, b.root);
  pairKnown(a, b, pairing);
  const work = pairing.entries();
  do {
    for (let next = work.pop(); next; next = work.pop()) pairChildren(next[0], next[1], pairing, work);
    pairElsewhere(leftOver(a, pairing), leftOver(b, pairing), pairing, work);
    if (work.length === 0) work.push(...pairFacing(pairing));
  } while (work.length > 0);
  return pairing;
}

/** Fields by name and all else by id. */
function pairKnown(a: BlockTree, b: BlockTree, pairing: Pairing): void {
  const inB = new Map(b.all.map((block) => [isField(block.node.type) ? block.node.type : `#${block.id}`, block]));
  for (const block of a.all) {
    const isNamed = isField(block.node.type);
    const partner = inB.get(isNamed ? block.node.type : `#${block.id}`);
    if (!partner) continue;
    pairing.pair(block, partner);
    pairing.sharesIds ||= block.id === partner.id;
  }
}

/** Pairs two equal blocks and everything in them. */
function pairEqual(a: Block, b: Block, pairing: Pairing): void {
  if (pairing.partnerOf(a) || pairing.partnerOf(b)) return;
  pairing.pair(a, b);
  for (const [index, child] of a.children.entries()) {
    const partner = b.children[index];
    if (partner) pairEqual(child, partner, pairing);
  }
}

function pairLike(a: Block, b: Block, pairing: Pairing, work: [Block, Block][]): void {
  pairing.pair(a, b);
  work.push([a, b]);
}

/** Below paired parents: equal blocks in order, then like ones in the gaps between them. */
function pairChildren(a: Block, b: Block, pairing: Pairing, work: [Block, Block][]): void {
  const isFree = (block: Block): boolean => !pairing.partnerOf(block);
  if (!a.children.some(isFree) || !b.children.some(isFree)) return;
  const numbers = new Map<Block | string, number>();
  const numberOf = (key: Block | string): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  const keysA = a.children.map((child) => numberOf(isFree(child) ? printOf(child.node) : child));
  const keysB = b.children.map((child) => numberOf(isFree(child) ? printOf(child.node) : (pairing.partnerOf(child) ?? child)));
  const matches = matchesOf(keysA, keysB);
  let nextA = 0;
  let nextB = 0;
  const gaps: [Block[], Block[]][] = [];
  for (const [inA, inB] of [...matches, [a.children.length, b.children.length] as const]) {
    gaps.push([a.children.slice(nextA, inA), b.children.slice(nextB, inB)]);
    const [one, other] = [a.children[inA], b.children[inB]];
    if (one && other) pairEqual(one, other, pairing);
    nextA = inA + 1;
    nextB = inB + 1;
  }
  for (const [inA, inB] of gaps) pairGap(inA.filter(isFree), inB.filter(isFree), pairing, work);
}

/** In order as many as there are; place by place where that costs no more, as between equal blocks of which some were rewritten. */
function matchesOf(a: readonly number[], b: readonly number[]): readonly Match[] {
  const inOrder = align(a, b, mostSiblingEdits) ?? alignUnique(a, b);
  const inPlace = a.flatMap((value, index): Match[] => (value === b[index] ? [[index, index]] : []));
  const isCheaper = a.length === b.length && a.length - inPlace.length <= a.length - inOrder.length;
  return isCheaper ? inPlace : inOrder;
}

function pairGap(a: readonly Block[], b: readonly Block[], pairing: Pairing, work: [Block, Block][]): void {
  if (a.length === 0 || b.length === 0) return;
  const reach = a.length * b.length <= mostPairsInGap ? Infinity : Math.ceil(mostPairsInGap / a.length / 2);
  const atSamePlace = (index: number, place: number): boolean => Math.min(Math.abs(index - place), Math.abs(a.length - index - (b.length - place))) <= reach;
  const candidates: Candidate[] = [];
  for (const [index, one] of a.entries()) {
    for (const [place, other] of b.entries()) {
      if (!atSamePlace(index, place)) continue;
      const score = likeness(one, other);
      if (score > alike) candidates.push({ one, other, score, distance: Math.abs(index - place) });
    }
  }
  pairBest(candidates, pairing, work);
}

interface Candidate {
  readonly one: Block;
  readonly other: Block;
  readonly score: number;
  readonly distance: number;
}

/** The most alike first, the nearer where two are equally alike. */
function pairBest(candidates: readonly Candidate[], pairing: Pairing, work: [Block, Block][]): void {
  for (const { one, other } of candidates.filter(({ score }) => score > alike).sort((x, y) => y.score - x.score || x.distance - y.distance)) {
    if (!pairing.partnerOf(one) && !pairing.partnerOf(other)) pairLike(one, other, pairing, work);
  }
}

/** Unpaired blocks whose parent is paired; what an unpaired block holds goes or comes with it. */
function leftOver(tree: BlockTree, pairing: Pairing): Block[] {
  return tree.all.filter((block) => !pairing.partnerOf(block) && block.parent && pairing.partnerOf(block.parent));
}

/** Blocks that were moved: equal ones in order, then, through an index of rarer words, like ones. */
function pairElsewhere(a: readonly Block[], b: readonly Block[], pairing: Pairing, work: [Block, Block][]): void {
  if (a.length === 0 || b.length === 0) return;
  const equal = new Map<string, Block[]>();
  for (const block of a.toReversed()) {
    const alreadyThere = equal.get(printOf(block.node));
    if (alreadyThere) alreadyThere.push(block);
    else equal.set(printOf(block.node), [block]);
  }
  for (const block of b) {
    const partner = equal.get(printOf(block.node))?.pop();
    if (partner) pairEqual(partner, block, pairing);
  }
  const restA = a.filter((block) => !pairing.partnerOf(block));
  const byWord = new Map<string, number[]>();
  for (const [index, block] of restA.entries()) {
    for (const word of wordsOf(block).bag.keys()) {
      const places = byWord.get(word);
      if (!places) byWord.set(word, [index]);
      else if (places.length <= commonWord) places.push(index);
    }
  }
  pairBest(b.filter((block) => !pairing.partnerOf(block)).flatMap((block) => candidatesFor(block, restA, byWord)), pairing, work);
}

function candidatesFor(block: Block, inA: readonly Block[], byWord: ReadonlyMap<string, readonly number[]>): Candidate[] {
  const votes = new Map<number, number>();
  for (const word of wordsOf(block).bag.keys()) {
    const places = byWord.get(word);
    if (places && places.length <= commonWord) for (const place of places) votes.set(place, (votes.get(place) ?? 0) + 1);
  }
  const best = [...votes].sort((x, y) => y[1] - x[1]).slice(0, 3);
  return best.flatMap(([place]) => {
    const one = inA[place];
    return one ? [{ one, other: block, score: likeness(one, block), distance: Math.abs(one.index - block.index) }] : [];
  });
}
