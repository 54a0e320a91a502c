import { type BlockChange, compareArticles } from '../article/compare/index.ts';
import { ok } from '../ipc/result.ts';
import type { Command } from './command.ts';
import { readArticle } from './input.ts';

/** What differs between two files. */
export const compare: Command = {
  name: 'compare',
  usage: 'A B',
  about: 'cli.about-compare',
  words: [2, 2],
  options: {},
  run: async ({ files: [a = '', b = ''] }) => {
    const before = await readArticle(a);
    if (!before.ok) return before;
    const after = await readArticle(b);
    if (!after.ok) return after;
    const { identical, blocks, metadata } = compareArticles(before.value.article, after.value.article);
    return ok({ json: { identical, blocks: blocks.map(listed), metadata }, exit: identical ? 0 : 1 });
  },
};

/** `moved` is for the window; the JSON has the names of DESIGN section 8 and no other. */
function listed({ moved: _moved, ...entry }: BlockChange): Omit<BlockChange, 'moved'> {
  return entry;
}
