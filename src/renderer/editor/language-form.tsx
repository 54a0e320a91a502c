import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { type ReactNode, useId, useState } from 'react';
import { say } from '../../language/index.ts';
import { FloatForm, type FormProps } from './float-form.tsx';
import { directionOf, languageCode, languageName, languageNames } from './languages.ts';
import { changeMark, markTarget } from './mark-target.ts';

type Direction = 'ltr' | 'rtl' | null;

/** What is given a language: words by a mark, or a whole paragraph or subhead by its attributes. */
interface Target {
  readonly pos: number;
  readonly label: string;
  readonly lang: string;
  readonly dir: Direction;
  readonly isSet: boolean;
  readonly apply: (lang: string | null, dir: Direction) => void;
}

/** The language and direction of the selected words, or of the paragraph the caret stands in. */
export function LanguageForm({ editor, sheet, onClose }: FormProps): ReactNode {
  const id = useId();
  const [target] = useState(() => targetOf(editor));
  const [typed, setTyped] = useState(() => (target?.lang ? languageName(target.lang) : ''));
  const [dir, setDir] = useState<Direction | 'own'>(target?.dir ?? 'own');
  if (!target) return null;
  const code = typed.trim() === '' ? '' : languageCode(typed);
  const done = (lang: string | null, direction: Direction): void => {
    target.apply(lang, direction);
    onClose();
  };
  // The direction of the language is only said where it is not the page's own.
  const own = code && directionOf(code) === 'rtl' ? 'rtl' : null;
  return (
    <FloatForm editor={editor} sheet={sheet} pos={target.pos} label={target.label} onSubmit={() => code !== null && done(code || null, dir === 'own' ? own : dir)} onClose={onClose}>
      {/* The person asked for this field. */}
      <input autoFocus className="input" list={id} aria-label={target.label} placeholder={say('editor.languagePlaceholder')} value={typed} aria-invalid={code === null} onChange={(event) => setTyped(event.target.value)} spellCheck={false} />
      <datalist id={id}>{languageNames.map((name) => <option key={name} value={name} />)}</datalist>
      <select className="input direction" aria-label={say('editor.direction')} value={dir ?? 'own'} onChange={({ target: { value } }) => setDir(value === 'ltr' || value === 'rtl' ? value : 'own')}>
        <option value="own">{say('editor.directionOwn')}</option>
        <option value="ltr">{say('editor.directionLtr')}</option>
        <option value="rtl">{say('editor.directionRtl')}</option>
      </select>
      <button type="submit" className="btn small primary" disabled={code === null || (code === '' && dir === 'own' && !target.isSet)}>{say('editor.apply')}</button>
      {target.isSet ? <button type="button" className="btn small" onClick={() => done(null, null)}>{say('editor.removeLanguage')}</button> : null}
      {code === null ? <span className="field-error">{say('editor.noLanguage')}</span> : null}
    </FloatForm>
  );
}

function targetOf(editor: Editor): Target | null {
  const { state } = editor;
  const type = state.schema.marks['lang'];
  const marked = type ? markTarget(editor, type) : null;
  if (type && marked && marked.from < marked.to) {
    const attrs = marked.mark?.attrs ?? {};
    return {
      pos: marked.from,
      label: say('editor.languageOfWords'),
      lang: typeof attrs['lang'] === 'string' ? attrs['lang'] : '',
      dir: directionIn(attrs['dir']),
      isSet: marked.mark !== null,
      apply: (lang, dir) => changeMark(editor, marked, type, lang === null && dir === null ? null : { lang: lang ?? '', dir }),
    };
  }
  const { $from } = state.selection;
  if (!('lang' in $from.parent.attrs)) return null;
  const { lang, dir } = { lang: $from.parent.attrs['lang'] as unknown, dir: directionIn($from.parent.attrs['dir']) };
  return {
    pos: $from.start(),
    label: say('editor.languageOfParagraph'),
    lang: typeof lang === 'string' ? lang : '',
    dir,
    isSet: typeof lang === 'string' || dir !== null,
    apply: (nextLang, nextDir) => editor.view.dispatch(closeHistory(editor.state.tr.setNodeAttribute($from.before(), 'lang', nextLang).setNodeAttribute($from.before(), 'dir', nextDir))),
  };
}

const directionIn = (value: unknown): Direction => (value === 'ltr' || value === 'rtl' ? value : null);
