import { type ReactNode, useState } from 'react';
import { say } from '../../language/index.ts';
import { FloatForm, type FormProps } from './float-form.tsx';
import { changeMark, markTarget } from './mark-target.ts';

/** A remark for colleagues on the selected words; it never reaches the public. */
export function NoteForm({ editor, sheet, onClose }: FormProps): ReactNode {
  const type = editor.schema.marks['note'];
  const [target] = useState(() => (type ? markTarget(editor, type) : { from: 0, to: 0, mark: null }));
  const before = typeof target.mark?.attrs['text'] === 'string' ? target.mark.attrs['text'] : '';
  const [text, setText] = useState(before);
  if (!type) return null;
  const apply = (): void => {
    changeMark(editor, target, type, text.trim() === '' ? null : { text: text.trim() });
    onClose();
  };
  return (
    <FloatForm editor={editor} sheet={sheet} pos={target.from} label={say('editor.note')} onSubmit={apply} onClose={onClose}>
      {/* The person asked for this field. */}
      <input autoFocus className="input" aria-label={say('editor.noteText')} placeholder={say('editor.notePlaceholder')} value={text} onChange={(event) => setText(event.target.value)} />
      <button type="submit" className="btn small primary" disabled={text.trim() === '' && before === ''}>{say('editor.apply')}</button>
      {target.mark ? <button type="button" className="btn small" onClick={() => { changeMark(editor, target, type, null); onClose(); }}>{say('editor.removeNote')}</button> : null}
    </FloatForm>
  );
}
