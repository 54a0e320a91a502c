import { type BodyJson, parseBlocks } from './body.ts';
import { bodyBlocksOfMarkdown } from './import/markdown/blocks.ts';
import type { Snippet } from './newsroom/snippets.ts';
import type { Parsed } from './parsed.ts';

/** A snippet's blocks, with ids of their own. @returns what is wrong with its Markdown, where it cannot be read */
export function snippetBlocks({ markdown }: Snippet): Parsed<readonly BodyJson[]> {
  const read = bodyBlocksOfMarkdown(markdown.replaceAll(/\r\n?/gu, '\n'), { own: false, baseAddress: '' });
  return read.ok ? parseBlocks(read.value.blocks) : read;
}
