/**
 * Blocks are paired (pair.ts), what stays in place is found (sequence.ts), and each
 * paired block is compared by words, marks and attributes. Own code rather than prosemirror-changeset, whose encoder does
 * not see marks and attributes and gives up on long documents.
 */
import type { Article } from '../article.ts';
import type { BodyJson } from '../body.ts';
import type { AttributeChange, BlockChange, ComparedRow, TextChange } from './comparison.ts';
import { compareMarks, markedText } from './inline.ts';
import { type Pairing, pairBlocks } from './pair.ts';
import { longestRising } from './sequence.ts';
import { type Block, blockTree, isField, isSame, natureOf, shellOf } from './tree.ts';
import { compareText } from './words.ts';

/** A changed block whose words have not been compared. */
export interface UnreadPair {
  /** Its row. */
  readonly at: number;
  readonly read: () => Pick<BlockChange, 'text' | 'marks' | 'attrs'>;
}

/** The body of two articles, both without suggestions. */
export class BlockComparison {
  readonly unread: UnreadPair[] = [];
  private readonly rows: ComparedRow[] = [];
  private readonly a;
  private readonly b;
  private readonly pairing: Pairing;

  constructor(private readonly before: Article, private readonly after: Article) {
    this.a = blockTree(before.body);
    this.b = blockTree(after.body);
    this.pairing = pairBlocks(this.a, this.b);
  }

  compare(): ComparedRow[] {
    this.compareChildren(this.a.root, this.b.root);
    return this.rows;
  }

  private list(block: Block, change: BlockChange): void {
    this.rows.push({ change, node: change.after ?? change.before ?? block.node, around: typesAround(block) });
  }

  private compareChildren(a: Block, b: Block): void {
    const stayed = b.children.map((child) => this.pairing.partnerOf(child)).filter((partner) => partner?.parent === a);
    const inPlace = placesThatStay(stayed);
    let nextInA = 0;
    const listRemovedUpTo = (end: number): void => {
      for (; nextInA < end; nextInA += 1) {
        const child = a.children[nextInA];
        if (child && !this.pairing.partnerOf(child)) this.listRemoved(child);
      }
    };
    for (const child of b.children) {
      const partner = this.pairing.partnerOf(child);
      if (!partner) this.listAdded(child);
      else {
        const moved = partner.parent !== a || !inPlace.has(partner);
        if (!moved) listRemovedUpTo(partner.index);
        this.comparePair(partner, child, moved);
      }
    }
    listRemovedUpTo(a.children.length);
  }

  private comparePair(a: Block, b: Block, moved: boolean): void {
    // The block itself, what it holds left out.
    const [before, after] = [shellOf(a.node), shellOf(b.node)];
    const fileName = this.compareFileName(a.node, b.node);
    const hasChanged = fileName.length > 0 || !isSame(before, after);
    if (hasChanged) this.unread.push({ at: this.rows.length, read: () => compareContent(before, after, fileName) });
    if (moved || hasChanged) {
      const text = hasChanged ? [...wholeText(before, 'delete'), ...wholeText(after, 'insert')] : wholeText(after, 'same');
      this.list(b, {
        change: hasChanged ? 'changed' : 'moved', blockId: a.id, type: b.node.type, parent: this.idInA(b.parent), from: a.index, to: b.index, moved,
        before, after, text, marks: [], attrs: [],
      });
    } else this.rows.push({ change: null, node: after, around: typesAround(b) });
    if (a.children.length > 0 || b.children.length > 0) this.compareChildren(a, b);
  }

  /** The same picture under another file name; where either side knows no file there is nothing to compare. */
  private compareFileName(a: BodyJson, b: BodyJson): AttributeChange[] {
    const [idA, idB] = [a.attrs?.['imageId'], b.attrs?.['imageId']];
    if (b.type !== 'image' || typeof idA !== 'string' || idA !== idB) return [];
    const [before, after] = [this.before.images[idA]?.fileName, this.after.images[idA]?.fileName];
    return before === undefined || after === undefined || before === after ? [] : [{ name: 'fileName', before, after }];
  }

  private listRemoved(block: Block): void {
    const before = this.withoutPaired(block);
    this.list(block, {
      change: 'removed', blockId: block.id, type: block.node.type, parent: block.parent?.id || null, from: block.index, to: null, moved: false,
      before, after: null, text: wholeText(before, 'delete'), marks: [], attrs: [],
    });
  }

  private listAdded(block: Block): void {
    const after = this.withoutPaired(block);
    this.list(block, {
      change: 'added', blockId: block.id, type: block.node.type, parent: this.idInA(block.parent), from: null, to: block.index, moved: false,
      before: null, after, text: wholeText(after, 'insert'), marks: [], attrs: [],
    });
    this.listMovedInto(block);
  }

  /** Blocks that were there before and now stand in an added one. */
  private listMovedInto(added: Block): void {
    for (const child of added.children) {
      const partner = this.pairing.partnerOf(child);
      if (partner) this.comparePair(partner, child, true);
      else this.listMovedInto(child);
    }
  }

  /** A block with all it holds, but for blocks that are listed on their own because the other side has them. */
  private withoutPaired(block: Block): BodyJson {
    const kept = block.children.filter((child) => !this.pairing.partnerOf(child));
    if (block.children.length === 0) return block.node;
    const shell = shellOf(block.node);
    return kept.length > 0 ? { ...shell, content: kept.map((child) => this.withoutPaired(child)) } : shell;
  }

  private idInA(parent: Block | null): string | null {
    if (!parent || parent.id === '') return null;
    return this.pairing.partnerOf(parent)?.id ?? parent.id;
  }
}

/** As many as possible stay, so that k moved blocks are k; the fields always do. */
function placesThatStay(partners: readonly (Block | undefined)[]): Set<Block> {
  const blocks = partners.filter((block) => block !== undefined);
  const rising = longestRising(blocks.map(({ index }) => index));
  return new Set(blocks.filter((block, index) => rising.has(index) || isField(block.node.type)));
}

function typesAround({ parent }: Block): string[] {
  return parent && parent.id !== '' ? [...typesAround(parent), parent.node.type] : [];
}

function wholeText(node: BodyJson, op: TextChange['op']): TextChange[] {
  const { text } = markedText(node);
  return text === '' ? [] : [{ op, text }];
}

function compareContent(before: BodyJson, after: BodyJson, fileName: readonly AttributeChange[]): Pick<BlockChange, 'text' | 'marks' | 'attrs'> {
  const [one, other] = [markedText(before), markedText(after)];
  const text = compareText(one.text, other.text);
  return { text, marks: compareMarks(one, other, text), attrs: [...compareAttributes(before, after), ...fileName] };
}

function compareAttributes(a: BodyJson, b: BodyJson): AttributeChange[] {
  const changes: AttributeChange[] = a.type === b.type ? [] : [{ name: 'type', before: a.type, after: b.type }];
  for (const name of new Set([...Object.keys(a.attrs ?? {}), ...Object.keys(b.attrs ?? {})])) {
    if (name === 'blockId') continue;
    const [before, after] = [a.attrs?.[name] ?? null, b.attrs?.[name] ?? null];
    if (JSON.stringify(before) !== JSON.stringify(after)) changes.push({ name, before, after });
  }
  const [before, after] = [rowsOf(a), rowsOf(b)];
  return JSON.stringify(before) === JSON.stringify(after) ? changes : [...changes, { name: 'rows', before, after }];
}

/** A table's shape: of each cell what it is, its spans and alignment, and the language of its paragraphs where one is set. */
function rowsOf(node: BodyJson): unknown {
  if (natureOf(node.type) !== 'table') return null;
  return (node.content ?? []).map((row) => (row.content ?? []).map((cell) => {
    const passages = (cell.content ?? []).map(({ attrs }) => ({ lang: attrs?.['lang'] ?? null, dir: attrs?.['dir'] ?? null }));
    return { type: cell.type, ...cell.attrs, ...(passages.some(({ lang, dir }) => lang !== null || dir !== null) ? { passages } : {}) };
  }));
}
