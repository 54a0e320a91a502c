import { toHtml } from 'hast-util-to-html';
import { say } from '../../../language/index.ts';
import { el, textNode } from '../../export/html/elements.ts';
import type { Explained } from '../report.ts';

/** A site's Markdown with the codes of its generator said in words that Markdown has, and what was none of the text. */
export interface WithoutCodes {
  readonly text: string;
  readonly removed: readonly Explained[];
}

type Values = ReadonlyMap<string, string>;

/** What a shortcode of Hugo's own stands for, in HTML. */
const shortcodes: Readonly<Record<string, (values: Values) => string | null>> = {
  figure: (values) => {
    const [src = '', caption = '', credit = ''] = ['src', 'caption', 'attr'].map((name) => values.get(name));
    const words = [...(caption === '' ? [] : [textNode(caption)]), ...(credit === '' ? [] : [textNode(' '), el('span', { className: 'credit' }, [textNode(credit)])])];
    return src === '' ? null : toHtml(el('figure', {}, [el('img', { src, alt: values.get('alt') ?? '' }), ...(words.length === 0 ? [] : [el('figcaption', {}, words)])]));
  },
  youtube: (values) => player('https://www.youtube.com/watch?v=', idIn(values)),
  vimeo: (values) => player('https://vimeo.com/', idIn(values)),
  tweet: (values) => player(`https://twitter.com/${values.get('user') ?? 'i'}/status/`, idIn(values)),
  x: (values) => player(`https://twitter.com/${values.get('user') ?? 'i'}/status/`, idIn(values)),
  instagram: (values) => player('https://www.instagram.com/p/', idIn(values)),
};

const idIn = (values: Values): string => values.get('id') ?? values.get('0') ?? '';
const player = (before: string, id: string): string | null => (/^[\w-]+$/.test(id) ? toHtml(el('figure', {}, [textNode(`${before}${id}`)])) : null);

/** `src="a.jpg" alt='b' c` by name, those without one by their place. */
function valuesOf(written: string): Values {
  const values = new Map<string, string>();
  for (const [, name, quoted, word] of written.matchAll(/(?:([\w-]+)=)?(?:"((?:[^"\\]|\\.)*)"|([^\s"=]+))/g)) values.set(name ?? String(values.size), (quoted ?? word ?? '').replaceAll('\\"', '"'));
  return values;
}

/** A text with what stands outside its fenced code changed: no generator reads that. */
function outsideFences(text: string, change: (part: string) => string): string {
  const parts: string[] = [];
  let open = '';
  let from = 0;
  let at = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const [, fence = '', info = ''] = /^ {0,3}(`{3,}|~{3,})([^\n]*)/.exec(line) ?? [];
    const isEnd = open !== '' && fence.startsWith(open) && info.trim() === '';
    if (open === '' && fence !== '') {
      parts.push(change(text.slice(from, at)));
      [open, from] = [fence, at];
    } else if (isEnd) {
      parts.push(text.slice(from, at));
      [open, from] = ['', at];
    }
    at += line.length;
  }
  return [...parts, open === '' ? change(text.slice(from)) : text.slice(from)].join('');
}

/**
 * The codes that Hugo, Jekyll and Astro's MDX bring along: figures, players and highlighted code become Markdown or HTML;
 * kramdown's attributes, imports and remarks of MDX are told and go. Any other code stays in the text, as it was typed.
 */
export function withoutSiteCodes(source: string): WithoutCodes {
  const removed: Explained[] = [];
  const gone = (written: string): string => {
    removed.push({ text: written.trim(), why: say('formats.left-site-code') });
    return '';
  };
  // Bounded, so that a text full of beginnings without an end takes no longer than another.
  const highlighted = source.replace(/^\{%-? highlight (\w+)[^%\n]*%\}\n([\s\S]{0,5000}?)\n\{%-? endhighlight -?%\}$/gm, '```$1\n$2\n```');
  return { text: outsideFences(highlighted, (part) => withoutCodes(part, gone)), removed };
}

function withoutCodes(text: string, gone: (written: string) => string): string {
  return text
    .replace(/^[ \t]*\{\{[<%] (\w+)(?: ([^\n]*?))? \/?[>%]\}\}[ \t]*$/gm, (whole, name: string, written = '') => (Object.hasOwn(shortcodes, name) ? shortcodes[name]?.(valuesOf(String(written))) : null) ?? whole)
    .replace(/\{% (?:end)?raw %\}/g, '')
    .replace(/(?<![ \t])[ \t]*\{:[ \t]*[.#\w][^{}\n]*\}[ \t]*$/gm, gone)
    .replace(/^(?:import [^\n]* from (?:'[^'\n]*'|"[^"\n]*");?|export const [^\n]*;)[ \t]*$/gm, gone)
    .replace(/\{\/\*[\s\S]{0,2000}?\*\/\}/g, gone)
    .replace(/^[ \t]*<[A-Z]\w*(?:\s[^<>\n]*)?\/>[ \t]*$/gm, gone);
}
