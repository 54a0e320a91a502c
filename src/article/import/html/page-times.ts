import type { Element } from 'hast';
import type { Time } from '../../metadata.ts';
import type { CopyDraft } from '../copy-draft.ts';
import type { PageFacts } from './page-facts.ts';
import { liveEntries, type Page, takeOut } from './page-fields.ts';
import { attribute, findElements, lineOf, without } from './read.ts';

const fields = ['publishedAt', 'updatedAt'] as const;
type Field = (typeof fields)[number];
const hasMoment = (text: string): boolean => /\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text);

/** Times with a machine's reading in them; the line goes where it said nothing else. Then what the page says of itself. */
export function takeTimes(page: Page): void {
  const ofEntries = new Set(liveEntries(page.article).flatMap((entry) => findElements(entry, () => true)));
  for (const line of findElements(page.article, (element) => /^(?:p|div|span|li|time)$/.test(element.tagName) && !ofEntries.has(element))) {
    const times = line.tagName === 'time' ? [line] : findElements(line, (element) => element.tagName === 'time');
    if (times.length === 0 || page.used.has(line) || times.some((time) => page.used.has(time) || !hasMoment(attribute(time, 'dateTime')))) continue;
    const rest = lineOf(without({ ...line, tagName: 'div' }, (node) => times.some((one) => one === node)));
    const bare = line.tagName === 'time' ? '' : rest.replace(/last\s+updated|updated|modified|published|posted|first|on|at|[\s:|·•,–—()-]/gi, '');
    if (bare !== '' || times.some((time) => isOfAnEntry(time, line, page.facts))) continue;
    const taken = times.map((time) => takeTime(time, line, page));
    if (taken.every(Boolean)) for (const node of [line, ...times]) takeOut(page, node);
  }
  takeFacts(page);
}

/** The text of a time with a blank between its parts. */
const shownOf = (time: Element): string => {
  const parts = time.children.map((child) => (child.type === 'element' || child.type === 'text' ? lineOf(child) : '')).filter((part) => part !== '');
  return parts.join(' ');
};

function takeTime(time: Element, around: Element, { draft, facts }: Page): boolean {
  const phrase = attribute(time, 'dateTime').trim();
  const shown = shownOf(time);
  const field = fieldOf(time, around, facts);
  if (draft.metadata[field]) return false;
  if (!draft.takeTime({ field, phrase, text: lineOf(around) || phrase })) return false;
  const read = timeOf(draft, field);
  if (read !== null) draft.metadata = { ...draft.metadata, [field]: { ...read, asWritten: shown } };
  return true;
}

/** Read anew each time: the compiler would take the field for what it was before the draft changed it. */
const timeOf = (draft: CopyDraft, field: Field): Time | null => draft.metadata[field];

const isSameMoment = (one: string, other: string): boolean => one !== '' && other !== '' && Date.parse(one) === Date.parse(other);

/** Which of the two a time is: as the page says of itself, else by the words around it. */
function fieldOf(time: Element, around: Element, facts: PageFacts): Field {
  const moment = attribute(time, 'dateTime').trim();
  if (isSameMoment(moment, facts.published)) return 'publishedAt';
  if (isSameMoment(moment, facts.modified)) return 'updatedAt';
  const shown = lineOf(time);
  const line = lineOf(around);
  const before = line.slice(0, Math.max(0, line.indexOf(shown)));
  const said = `${attribute(time, 'itemProp')} ${attribute(time, 'className')} ${around === time ? '' : attribute(around, 'className')} ${before.split(/[|·•]/).at(-1) ?? ''}`;
  return /updat|modif/i.test(said) || /^\W*(?:last\s+)?(?:updat|modif)/i.test(shown) ? 'updatedAt' : 'publishedAt';
}

/** A moment well after the publication that nobody calls an update, on a page that says when it was published: an entry's own. */
const isOfAnEntry = (time: Element, around: Element, facts: PageFacts): boolean =>
  hasMoment(facts.published) && fieldOf(time, around, facts) === 'publishedAt' && /(?:Z|[+-]\d\d:?\d\d)$/.test(attribute(time, 'dateTime').trim()) && Date.parse(attribute(time, 'dateTime').trim()) - Date.parse(facts.published) > 15 * 60e3;

/** What the page says about itself fills what it does not show. */
function takeFacts({ draft, facts }: Page): void {
  for (const [field, phrase] of [['publishedAt', facts.published], ['updatedAt', facts.modified]] as const) {
    // Most sites give every page a modification time; one equal to the publication says nothing.
    const says = field === 'publishedAt' || !isSameMoment(phrase, facts.published);
    if (draft.metadata[field] === null && hasMoment(phrase) && says) draft.takeTime({ field, phrase, text: phrase });
    const read = timeOf(draft, field);
    if (read !== null && read.asWritten === phrase) draft.metadata = { ...draft.metadata, [field]: { ...read, asWritten: '' } };
  }
}

/** The numbers a line may show of a moment, in every form: 2024, 03, 3, 18, 05, 6. */
function numbersOf(moment: string): string[] {
  const [year = '', ...rest] = moment.match(/\d+/g)?.slice(0, 5) ?? [];
  const hour = Number(rest[2] ?? 0) % 12;
  return [year, ...rest, ...rest.map((part) => String(Number(part))), String(hour === 0 ? 12 : hour), String(hour === 0 ? 12 : hour).padStart(2, '0')];
}

/** Lines above the text that only say the moments the fields already have, in whatever language. */
export function takeKnownTimes(page: Page): void {
  const { draft, facts } = page;
  const moments = [facts.published, facts.modified].filter(hasMoment);
  if (moments.length === 0) return;
  const known = new Set(moments.flatMap(numbersOf));
  for (const element of page.head) {
    const line = lineOf(without(element, (node) => page.used.has(node)));
    if (page.used.has(element) || !/^(?:p|div|span|li|time|td|small|summary|details)$/.test(element.tagName) || line.length > 140 || line.split(/\s+/).length > 16) continue;
    const numbers: readonly string[] = line.replace(/\d+\s*min(?:ute)?s?\b.*$/iu, '').match(/\d+/g) ?? [];
    const hasDay = moments.some((moment) => numbers.includes(moment.slice(0, 4)) && numbers.some((number) => Number(number) === Number(moment.slice(8, 10))));
    if (!hasDay || !numbers.every((number) => known.has(number)) || findElements(element, (one) => /^(?:h[1-6]|img)$/.test(one.tagName)).length > 0) continue;
    draft.place(line, 'metadata.publishedAt');
    keepWritten(draft, line);
    takeOut(page, element);
  }
}

/** The line's words stand beside the first moment that has none. */
function keepWritten(draft: CopyDraft, line: string): void {
  const field = fields.find((name) => timeOf(draft, name)?.asWritten === '');
  const read = field ? timeOf(draft, field) : null;
  if (field && read) draft.metadata = { ...draft.metadata, [field]: { ...read, asWritten: line } };
}
