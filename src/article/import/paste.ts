import { fromHtml } from 'hast-util-from-html';
import { say } from '../../language/index.ts';
import { type BodyJson, deepestNesting } from '../body.ts';
import { htmlToBlocks } from './html-blocks.ts';
import { isTooDeepToParse } from './html/depth.ts';
import { make } from './html/make.ts';
import type { Explained } from './report.ts';

export interface Pasted {
  readonly blocks: readonly BodyJson[];
  readonly removed: readonly Explained[];
}

/** The two flavours of a clipboard; null where it has none. */
export interface Clipboard {
  readonly html: string | null;
  readonly text: string | null;
}

/**
 * What pasting these flavours into a started article gives. HTML first; text where there is no HTML, where it holds
 * nothing to read, or where it is nested too deep. Pure: the window and the command line run the same.
 * @param language the article's, where it is known: text that only says it is in this one gets no language of its own
 */
export function paste(input: Clipboard, language = ''): Pasted {
  const removed: Explained[] = [];
  if (input.html !== null && input.html.trim() !== '') {
    const rich = htmlBlocks(input.html, language);
    if (rich.blocks.length > 0) return rich;
    removed.push(...rich.removed);
  }
  return { blocks: textBlocks(input.text ?? ''), removed };
}

function htmlBlocks(source: string, language: string): Pasted {
  // Windows puts a header of its own in front, which some programs hand on.
  const html = /^Version:\d/.test(source) ? source.slice(Math.max(0, source.indexOf('<'))) : source;
  if (isTooDeepToParse(html)) return { blocks: [], removed: [{ text: '', why: say('formats.left-too-deep', { limit: deepestNesting }) }] };
  const { blocks, removed } = htmlToBlocks(fromHtml(html, { fragment: !/<(?:html|body|!doctype)[\s>]/i.test(html) }), { started: true, baseAddress: sourceAddress(source), language });
  return { blocks, removed };
}

/** Some programs on Windows say the page's address in front of the fragment. */
function sourceAddress(html: string): string {
  return /^Version:[\d.]+[^<]*?SourceURL:(\S+)/.exec(html)?.[1] ?? '';
}

/**
 * Plain text as paragraphs, always by the same rule: each line is a paragraph, blank ones part nothing. Lines are never
 * joined and hyphens never taken out: nobody can tell a wrapped line from a short one, and joining two paragraphs is one
 * key. Vertical tabs, which office programs write for a line break, stay one; other control characters go, all else stays.
 */
export function textBlocks(text: string): BodyJson[] {
  // oxlint-disable-next-line no-control-regex
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?|[\f\u0085\u2028\u2029]/g, '\n').replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '');
  const lines = clean.split('\n').map((line) => line.replace(/\s*\v\s*/gu, '\v').replace(/^\v+|[ \t\v]+$/g, '')).filter((line) => line.trim() !== '');
  return lines.map((line) => make('paragraph', {}, line.split('\v').flatMap((text, index) => [...(index > 0 ? [{ type: 'hardBreak' }] : []), ...(text === '' ? [] : [{ type: 'text', text }])])));
}
