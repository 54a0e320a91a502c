import type { Editor } from '@tiptap/core';
import { toggleMark } from '@tiptap/pm/commands';
import { TextSelection } from '@tiptap/pm/state';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import type { CommandName } from '../../ipc/commands.ts';
import { type MessageKey, say } from '../../language/index.ts';
import { BlockSelection, firstBodyIndex } from './block-selection.ts';
import { BlocksBar, TurnInto } from './blocks-bar.tsx';
import type { FormProps } from './float-form.tsx';
import { LanguageForm } from './language-form.tsx';
import { LinkForm } from './link-form.tsx';
import { NoteForm } from './note-form.tsx';
import { type Place, placeAbove } from './place.ts';
import { useKeysText } from '../ui/chosen-keys.ts';
import { type Store, useStore } from '../ui/store.ts';

interface BarProps {
  readonly editor: Editor;
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly asking: Store<Asking | null>;
}

const markButtons: readonly (readonly [CommandName, MessageKey, string])[] = [
  ['bold', 'editor.bold', 'B'],
  ['italic', 'editor.italic', 'I'],
  ['strike', 'editor.strike', 'S'],
  ['superscript', 'editor.superscript', 'x²'],
  ['subscript', 'editor.subscript', 'x₂'],
  ['code', 'editor.code', '<>'],
];

/** Marks that carry something, each with its form. */
export type Asking = 'link' | 'lang' | 'note';
const forms: Readonly<Record<Asking, (props: FormProps) => ReactNode>> = { link: LinkForm, lang: LanguageForm, note: NoteForm };
const formButtons: readonly (readonly [Asking, MessageKey, CommandName])[] = [
  ['link', 'editor.link', 'link'],
  ['lang', 'editor.language', 'language'],
  ['note', 'editor.note', 'note'],
];

interface Shown extends Place {
  readonly active: readonly string[];
  readonly allowed: readonly string[];
  readonly inBody: boolean;
  /** How many blocks are selected as wholes; null where text is. */
  readonly blocks: number | null;
}

/** Marks and kinds for the selected text, floating above it. */
export function FormatBar({ editor, sheet, asking }: BarProps): ReactNode {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      if (editor.isDestroyed) return;
      const { selection } = editor.state;
      const isShown = (selection instanceof TextSelection || selection instanceof BlockSelection) && !selection.empty && editor.isEditable && editor.view.hasFocus();
      setShown(isShown && sheet.current ? shownFor(editor, sheet.current) : null);
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
  const asked = useStore(asking);
  const keysText = useKeysText();
  if (asked) {
    const Form = forms[asked];
    return <Form editor={editor} sheet={sheet} onClose={() => { asking.set(null); editor.view.focus(); }} />;
  }
  if (!shown) return null;
  if (shown.blocks !== null) return <BlocksBar editor={editor} place={shown} count={shown.blocks} />;
  return (
    <div className="float format-bar" role="toolbar" aria-label={say('editor.formatting')} style={{ left: shown.left, top: shown.top }} onMouseDown={(event) => event.target instanceof HTMLSelectElement || event.preventDefault()}>
      {markButtons.filter(([name]) => shown.allowed.includes(name)).map(([name, key, sign]) => (
        <button key={name} type="button" className={`tool mark-${name}`} data-sign={sign} aria-label={say(key)} title={`${say(key)} ${keysText(name)}`} aria-pressed={shown.active.includes(name)} onClick={() => {
          const type = editor.schema.marks[name];
          if (type) toggleMark(type)(editor.state, editor.view.dispatch);
        }} />
      ))}
      {formButtons.filter(([name]) => shown.allowed.includes(name)).map(([name, key, hint]) => (
        <button key={name} type="button" className="tool" aria-pressed={shown.active.includes(name)} title={keysText(hint)} onClick={() => asking.set(name)}>{say(key)}</button>
      ))}
      {shown.inBody ? (
        <TurnInto editor={editor} />
      ) : null}
    </div>
  );
}

function shownFor(editor: Editor, sheet: HTMLElement): Shown {
  const { selection } = editor.state;
  const { from, to, $from, $to } = selection;
  if (selection instanceof BlockSelection) {
    const place = placeAbove(editor.view, sheet, from + 1);
    return { ...place, left: Math.max(8, place.left), active: [], allowed: [], inBody: true, blocks: $to.index(0) - $from.index(0) };
  }
  const active: string[] = [];
  for (const [name, type] of Object.entries(editor.schema.marks)) if (editor.state.doc.rangeHasMark(from, to, type)) active.push(name);
  const allowed = Object.entries(editor.schema.marks).filter(([, type]) => $from.parent.type.allowsMarkType(type)).map(([name]) => name);
  return { ...placeAbove(editor.view, sheet, from), active, allowed, inBody: $from.index(0) >= firstBodyIndex && $from.parent.type.name !== 'image', blocks: null };
}
