import { checkArticle } from '../article/checks/index.ts';
import { ok } from '../ipc/result.ts';
import type { Command } from './command.ts';
import { readArticle } from './input.ts';

/** The checks of one file: what is an error, a warning or a note. */
export const check: Command = {
  name: 'check',
  usage: 'FILE',
  about: 'cli.about-check',
  words: [1, 1],
  options: {},
  run: async ({ files: [file = ''] }) => {
    const read = await readArticle(file);
    if (!read.ok) return read;
    const findings = checkArticle(read.value.article);
    return ok({ json: { findings }, exit: findings.some(({ level }) => level === 'error') ? 1 : 0 });
  },
};
