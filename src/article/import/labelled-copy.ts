import { say } from '../../language/index.ts';
import { safeAddress } from '../address.ts';
import type { BodyJson } from '../body.ts';
import { takeFurniture } from './copy-body.ts';
import { blocksOf, type BodyItem, paragraphOf } from './copy-blocks.ts';
import { CopyDraft } from './copy-draft.ts';
import { type CopyLine, copyLines } from './copy-lines.ts';
import { isEndMark, signOf } from './copy-signs.ts';
import { readCredits } from './credits.ts';
import { datelineOfField } from './dateline.ts';
import { withoutDateline } from './dateline-block.ts';
import { embargoOf } from './embargo-line.ts';
import { labelledBody } from './labelled-body.ts';
import { type Label, type LabelledLine, readLabel } from './labels.ts';
import { PictureFields } from './labelled-picture.ts';
import type { ImportContext, Imported } from './report.ts';

/** Copy with labelled fields over a Markdown-like body. A label nobody knows stays in the body, where it stood. */
export function importLabelledCopy(text: string, context: ImportContext): Imported {
  const draft = new CopyDraft(context);
  const { above, fields, rest, bodyLabel } = labelledHead(copyLines(text));
  for (const { text: line } of above) draft.keep(line, say('importing.keptKicker'));
  if (bodyLabel !== '') draft.place(bodyLabel, 'body');
  const pictures = new PictureFields(draft);
  const opening = readFields(draft, fields, pictures);
  const tail = labelledTail(rest);
  const closing = readFields(draft, tail.fields, pictures);
  const body = bodyLines(draft, rest.slice(0, rest.length - tail.length));
  const head = readFurnitureLines(draft, body);
  const [first, ...blocks] = labelledBody(draft, body.slice(head.length));
  const lead = first?.type === 'paragraph' ? withoutDateline(first, draft) : first;
  draft.blocks = [...above.map(({ text: line }) => paragraphOf(line)), ...pictures.blocks(), ...opening, ...head.left, ...(lead ? [lead, ...blocks] : []), ...closing];
  return draft.finish();
}

/** "By A" and "Updated ..." lines between the labels and the text, as wire copy has them. */
function readFurnitureLines(draft: CopyDraft, lines: readonly CopyLine[]): { readonly length: number; readonly left: readonly BodyJson[] } {
  const left: BodyItem[] = [];
  for (const [index, { text }] of lines.entries()) {
    const sign = signOf(text);
    if (sign.kind !== 'furniture') return { length: index, left: blocksOf(left) };
    left.push(...takeFurniture(draft, sign, true));
  }
  return { length: lines.length, left: blocksOf(left) };
}

/** The labelled lines at the top, and the lines below them. */
interface LabelledHead {
  /** A line or two above the first label: the paper's name, "FOR RELEASE". */
  readonly above: readonly CopyLine[];
  readonly fields: readonly LabelledLine[];
  readonly rest: readonly CopyLine[];
  /** `Body:` as written, '' where the copy has no such label. */
  readonly bodyLabel: string;
}

/** An indented line goes on with the field above it, and so does the line under a label that stands alone. */
export function labelledHead(lines: readonly CopyLine[]): LabelledHead {
  const start = lines.slice(0, mostAbove + 1).findIndex(({ text }) => readLabel(text) !== null);
  const above = lines.slice(0, Math.max(0, start));
  return { above, ...fieldsOf(lines.slice(above.length)) };
}

/** So many lines may stand above the first label. */
const mostAbove = 2;

function fieldsOf(lines: readonly CopyLine[]): Omit<LabelledHead, 'above'> {
  const fields: LabelledLine[] = [];
  for (const [index, line] of lines.entries()) {
    const field = readLabel(line.text);
    const last = fields.at(-1);
    if (last && !field?.label && goesOnWith(last, line, field)) {
      fields[fields.length - 1] = { ...last, value: `${last.value} ${line.text}`.trim(), line: `${last.line} ${line.text}` };
    } else if (field?.label?.kind === 'body') {
      return { fields, ...belowBodyLabel(lines.slice(index), field) };
    } else if (field && (index === 0 || isField(field, line, lines[index + 1]))) fields.push(field);
    else return { fields, rest: lines.slice(index), bodyLabel: '' };
  }
  return { fields, rest: [], bodyLabel: '' };
}

/** The text may begin on the label's own line. */
function belowBodyLabel([first, ...lines]: readonly CopyLine[], { line, value }: LabelledLine): Pick<LabelledHead, 'rest' | 'bodyLabel'> {
  const bodyLabel = line.slice(0, line.length - value.length).trim();
  return { bodyLabel, rest: first && value !== '' ? [{ ...first, text: value }, ...lines] : lines };
}

/** An unknown label is one among labels only: below a blank line it may open the text. */
function isField(field: LabelledLine, { blankBefore }: CopyLine, next: CopyLine | undefined): boolean {
  return field.label !== null || !blankBefore || (next !== undefined && Boolean(readLabel(next.text)?.label));
}

function goesOnWith(last: LabelledLine, { indent, blankBefore }: CopyLine, field: LabelledLine | null): boolean {
  return !blankBefore && (indent !== '' || (last.value === '' && last.label !== null && field === null));
}

/** Labelled lines that close the copy, all of them known. */
function labelledTail(lines: readonly CopyLine[]): { readonly fields: readonly LabelledLine[]; readonly length: number } {
  const fields: LabelledLine[] = [];
  for (let index = lines.length - 1; index > 0; index -= 1) {
    const field = readLabel(lines[index]?.text ?? '');
    if (!field?.label || field.label.kind === 'picture' || field.label.kind === 'body') break;
    fields.unshift(field);
    if (lines[index]?.blankBefore) return { fields, length: fields.length };
  }
  return { fields: [], length: 0 };
}

/** The body's lines without the marks that end copy. */
function bodyLines(draft: CopyDraft, lines: readonly CopyLine[]): CopyLine[] {
  const kept = [...lines];
  for (let last = kept.at(-1); last && isEndMark(last.text); last = kept.at(-1)) {
    draft.remove(last.text, say('importing.removedEnd'));
    kept.pop();
  }
  return kept;
}

/** Fills the fields; gives the lines that stay in the body. */
function readFields(draft: CopyDraft, fields: readonly LabelledLine[], pictures: PictureFields): BodyJson[] {
  const left: BodyJson[] = [];
  for (const field of fields) {
    const { line } = field;
    const why = field.label ? takeField(draft, field.label, { value: field.value, line }, pictures) : say('importing.keptUnknownLabel', { label: field.name });
    if (why === null) continue;
    if (why !== '') draft.keep(line, why);
    left.push(paragraphOf(line));
  }
  return left;
}

interface Written {
  readonly value: string;
  readonly line: string;
}

/** Puts a value in its field: null where it is there, else why it stays in the body ('' where the report already says so). */
function takeField(draft: CopyDraft, label: Label, written: Written, pictures: PictureFields): string | null {
  const { value, line } = written;
  // A label without a value says nothing; the report lists it with the field it left empty.
  if (value === '') return placed(draft, line, label.kind);
  switch (label.kind) {
    case 'text':
      return takeText(draft, label.field, value, line);
    case 'headline':
    case 'standfirst':
      if (draft[label.kind] !== '') return say('importing.keptFieldTaken');
      draft[label.kind] = value;
      return placed(draft, line, label.kind);
    case 'byline':
      return takeByline(draft, label.role, written);
    case 'time':
      return draft.takeTime({ field: label.field, phrase: value, text: line }) ? null : '';
    case 'picture':
      pictures.take(label.part, value, line);
      return null;
    case 'body':
      return '';
    default:
      return takeStructured(draft, label.kind, written);
  }
}

function takeByline(draft: CopyDraft, role: string, { value, line }: Written): string | null {
  const credits = readCredits(value, role);
  if (!credits) return say('importing.keptByline');
  draft.addByline(line, { ...credits, plainBy: credits.plainBy && role === 'written-by' });
  return null;
}

function placed(draft: CopyDraft, line: string, field: string): null {
  draft.place(line, field);
  return null;
}

function takeText(draft: CopyDraft, field: Extract<Label, { kind: 'text' }>['field'], value: string, line: string): string | null {
  const taken = draft.metadata[field];
  if (taken !== '' && field !== 'language') return say('importing.keptFieldTaken');
  const address = field === 'canonicalUrl' ? safeAddress(value) : value;
  if (address === null || (field === 'language' && !isLanguage(value))) return say('importing.keptFieldUnread', { text: value });
  draft.metadata = { ...draft.metadata, [field]: address };
  return placed(draft, line, `metadata.${field}`);
}

function isLanguage(tag: string): boolean {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(tag);
}

function takeStructured(draft: CopyDraft, kind: 'tags' | 'urgency' | 'dateline' | 'embargo', { value, line }: Written): string | null {
  const unread = say('importing.keptFieldUnread', { text: value });
  if (kind === 'tags') {
    const written = value.match(/\s*"[^"]+"|\s*\u201c[^\u201d]+\u201d|[^,;|]+/gu) ?? [];
    const tags = written.map((tag) => tag.trim().replace(/^["\u201c](.+)["\u201d]$/u, '$1')).filter((tag) => tag !== '' && !draft.metadata.tags.includes(tag));
    draft.metadata = { ...draft.metadata, tags: [...draft.metadata.tags, ...tags] };
  } else if (kind === 'urgency') {
    if (!/^[1-9]$/u.test(value)) return unread;
    draft.metadata = { ...draft.metadata, urgency: Number(value) };
  } else if (kind === 'dateline') {
    if (draft.hasDateline) return say('importing.keptFieldTaken');
    draft.setDateline(datelineOfField(value), line);
    return null;
  } else if (/^(?:no|none|nil|n\/a|-)\.?$/iu.test(value)) {
    draft.remove(line, say('importing.removedNoEmbargo'));
    return null;
  } else {
    if (draft.metadata.embargo) return say('importing.keptFieldTaken');
    draft.metadata = { ...draft.metadata, embargo: embargoOf(draft, value) };
  }
  return placed(draft, line, `metadata.${kind}`);
}
