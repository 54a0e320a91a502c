import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleArbitrary } from '../../src/article/arbitrary.ts';
import { type Article, emptyArticle, parseArticle } from '../../src/article/article.ts';
import type { BodyJson } from '../../src/article/body.ts';
import exampleJson from '../../src/article/example.json' with { type: 'json' };
import { articleToHtml } from '../../src/article/export/html.ts';
import { articleToHtmlFragment, type HtmlContext } from '../../src/article/export/html-fragment.ts';
import { exportArticle } from '../../src/article/export/index.ts';
import { plain } from '../../src/article/plain.ts';
import { strangeArticle } from '../../src/article/strange.ts';

/** The checker as its package brings it; the package has no types. */
const vnu = fileURLToPath(new URL('../../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));
const hasJava = spawnSync('java', ['-version']).status === 0;
if (!hasJava) process.stderr.write('HTML validity: skipped, there is no Java on this machine (the Nu HTML checker needs it)\n');

const context: HtmlContext = {
  imageAddress: () => 'story-images/one.jpg',
  imageSizes: () => [{ address: 'story-images/one-480w.jpg', width: 480 }, { address: 'story-images/one.jpg', width: 1600 }],
  language: 'en',
};

/** What no article of a person has and HTML refuses: spans that leave the table's columns. */
const withoutSpans = (node: BodyJson): BodyJson => ({
  ...node,
  ...(node.attrs && 'colspan' in node.attrs ? { attrs: { ...node.attrs, colspan: 1, rowspan: 1 } } : {}),
  ...(node.content ? { content: node.content.map(withoutSpans) } : {}),
});

/** A fragment on its own is no document: the least page around it. */
const wrapped = (fragment: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fragment</title></head><body>${fragment}</body></html>`;

describe.skipIf(!hasJava)('the Nu HTML checker accepts', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'galley-html-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('pages and fragments of the example, of an empty article, of one with strange texts and of random ones', () => {
    const example = parseArticle(exampleJson);
    if (!example.ok) throw new Error(example.error.message);
    const random = fc.sample(articleArbitrary, { numRuns: 40, seed: 7 }).map((article): Article => ({ ...article, body: withoutSpans(article.body) }));
    for (const [index, article] of [plain(example.value), emptyArticle(), ...random].entries()) {
      writeFileSync(join(folder, `${index}.html`), articleToHtml(article, context));
      writeFileSync(join(folder, `${index}.fragment.html`), wrapped(articleToHtmlFragment(article, context)));
    }
    const strange = strangeArticle();
    writeFileSync(join(folder, 'strange.html'), String(exportArticle(strange, 'html').content));
    writeFileSync(join(folder, 'strange.fragment.html'), wrapped(String(exportArticle(strange, 'html-fragment').content)));
    expect(errorsIn(folder)).toEqual([]);
  }, 240_000);

  test('and finds what is wrong: a planted error is seen', () => {
    const bad = mkdtempSync(join(tmpdir(), 'galley-html-bad-'));
    writeFileSync(join(bad, 'bad.html'), wrapped('<p><img></p>'));
    expect(errorsIn(bad)).not.toEqual([]);
    rmSync(bad, { recursive: true, force: true });
  });
});

function errorsIn(folder: string): string[] {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const run = spawnSync('java', ['-Xss4m', '-jar', vnu, '--errors-only', '--format', 'gnu', ...files], { encoding: 'utf8', maxBuffer: 1 << 26 });
  // Anything the checker says counts, a failure of its own as well.
  return run.status === 0 ? [] : `${run.stdout}${run.stderr}`.split('\n').filter((line) => line !== '');
}
