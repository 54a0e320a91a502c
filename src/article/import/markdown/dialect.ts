import { toHtml } from 'hast-util-to-html';
import { blockToHast } from '../../export/html-fragment.ts';
import { make } from '../html/make.ts';

/**
 * The Markdown under a generator's dialect, where Galley wrote it: Hugo's shortcodes are the HTML they stand for,
 * comments for ad servers go.
 * In what Galley wrote no other text holds `{{<`; any other file is left as it is.
 */
export function withoutDialect(source: string): string {
  const dialect = /^galley:\n(?: .*\n)*? {2,}dialect: "(\w+)"$/m.exec(source)?.[1];
  if (dialect === undefined) return source;
  return source
    .replace(/<!-- ad-slot: [\w.-]* --><\/div>/g, '</div>')
    .replace(/\{\{< (?:rawhtml|\/rawhtml) >\}\}/g, '')
    .replace(/\{\{< ad [^\n]*?galley="([^"\n]*)" >\}\}/g, (whole, written: string) => adSlotHtml(written) ?? whole);
}

function adSlotHtml(written: string): string | null {
  try {
    const attrs: unknown = JSON.parse(decodeURIComponent(written));
    if (typeof attrs !== 'object' || attrs === null) return null;
    return toHtml(blockToHast(make('adSlot', { ...attrs }), { imageAddress: () => null, language: '' })).replaceAll('\n', '&#10;');
  } catch {
    return null;
  }
}
