import { describe, expect, test } from 'vitest';
import { exportArticle } from '../../src/article/export/index.ts';
import { blockEditor } from './wordpress-editor.ts';
import { stories } from './stories.ts';

const editor = blockEditor();

describe.skipIf(editor === null)('the block editor of WordPress', () => {
  test.each(stories(150).map((article, index) => [index, article] as const))('opens story %i with no invalid block and saves it unchanged', (_index, article) => {
    const content = String(exportArticle(article, 'wordpress', { hasPicture: () => true }).content).trim();
    const { invalid, names, saved } = editor?.(content) ?? { invalid: [''], names: [], saved: '' };
    expect(invalid, content).toEqual([]);
    expect(names.filter((name) => name === 'core/freeform' || name === 'core/missing')).toEqual([]);
    expect(saved).toBe(content);
  });

  test('and finds what is wrong: a planted fault is seen', () => {
    expect(editor?.('<!-- wp:heading -->\n<h3>a</h3>\n<!-- /wp:heading -->').invalid).toEqual(['core/heading']);
  });
});
