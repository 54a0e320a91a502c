import { history, redo, undo } from '@tiptap/pm/history';
import { EditorState } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { bodyOf, emptyArticle } from '../../article/article.ts';
import { addImages, changeMetadata, fieldsOf, fieldsPlugin } from './article-fields.ts';
import { run } from './random-edits.ts';

const article = emptyArticle();
const start = EditorState.create({ doc: bodyOf(article), plugins: [history(), fieldsPlugin({ metadata: article.metadata, images: {} })] });

describe('metadata in the history', () => {
  it('is undone and redone together with the text it came with', () => {
    const before = article.metadata;
    const transaction = changeMetadata(start.tr.insertText('Tide', 1), before, { ...before, slugline: 'TIDE' });
    const state = start.apply(transaction);
    expect([state.doc.textContent, fieldsOf(state).metadata.slugline]).toEqual(['Tide', 'TIDE']);
    const undone = run(state, undo);
    expect([undone.doc.textContent, fieldsOf(undone).metadata]).toEqual(['', before]);
    const redone = run(undone, redo);
    expect([redone.doc.textContent, fieldsOf(redone).metadata.slugline]).toEqual(['Tide', 'TIDE']);
  });

  it('keeps pictures when the change that brought them is undone', () => {
    const stored = { fileName: 'a.jpg', mediaType: 'image/jpeg', width: 1, height: 1, bytes: 1, fromFile: {} };
    const state = start.apply(addImages(start.tr.insertText('x', 1), { a: stored }));
    expect(fieldsOf(run(state, undo)).images).toEqual({ a: stored });
  });
});
