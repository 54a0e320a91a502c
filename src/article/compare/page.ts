/** A comparison on paper: one page that stands alone, for lawyers and source files. */
import type { Element, ElementContent, Root } from 'hast';
import { say } from '../../language/index.ts';
import type { Article } from '../article.ts';
import { displayTime } from '../time.ts';
import type { Time } from '../metadata.ts';
import { el, textNode } from '../export/html/elements.ts';
import { writeHtml } from '../export/html/write.ts';
import { compareWithContext } from './compare.ts';
import type { BlockChange, ComparedRow, FieldChange, TextChange } from './comparison.ts';
import { plainText } from './inline.ts';
import { attributeName, blockName, fieldName, moveText } from './names.ts';
import { countsText } from './summary.ts';
import { valueText } from './value-text.ts';

/** One of the two versions, and what proves which one it was. */
export interface PageSide {
  readonly article: Article;
  readonly title: string;
  /** Null for the working copy, which is as of `madeAt`. */
  readonly time: Time | null;
  readonly author: string;
  /** SHA-256 of the article's canonical JSON (RFC 8785), in hexadecimal. */
  readonly hash: string;
}

/** @param madeAt when the page is made; stands on it */
export function comparisonPage(before: PageSide, after: PageSide, madeAt: Time): string {
  const { comparison, rows } = compareWithContext(before.article, after.article);
  const name = after.article.metadata.slugline || plainText(after.article.body.content?.[0] ?? after.article.body);
  const title = say('history.pageTitle', { name });
  const body = [
    el('h1', {}, [textNode(title)]),
    el('p', { className: 'about' }, [textNode(say('history.pageAbout', { counts: countsText(comparison), time: displayTime(madeAt, 'en') }))]),
    el('div', { className: 'sides' }, [versionHead(before, madeAt), versionHead(after, madeAt)]),
    ...comparison.metadata.map(fieldRow),
    ...rows.flatMap(blockRow),
  ];
  const head = [el('meta', { charSet: 'utf-8' }), el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }), el('title', {}, [textNode(title)]), el('style', {}, [textNode(style)])];
  const page: Root = { type: 'root', children: [{ type: 'doctype' }, el('html', { lang: 'en' }, [el('head', {}, head), el('body', {}, [el('main', {}, body)])])] };
  return `${writeHtml(page)}\n`;
}

function versionHead({ title, time, author, hash }: PageSide, madeAt: Time): Element {
  const facts = [displayTime(time ?? madeAt, 'en'), author].filter((part) => part !== '').join(' · ');
  return el('div', { className: 'version' }, [el('h2', {}, [textNode(title)]), el('p', {}, [textNode(facts)]), el('p', { className: 'hash' }, [textNode(say('history.pageHash', { hash }))])]);
}

const row = (kind: string, before: ElementContent[], after: ElementContent[]): Element =>
  el('div', { className: `sides ${kind}` }, [el('div', { dir: 'auto' }, before), el('div', { dir: 'auto' }, after)]);

const label = (text: string): Element => el('span', { className: 'label' }, [textNode(text)]);
const ins = (text: string): Element => el('ins', {}, [textNode(text)]);
const del = (text: string): Element => el('del', {}, [textNode(text)]);

const fieldRow = ({ field, before, after }: FieldChange): Element => row('field', [label(fieldName(field)), del(valueText(before))], [label(fieldName(field)), ins(valueText(after))]);

/** Unchanged text stands once, across both columns. */
function blockRow({ change, node }: ComparedRow): Element[] {
  if (change) return [changeRow(change)];
  const text = plainText(node);
  return text === '' ? [] : [el('p', { className: 'same', dir: 'auto' }, [textNode(text)])];
}

function changeRow(change: BlockChange): Element {
  const move = moveText(change);
  const facts = [...(move === null ? [] : [move]), ...change.marks.map(({ op, mark, text }) => say(op === 'insert' ? 'history.markOn' : 'history.markOff', { mark: mark.type, text }))];
  const attrs = (side: 'before' | 'after'): Element[] =>
    change.attrs.map((attr) => {
      const text = attr.name === 'type' ? blockName(String(attr[side])) : valueText(attr[side]);
      return el('div', { className: 'attr' }, [label(attributeName(attr.name)), side === 'before' ? del(text) : ins(text)]);
    });
  const name = label(blockName(change.type));
  const before = change.change === 'added' ? [] : [name, ...runs(change.text, 'insert'), ...attrs('before')];
  const after = change.change === 'removed' ? [] : [name, ...runs(change.text, 'delete'), ...attrs('after'), ...facts.map((fact) => el('div', { className: 'attr' }, [textNode(fact)]))];
  return row(change.change, before, after);
}

function runs(text: readonly TextChange[], without: TextChange['op']): ElementContent[] {
  return text.filter(({ op }) => op !== without).map(({ op, text: run }) => (op === 'same' ? textNode(run) : op === 'insert' ? ins(run) : del(run)));
}

const style = `body { font: 15px/1.5 Georgia, serif; color: #1d1c1a; background: #fff; margin: 0; }
main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; } h2 { font-size: 1rem; margin: 0; }
.about, .version p, .label, .attr { font: 12px/1.5 system-ui, sans-serif; color: #57534c; margin: 0; }
.hash { font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
.sides { display: grid; grid-template-columns: 1fr 1fr; border-top: 1px solid #cfcac0; break-inside: avoid; }
.sides > div { padding: .5rem .9rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.sides > div:first-child { border-right: 1px solid #cfcac0; }
.label { display: block; } .same { margin: 0; padding: .4rem .9rem; color: #57534c; border-top: 1px solid #e4e1da; white-space: pre-wrap; }
ins { background: #d8efdd; color: #124d28; text-decoration: underline; } del { background: #f9dedb; color: #8c1d16; }
@media print { main { max-width: none; padding: 0; } ins, del { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }`;
