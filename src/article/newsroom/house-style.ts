/**
 * The newsroom's house style: what not to write, and what instead. `wrong` and `right` may each hold several forms with `|`
 * between them, first for first: `adviser|advisers` for `advisor|advisors`. An empty `right` says the word is to be avoided.
 */
import Papa from 'papaparse';
import * as v from 'valibot';

const text = v.optional(v.string(), '');
export const styleTerm = v.object({
  wrong: v.pipe(v.string(), v.trim(), v.minLength(1, 'an entry needs what is wrong')),
  right: text,
  note: text,
  /** BCP 47; the copy's language must be it or a variety of it. '' for copy in any language. */
  language: text,
  /** 'exact': as written here; 'any': capitals do not count, and the suggestion takes those of the text. */
  case: v.optional(v.picklist(['any', 'exact']), 'any'),
});
export type StyleTerm = v.InferOutput<typeof styleTerm>;
export const houseStyle = v.array(styleTerm);

export const formsOf = (written: string): string[] => written.split('|').map((form) => form.trim()).filter((form) => form !== '');

export type StyleReading =
  | { readonly ok: true; readonly terms: readonly StyleTerm[] }
  /** `row` counts from 1, the heading and empty rows included. */
  | { readonly ok: false; readonly row: number; readonly fault: 'no-heading' | 'cells' | 'no-wrong' | 'forms' | 'case' | 'language' | 'quotes' };

const columns = ['wrong', 'right', 'note', 'language', 'case'] as const;

/** Reads a table of comma, semicolon or tab separated values, with a heading that names the columns in any order; `wrong` must be there. */
export function readHouseStyle(csv: string): StyleReading {
  const { data, errors } = Papa.parse<string[]>(...separated(csv));
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) return { ok: false, row: (broken.row ?? 0) + 1, fault: 'quotes' };
  // Empty rows say nothing, and are counted as the person's table counts them.
  const [heading, ...rows] = data.map((cells, index) => ({ row: index + 1, cells })).filter(({ cells }) => !isEmpty(cells));
  const names = heading?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  if (!names.includes('wrong')) return { ok: false, row: heading?.row ?? 1, fault: 'no-heading' };
  const terms: StyleTerm[] = [];
  for (const { row, cells } of rows) {
    const named = Object.fromEntries(columns.map((name) => [name, (cells[names.indexOf(name)] ?? '').trim()]));
    const fault = isEmpty(cells.slice(names.length)) ? faultOf(named) : 'cells';
    if (fault) return { ok: false, row, fault };
    terms.push(v.parse(styleTerm, { ...named, case: named['case']?.toLowerCase() === 'exact' ? 'exact' : 'any' }));
  }
  return { ok: true, terms };
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The table and what separates its cells: what a spreadsheet's own first row says (`sep=;`), else a sign of the heading. */
function separated(csv: string): [text: string, { readonly delimiter: string }] {
  const said = /^\uFEFF?sep=(.)(?=\r?\n)/iu.exec(csv);
  const text = csv.replace(said?.[0] ?? '\uFEFF', '');
  const [heading = ''] = /^.*\p{L}.*$/mu.exec(text) ?? [];
  return [text, { delimiter: said?.[1] ?? [';', '\t'].find((sign) => heading.includes(sign)) ?? ',' }];
}

function faultOf({ wrong = '', right = '', language = '', case: letters = '' }: Readonly<Record<string, string>>): 'no-wrong' | 'forms' | 'case' | 'language' | null {
  if (formsOf(wrong).length === 0) return 'no-wrong';
  if (formsOf(right).length > 1 && formsOf(right).length !== formsOf(wrong).length) return 'forms';
  if (!['', 'any', 'exact'].includes(letters.toLowerCase())) return 'case';
  return language === '' || /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(language) ? null : 'language';
}

export function writeHouseStyle(terms: readonly StyleTerm[]): string {
  return `${Papa.unparse({ fields: [...columns], data: terms.map((term) => columns.map((name) => term[name])) }, { newline: '\n' })}\n`;
}

/** The list with others in it: an entry for the same words and language takes the place of the one that was there. */
export function joinHouseStyle(terms: readonly StyleTerm[], others: readonly StyleTerm[]): StyleTerm[] {
  const key = ({ wrong, language }: StyleTerm): string => `${language}\n${wrong.toLowerCase()}`;
  return [...new Map([...terms, ...others].map((term) => [key(term), term])).values()];
}
