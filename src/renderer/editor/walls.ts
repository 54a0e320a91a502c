/**
 * Fields are walls (DESIGN section 3). No step may reach from one field into another or into the body:
 * what would is refused here, and the editor's own commands (`wall-keys.ts`) do the right thing instead.
 */
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';

export type Section = 'headline' | 'standfirst' | 'byline' | 'body';

export interface Reach {
  readonly from: number;
  readonly to: number;
}

const wallsKey = new PluginKey('walls');

/** Marks a transaction that replaces the whole article and may cross walls. */
export function allowAcrossWalls(transaction: Transaction): Transaction {
  return transaction.setMeta(wallsKey, 'allowed');
}

/** Inner reach of each section; of the byline, which has no content, the node itself. */
export function sectionsOf(doc: Node): Readonly<Record<Section, Reach>> {
  const headlineEnd = doc.child(0).nodeSize;
  const standfirstEnd = headlineEnd + doc.child(1).nodeSize;
  const bylineEnd = standfirstEnd + doc.child(2).nodeSize;
  return {
    headline: { from: 1, to: headlineEnd - 1 },
    standfirst: { from: headlineEnd + 1, to: standfirstEnd - 1 },
    byline: { from: standfirstEnd, to: bylineEnd },
    body: { from: bylineEnd, to: doc.content.size },
  };
}

/** The section a range lies in whole; null where it touches a wall. */
export function sectionOf(doc: Node, from: number, to: number = from): Exclude<Section, 'byline'> | null {
  const sections = sectionsOf(doc);
  for (const name of ['headline', 'standfirst', 'body'] as const) {
    if (from >= sections[name].from && to <= sections[name].to) return name;
  }
  return null;
}

/** Refuses every change that reaches across a wall, whoever asks for it. Undo and redo only repeat what was let through. */
export function wallsPlugin(): Plugin {
  return new Plugin({
    key: wallsKey,
    filterTransaction: (transaction) => {
      if (!transaction.docChanged || transaction.getMeta(wallsKey) === 'allowed' || transaction.getMeta('history$') !== undefined) return true;
      return transaction.steps.every((step, index) => {
        const doc = transaction.docs[index];
        let inside = true;
        step.getMap().forEach((from, to) => {
          if (doc && sectionOf(doc, from, to) === null) inside = false;
        });
        return inside;
      });
    },
  });
}

/** True where the selection holds more than one section, or the byline. */
export function selectionCrosses(state: EditorState): boolean {
  return !state.selection.empty && sectionOf(state.doc, state.selection.from, state.selection.to) === null;
}

/** Empties what a range across walls holds in each section, keeps the fields and their ids, and sets the caret to its start. */
export function emptyAcross(transaction: Transaction, from: number, to: number): Transaction {
  const sections = sectionsOf(transaction.doc);
  if (to > sections.body.from) emptyBody(transaction, Math.max(from, sections.body.from), to);
  if (from <= sections.byline.from && to >= sections.byline.to) transaction.setNodeAttribute(sections.byline.from, 'contributors', []);
  for (const name of ['standfirst', 'headline'] as const) {
    const start = Math.max(from, sections[name].from);
    const end = Math.min(to, sections[name].to);
    if (start < end) transaction.delete(start, end);
  }
  const caret = from < sections.headline.from ? sections.headline.from : from;
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(Math.min(caret, transaction.doc.content.size)), 1)).scrollIntoView();
}

function emptyBody(transaction: Transaction, from: number, to: number): void {
  const { body } = sectionsOf(transaction.doc);
  const holdsAll = from <= body.from && to >= lastInside(transaction.doc, body.to);
  if (holdsAll) {
    const paragraph = transaction.doc.type.schema.nodes['paragraph'];
    if (paragraph) transaction.replaceWith(body.from, body.to, paragraph.create());
    return;
  }
  emptyChildren(transaction, { node: transaction.doc, start: 0 }, { from, to });
}

/** Containers that keep their shape: only text goes from them, never a cell or a picture. */
const rigid = new Set(['table', 'tableRow', 'gallery']);

/** Takes whole children out, empties the partly held ones; from the back, so that positions before stay true. */
function emptyChildren(transaction: Transaction, parent: { readonly node: Node; readonly start: number }, reach: Reach): void {
  let end = parent.start + parent.node.content.size;
  for (let index = parent.node.childCount - 1; index >= 0; index -= 1) {
    const child = parent.node.child(index);
    const start = end - child.nodeSize;
    const whole = reach.from <= start && reach.to >= lastInside(child, end - 1);
    if (whole && reach.to > start && !rigid.has(parent.node.type.name)) transaction.delete(start, end);
    else if (reach.from < end && reach.to > start) emptyPart(transaction, child, start, reach);
    end = start;
  }
}

function emptyPart(transaction: Transaction, child: Node, start: number, reach: Reach): void {
  if (child.isLeaf) return;
  if (!child.isTextblock) {
    emptyChildren(transaction, { node: child, start: start + 1 }, reach);
    return;
  }
  const from = Math.max(reach.from, start + 1);
  const to = Math.min(reach.to, start + child.nodeSize - 1);
  if (from < to) transaction.delete(from, to);
}

/** The last position text can stand at inside a node that ends at `end`: a selection by hand reaches no further. */
function lastInside(node: Node, end: number): number {
  let inner = end;
  let last = node.lastChild;
  while (last && !last.isLeaf && !node.isTextblock) {
    inner -= 1;
    if (last.isTextblock) break;
    last = last.lastChild;
  }
  return inner;
}
