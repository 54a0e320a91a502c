import { paste as pasteFlavours } from '../article/import/paste.ts';
import { ok, type Result } from '../ipc/result.ts';
import { bad, type Command } from './command.ts';
import { decodeText } from './decode-text.ts';
import { readBytes } from './read-bytes.ts';

/** What pasting two clipboard flavours into a started article gives; one of them must be there. */
export const paste: Command = {
  name: 'paste',
  usage: '[--html FILE] [--text FILE]',
  about: 'cli.about-paste',
  words: [0, 0],
  options: { html: { value: 'FILE', about: 'cli.option-html' }, text: { value: 'FILE', about: 'cli.option-text' } },
  run: async ({ options }) => {
    if (options['html'] === undefined && options['text'] === undefined) return bad('cli.paste-nothing');
    const html = await flavour(options['html']);
    if (!html.ok) return html;
    const text = await flavour(options['text']);
    if (!text.ok) return text;
    const { blocks, removed } = pasteFlavours({ html: html.value, text: text.value });
    return ok({ json: { blocks, removed }, exit: 0 });
  },
};

async function flavour(path: string | undefined): Promise<Result<string | null>> {
  if (path === undefined) return ok(null);
  const bytes = await readBytes(path);
  return bytes.ok ? decodeText(path, bytes.value) : bytes;
}
