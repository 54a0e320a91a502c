import { v7 } from 'uuid';
import { parseArticle } from '../article.ts';
import type { Contributor } from '../blocks/byline.ts';
import type { BodyJson } from '../body.ts';
import { emptyMetadata, type Metadata } from '../metadata.ts';
import { say } from '../../language/index.ts';
import { besideMoment, dayOfTime, readTimePhrase } from '../time.ts';
import { type Credits, mergePeople, reportedByClosing } from './credits.ts';
import { inlineText, newBlock, paragraphOf } from './copy-blocks.ts';
import type { TimeLabel } from './furniture-line.ts';
import type { DatelineFound } from './dateline.ts';
import type { Explained, ImportContext, Imported, Placed } from './report.ts';

/** An article while its copy is being read: what was found so far and what the report will say. */
export class CopyDraft {
  headline = '';
  standfirst = '';
  metadata: Metadata;
  blocks: BodyJson[] = [];
  readonly #context: ImportContext;
  readonly #moments: Readonly<Record<'publishedAt' | 'updatedAt', string>>;
  readonly #placed: Placed[] = [];
  readonly #removed: Explained[] = [];
  readonly #kept: Explained[] = [];
  readonly #zoneStatements = new Set<string>();
  /** The zone of the first time that could be read. */
  #zone = '';
  #people: readonly Contributor[] = [];
  #closing: readonly Contributor[] = [];
  readonly #plainNames = new Set<string>();
  #dateline: DatelineFound | null = null;
  #ads = 0;
  #images = 0;

  /** @param moments what the source says for machines of its times, RFC 3339; '' where it says nothing */
  constructor(context: ImportContext, moments: Readonly<Record<'publishedAt' | 'updatedAt', string>> = { publishedAt: '', updatedAt: '' }) {
    this.#context = context;
    this.#moments = moments;
    this.metadata = { ...emptyMetadata(), language: context.language };
  }

  get hasDateline(): boolean {
    return this.#dateline !== null;
  }

  place(text: string, field: string): void {
    this.#placed.push({ text, field });
  }

  remove(text: string, why: string): void {
    this.#removed.push({ text, why });
  }

  keep(text: string, why: string): void {
    this.#kept.push({ text, why });
  }

  setHeadline(text: string): void {
    this.headline = text;
    this.place(text, 'headline');
  }

  setStandfirst(text: string): void {
    this.standfirst = text;
    this.place(text, 'standfirst');
  }

  /** Puts a labelled time in its field; false where the line must stay in the body, which the report then explains. */
  takeTime({ field, phrase, text }: TimeLabel): boolean {
    const reading = readTimePhrase(field ? besideMoment(phrase, this.#moments[field]) : phrase, this.#context);
    if (!field) {
      this.keep(text, reading.time ? say('importing.timeNoLabel') : reading.statement);
      return false;
    }
    if (!reading.time) {
      this.keep(text, reading.statement);
      if (reading.why === 'ambiguous-zone') this.#zoneStatements.add(reading.statement);
      return false;
    }
    if (this.metadata[field]) {
      this.keep(text, say('importing.timeSecond'));
      return false;
    }
    this.metadata = { ...this.metadata, [field]: { ...reading.time, asWritten: phrase.trim() } };
    this.#zoneStatements.add(reading.statement);
    this.#zone ||= reading.time.zone;
    this.place(text, `metadata.${field}`);
    return true;
  }

  /** Reads a time that has no label of its own, such as an embargo's; its zone is stated in the report. */
  readTime(phrase: string): Metadata['updatedAt'] {
    const reading = readTimePhrase(phrase, this.#context);
    if (reading.time || reading.why === 'ambiguous-zone') this.#zoneStatements.add(reading.statement);
    this.#zone ||= reading.time?.zone ?? '';
    return reading.time;
  }

  /** Who has been named so far. */
  get people(): readonly Contributor[] {
    return this.#people;
  }

  addByline(text: string, { people, plainBy }: Credits): void {
    this.#people = mergePeople(this.#people, people);
    if (plainBy) for (const { name } of people) this.#plainNames.add(name.toLowerCase());
    this.place(text, 'byline');
  }

  addClosingCredits(text: string, people: readonly Contributor[]): void {
    this.metadata = { ...this.metadata, closingCredits: this.metadata.closingCredits === '' ? text : `${this.metadata.closingCredits}\n${text}` };
    this.#closing = [...this.#closing, ...people];
    this.place(text, 'metadata.closingCredits');
  }

  /** True where none was found yet, or one that named the place alone and this one says more of it. */
  fitsDateline({ place, month, source }: DatelineFound): boolean {
    const known = this.#dateline;
    return !known || (known.place.toLowerCase() === place.toLowerCase() && known.month === 0 && known.source === '' && (month > 0 || source !== ''));
  }

  /** @param text the passage as it stands in the copy, its label included */
  setDateline(found: DatelineFound, text = found.asWritten): void {
    this.#dateline = { ...found, country: found.country || (this.#dateline?.country ?? '') };
    this.place(text, 'metadata.dateline');
  }

  /** `ad-1`, `ad-2`, ... in the order of the copy. */
  nextSlotId(): string {
    this.#ads += 1;
    return `ad-${this.#ads}`;
  }

  /** True once: for the first image of the copy. */
  isFirstImage(): boolean {
    this.#images += 1;
    return this.#images === 1;
  }

  /** A closing credit of a picture fills the first image that has none. */
  fillCredit(credit: string, source: string): void {
    const at = this.blocks.findIndex(({ type, attrs }) => type === 'image' && attrs?.['credit'] === '');
    const image = this.blocks[at];
    if (image) this.blocks[at] = { ...image, attrs: { ...image.attrs, credit, ...(source === '' ? {} : { source }) } };
  }

  finish(): Imported {
    const contributors = mergePeople(reportedByClosing(this.#people, this.#plainNames, this.#closing), this.#closing);
    const fields = [
      newBlock('headline', {}, inlineText(this.headline)),
      newBlock('standfirst', {}, inlineText(this.standfirst)),
      newBlock('byline', { contributors }),
    ];
    const body = { type: 'doc', content: [...fields, ...(this.blocks.length > 0 ? this.blocks : [paragraphOf('')])] };
    const metadata = { ...this.metadata, dateline: this.#datelineField() };
    const article = parseArticle({ format: 'galley-article', version: 1, id: v7(), metadata, body, comments: [], conflicts: [], images: {} });
    if (!article.ok) throw new Error(`an importer built a bad article: ${article.error.path}: ${article.error.message}`);
    const zone = { zone: this.#zone, why: [...this.#zoneStatements].join(' ') };
    return { article: article.value, report: { placed: this.#placed, removed: this.#removed, kept: this.#kept, zone } };
  }

  /** A dateline without a year takes that of the article's own times; without those its day stays open. */
  #datelineField(): Metadata['dateline'] {
    const found = this.#dateline;
    if (!found) return null;
    const time = this.metadata.publishedAt ?? this.metadata.updatedAt;
    const year = found.year > 0 ? String(found.year) : (time ? dayOfTime(time).slice(0, 4) : '');
    const two = (value: number): string => String(value).padStart(2, '0');
    const date = found.month > 0 && year !== '' ? `${year}-${two(found.month)}-${two(found.day)}` : '';
    return { place: found.place, country: found.country, date, source: found.source, asWritten: found.asWritten };
  }
}
