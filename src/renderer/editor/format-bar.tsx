import { type Editor, getMarkRange } from '@tiptap/core';
import { toggleMark } from '@tiptap/pm/commands';
import { TextSelection } from '@tiptap/pm/state';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { safeAddress } from '../../article/address.ts';
import { type MessageKey, say } from '../../language/index.ts';
import { call } from '../api.ts';
import { turnInto, type TurnInto } from './block-commands.ts';
import { type Place, placeAbove, placeBelow } from './place.ts';
import { usePlace } from './use-place.ts';
import { type Store, useStore } from './store.ts';

interface BarProps {
  readonly editor: Editor;
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly link: Store<boolean>;
}

const markButtons: readonly (readonly [string, MessageKey, string])[] = [
  ['bold', 'editor.bold', 'B'],
  ['italic', 'editor.italic', 'I'],
  ['strike', 'editor.strike', 'S'],
  ['superscript', 'editor.superscript', 'x²'],
  ['subscript', 'editor.subscript', 'x₂'],
  ['code', 'editor.code', '<>'],
];

const kinds: readonly (readonly [TurnInto, MessageKey])[] = [
  ['paragraph', 'editor.paragraph'], ['subhead-2', 'editor.subhead2'], ['subhead-3', 'editor.subhead3'], ['subhead-4', 'editor.subhead4'], ['quote', 'editor.quote'],
  ['pullQuote', 'editor.pullQuote'], ['bulletList', 'editor.bulletList'], ['orderedList', 'editor.orderedList'], ['preformatted', 'editor.preformatted'],
];

interface Shown extends Place {
  readonly active: readonly string[];
  readonly allowed: readonly string[];
  readonly inBody: boolean;
}

/** Marks and kinds for the selected text, floating above it. */
export function FormatBar({ editor, sheet, link }: BarProps): ReactNode {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      if (editor.isDestroyed) return;
      const { selection } = editor.state;
      const isText = selection instanceof TextSelection && !selection.empty && editor.isEditable && editor.view.hasFocus();
      setShown(isText && sheet.current ? shownFor(editor, sheet.current) : null);
    };
    const soon = (): void => {
      if (editor.state.selection.empty) {
        cancelAnimationFrame(frame);
        setShown(null);
        return;
      }
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    editor.on('transaction', soon);
    editor.on('blur', soon);
    return () => {
      cancelAnimationFrame(frame);
      editor.off('transaction', soon);
      editor.off('blur', soon);
    };
  }, [editor, sheet]);
  const isLinking = useStore(link);
  if (isLinking) return <LinkEditor editor={editor} sheet={sheet} onClose={() => link.set(false)} />;
  if (!shown) return null;
  return (
    <div className="float format-bar" role="toolbar" aria-label={say('editor.formatting')} style={{ left: shown.left, top: shown.top }} onMouseDown={(event) => event.target instanceof HTMLSelectElement || event.preventDefault()}>
      {markButtons.filter(([name]) => shown.allowed.includes(name)).map(([name, key, sign]) => (
        <button key={name} type="button" className={`tool mark-${name}`} data-sign={sign} aria-label={say(key)} title={say(key)} aria-pressed={shown.active.includes(name)} onClick={() => {
          const type = editor.schema.marks[name];
          if (type) toggleMark(type)(editor.state, editor.view.dispatch);
        }} />
      ))}
      {shown.allowed.includes('link') ? <button type="button" className="tool" aria-pressed={shown.active.includes('link')} title="Ctrl K" onClick={() => link.set(true)}>{say('editor.link')}</button> : null}
      {shown.inBody ? (
        <select className="turn-into" aria-label={say('editor.turnInto')} value="" onChange={(event) => {
          const kind = kinds.find(([name]) => name === event.target.value)?.[0];
          if (kind) turnInto(kind)(editor.state, editor.view.dispatch, editor.view);
          editor.view.focus();
        }}>
          <option value="" disabled>{say('editor.turnInto')}</option>
          {kinds.map(([name, key]) => <option key={name} value={name}>{say(key)}</option>)}
        </select>
      ) : null}
    </div>
  );
}

function shownFor(editor: Editor, sheet: HTMLElement): Shown {
  const { from, to, $from } = editor.state.selection;
  const active: string[] = [];
  for (const [name, type] of Object.entries(editor.schema.marks)) if (editor.state.doc.rangeHasMark(from, to, type)) active.push(name);
  const allowed = Object.entries(editor.schema.marks).filter(([, type]) => $from.parent.type.allowsMarkType(type)).map(([name]) => name);
  return { ...placeAbove(editor.view, sheet, from), active, allowed, inBody: $from.index(0) >= 3 && $from.parent.type.name !== 'image' };
}

/** The address of a link, in place. */
function LinkEditor({ editor, sheet, onClose }: Omit<BarProps, 'link'> & { readonly onClose: () => void }): ReactNode {
  const type = editor.schema.marks['link'];
  const [target] = useState(() => {
    const { from, to, empty, $from } = editor.state.selection;
    const around = type && empty ? getMarkRange($from, type) : undefined;
    const reach = around ?? { from, to };
    const marked = editor.state.doc.nodeAt(reach.from)?.marks.find((mark) => mark.type === type);
    return { ...reach, href: typeof marked?.attrs['href'] === 'string' ? marked.attrs['href'] : '' };
  });
  const [address, setAddress] = useState(target.href);
  const place = usePlace(sheet, target.from, (paper, from) => placeBelow(editor.view, paper, from));
  if (!type || !place) return null;
  const bare = address.trim();
  const safe = safeAddress(bare) ?? (/^[\w-]+(\.[\w-]+)+(\/|$)/.test(bare) ? safeAddress(`https://${bare}`) : null);
  const close = (): void => {
    onClose();
    editor.view.focus();
  };
  const apply = (): void => {
    if (safe === null) return;
    const transaction = editor.state.tr;
    if (target.from === target.to) transaction.insertText(bare, target.from);
    const to = target.from === target.to ? target.from + bare.length : target.to;
    editor.view.dispatch(transaction.removeMark(target.from, to, type).addMark(target.from, to, type.create({ href: safe })).removeStoredMark(type));
    close();
  };
  const remove = (): void => {
    editor.view.dispatch(editor.state.tr.removeMark(target.from, target.to, type));
    close();
  };
  return (
    <form className="float link-editor" style={{ left: place.left, top: place.top }} onSubmit={(event) => { event.preventDefault(); apply(); }} onKeyDown={(event) => event.key === 'Escape' && close()}>
      {/* The person asked for this field by Ctrl+K. */}
      <input autoFocus className="input" aria-label={say('editor.linkAddress')} placeholder="https://" value={address} aria-invalid={bare !== '' && safe === null} onChange={(event) => setAddress(event.target.value)} spellCheck={false} />
      <button type="submit" className="btn small primary" disabled={safe === null}>{say('editor.apply')}</button>
      {target.href ? <button type="button" className="btn small" onClick={remove}>{say('editor.removeLink')}</button> : null}
      {target.href ? <button type="button" className="btn small quiet" onClick={() => void call('shell.openAddress', { address: target.href })}>{say('editor.openLink')}</button> : null}
      {bare !== '' && safe === null ? <span className="field-error">{say('editor.badAddress')}</span> : null}
    </form>
  );
}
