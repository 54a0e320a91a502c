import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseBlocks } from '../../src/article/body.ts';
import { openReadOnly } from '../../src/main/storage/read-only.ts';
import { articleWith, context, idsOf, newFolder, openFolder, paragraph, value } from './storage-fixtures.ts';

/** Texts that stores, encodings and normalisations like to change. */
const texts: Readonly<Record<string, string>> = {
  'half a surrogate pair': 'before \ud83d after',
  'the other half, last': 'end \udea2',
  'halves the wrong way round': '\udea2\ud83d',
  'a NUL': 'one\u0000two',
  'control characters': 'bell\u0007 escape\u001b delete\u007f',
  'combining marks, decomposed': 'Cafe\u0301 n\u0303 a\u0328\u0301',
  'combining marks, composed': 'Caf\u00e9 \u00f1',
  'an emoji of many parts': '👩🏽‍🚒 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇮🇳',
  'right to left, mixed': 'قال: «The ferry» عاد ‏(2024)‎ שלום',
  'direction marks': '\u202bRTL\u202c \u2066LTR\u2069',
  'line ends': 'one\r\ntwo\rthree\u2028four\u2029five\u0085six',
  'blanks': '  two\u00a0\u202f\u2009\u200b\u2060\ufeff  ',
  'what is no character': '\uffff\ufdd0\u{1fffe} \ue000',
};

test.each(Object.entries(texts))('%s: kept as it is in text, attributes, names and metadata, in every revision', (_name, text) => {
  const folder = newFolder();
  const store = openFolder(folder);
  try {
    const base = articleWith(text, [text], text);
    const quote = { type: 'pullQuote', attrs: { blockId: 'pull', attribution: text }, content: [{ type: 'text', text: `${text}.` }] };
    const article = { ...base, metadata: { ...base.metadata, internalNote: text, tags: [text] }, body: { ...base.body, content: [...(base.body.content ?? []), quote] } };
    value(store.call('articles.create', { article, cause: 'import' }, context));
    const order = idsOf(article.body);
    const changed = [paragraph(order[3] ?? '', `${text}${text}`)];
    // The door takes it as it is, or the window would hear that it cannot be saved.
    expect(parseBlocks(changed)).toEqual({ ok: true, value: changed });
    value(store.call('articles.save', { articleId: article.id, number: 1, changedBlocks: changed, order, metadata: article.metadata, images: null }, context));
    const made = value(store.call('revisions.make', { articleId: article.id, cause: 'explicit-save', name: 'Named', note: '' }, context));
    const saved = { ...article, body: { ...article.body, content: article.body.content.map((block, index) => (index === 3 ? changed[0] : block)) } };
    expect(value(store.call('articles.open', { articleId: article.id }, context)).article).toEqual(saved);
    expect(value(store.call('revisions.read', { articleId: article.id, revisionId: made?.id ?? '' }, context))).toEqual(saved);
    store.call('articles.list', { query: text, filter: 'all', sort: 'changed', offset: 0, limit: 9 }, context);
    store.close();
    const library = value(openReadOnly(folder));
    expect(value(library.readArticle(article.id, 1))).toEqual(article);
    expect(library.verify()).toMatchObject({ ok: true, problems: [] });
    library.close();
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
