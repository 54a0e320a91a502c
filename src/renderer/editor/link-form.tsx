import { closeHistory } from '@tiptap/pm/history';
import { type ReactNode, useState } from 'react';
import { safeAddress } from '../../article/address.ts';
import { say } from '../../language/index.ts';
import { call } from '../api.ts';
import { FloatForm, type FormProps } from './float-form.tsx';
import { changeMark, markTarget } from './mark-target.ts';

/** The address of a link, in place: shown, changed, opened, taken off. */
export function LinkForm({ editor, sheet, onClose }: FormProps): ReactNode {
  const type = editor.schema.marks['link'];
  const [target] = useState(() => (type ? markTarget(editor, type) : { from: 0, to: 0, mark: null }));
  const href = typeof target.mark?.attrs['href'] === 'string' ? target.mark.attrs['href'] : '';
  const [address, setAddress] = useState(href);
  if (!type) return null;
  const bare = address.trim();
  const safe = safeAddress(bare) ?? (/^[\w-]+(\.[\w-]+)+([/?#:]|$)/.test(bare) ? safeAddress(`https://${bare}`) : null);
  const apply = (): void => {
    if (safe === null) return;
    if (target.from < target.to) changeMark(editor, target, type, { href: safe });
    else editor.view.dispatch(closeHistory(editor.state.tr.insert(target.from, editor.schema.text(bare, [type.create({ href: safe })]))));
    onClose();
  };
  return (
    <FloatForm editor={editor} sheet={sheet} pos={target.from} label={say('editor.link')} onSubmit={apply} onClose={onClose}>
      {/* The person asked for this field by Ctrl+K. */}
      <input autoFocus className="input" aria-label={say('editor.linkAddress')} placeholder="https://" value={address} aria-invalid={bare !== '' && safe === null} onChange={(event) => setAddress(event.target.value)} spellCheck={false} />
      <button type="submit" className="btn small primary" disabled={safe === null}>{say('editor.apply')}</button>
      {href ? <button type="button" className="btn small" onClick={() => { changeMark(editor, target, type, null); onClose(); }}>{say('editor.removeLink')}</button> : null}
      {href ? <button type="button" className="btn small quiet" onClick={() => void call('shell.openAddress', { address: href })}>{say('editor.openLink')}</button> : null}
      {bare !== '' && safe === null ? <span className="field-error">{say('editor.badAddress')}</span> : null}
    </FloatForm>
  );
}
