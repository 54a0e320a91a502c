import type { Element } from 'xast';
import { safeAddress } from '../../address.ts';
import type { BodyJson } from '../../body.ts';
import type { MarkName } from '../../marks/index.ts';
import { xml, xmlLanguage } from '../agency/xml.ts';
import { run } from './parts.ts';

type Mark = NonNullable<BodyJson['marks']>[number];
const textAttr = (mark: Mark, name: string): string => (typeof mark.attrs?.[name] === 'string' ? mark.attrs[name] : '');

/** What each mark is in a run's properties, in the schema's order; a link is around the run. A new mark does not compile until it has a line. */
const properties: { readonly [Name in MarkName]: ((mark: Mark) => Element[]) | null } = {
  code: () => [xml('w:rStyle', { 'w:val': 'CodeText' })],
  bold: () => [xml('w:b'), xml('w:bCs')],
  italic: () => [xml('w:i'), xml('w:iCs')],
  strike: () => [xml('w:strike')],
  superscript: () => [xml('w:vertAlign', { 'w:val': 'superscript' })],
  subscript: () => [xml('w:vertAlign', { 'w:val': 'subscript' })],
  lang: (mark) => {
    const language = xmlLanguage(textAttr(mark, 'lang'));
    const rtl = textAttr(mark, 'dir') === 'rtl' ? [xml('w:rtl')] : [];
    return [...rtl, ...(language === '' ? [] : [xml('w:lang', { 'w:val': language, 'w:bidi': language, 'w:eastAsia': language })])];
  },
  link: () => [],
  note: null,
  insertion: null,
  deletion: null,
  modification: null,
};
const order = Object.keys(properties);
const isMark = (name: string): name is MarkName => Object.hasOwn(properties, name);

/** Addresses of the document's links get a relation each. */
export type Relate = (address: string) => string;

/** Inline content as runs. */
export function inlineRuns(content: readonly BodyJson[] | undefined, relate: Relate, base: readonly Element[] = []): Element[] {
  return (content ?? []).map((node) => {
    const marks = (node.marks ?? []).toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
    const set = marks.flatMap((mark) => (isMark(mark.type) ? (properties[mark.type]?.(mark) ?? []) : []));
    const link = marks.find(({ type }) => type === 'link');
    const address = link ? safeAddress(textAttr(link, 'href')) : null;
    const style = address !== null && !set.some(({ name }) => name === 'w:rStyle') ? [xml('w:rStyle', { 'w:val': 'Hyperlink' })] : [];
    const made = run(node.type === 'hardBreak' ? '\n' : (node.text ?? ''), inOrder([...style, ...set, ...base.filter(({ name }) => !set.some((own) => own.name === name))]));
    return address === null ? made : xml('w:hyperlink', { 'r:id': relate(address) }, [made]);
  });
}

const schemaOrder = ['w:rStyle', 'w:b', 'w:bCs', 'w:i', 'w:iCs', 'w:strike', 'w:vertAlign', 'w:rtl', 'w:lang'];
const inOrder = (set: readonly Element[]): Element[] => set.toSorted((a, b) => schemaOrder.indexOf(a.name) - schemaOrder.indexOf(b.name));
