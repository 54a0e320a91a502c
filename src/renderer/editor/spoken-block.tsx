import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, type Selection } from '@tiptap/pm/state';
import { type ReactNode, useEffect, useState } from 'react';
import { say } from '../../language/index.ts';
import { idOf } from './block-ids.ts';
import { isBlockName, labelOf } from './node-dom.ts';

interface Spoken {
  /** '' before the caret has gone anywhere. */
  readonly text: string;
  /** Another for each place that is worth a word: the same words are said again. */
  readonly place: string;
}

/** Tells a screen reader what kind of block the caret has come to: what groups are called inside a text that is written in is read by few. */
export function SpokenBlock({ editor }: { readonly editor: Editor }): ReactNode {
  const [{ text, place }, setSpoken] = useState<Spoken>({ text: '', place: '' });
  useEffect(() => {
    let at = placeOf(editor.state.selection);
    const follow = (): void => {
      const next = placeOf(editor.state.selection);
      if (next.place === at.place) return;
      at = next;
      setSpoken(next);
    };
    editor.on('transaction', follow);
    return () => void editor.off('transaction', follow);
  }, [editor]);
  return <div className="visually-hidden" role="status" aria-label={say('editor.atCaret')}><span key={place}>{text}</span></div>;
}

/** From one paragraph to the next nothing is said: that is reading. */
function placeOf(selection: Selection): Spoken {
  const around = nodesAround(selection);
  const text = around.map(nameOf).filter((name) => name !== '').join(', ');
  const [top] = around;
  return { text, place: `${text} ${top && top.type.name !== 'paragraph' ? idOf(top) : ''}` };
}

function nodesAround(selection: Selection): Node[] {
  const { $head } = selection;
  const around = Array.from({ length: $head.depth }, (_, index) => $head.node(index + 1));
  return selection instanceof NodeSelection ? [...around, selection.node] : around;
}

/** A paragraph inside something else is what that is made of; so are the items of a list and the rows of a table. */
function nameOf({ type: { name }, attrs }: Node, index: number, { [index - 1]: parent }: readonly Node[]): string {
  if (name === 'listItem' || name === 'tableRow' || !isBlockName(name)) return '';
  if (name === 'paragraph' && parent && parent.type.name !== 'factBox') return '';
  return name === 'subhead' ? say('editor.subheadAt', { level: Number(attrs['level']) }) : labelOf(name);
}
