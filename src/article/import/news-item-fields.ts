import type { ElementContent } from 'hast';
import type { Metadata } from '../metadata.ts';

/** What a news item says beside its text, in every one of the three formats. */
export interface NewsItem {
  readonly headline: string;
  readonly standfirst: string;
  readonly byline: string;
  readonly language: string;
  readonly body: readonly ElementContent[];
  /** Fields the text does not hold, as they are in the item; '' and null where it does not say them. */
  readonly slugline: string;
  readonly source: string;
  readonly editorialNote: string;
  readonly urgency: number | null;
  readonly embargoedUntil: string;
  readonly isWithheld: boolean;
  readonly published: string;
  readonly tags: readonly string[];
  readonly subjects: Metadata['subjects'];
  /** What an item of another program says; ours has it in its text. */
  readonly beside: Beside;
}

interface Beside {
  readonly copyright: string;
  readonly usageTerms: string;
  readonly genre: string;
  readonly updated: string;
  readonly dateline: string;
  readonly description: string;
  readonly pictures: readonly NewsPicture[];
  /** What has no field, to be told. */
  readonly left: readonly string[];
}

/** A picture that comes with an item, in its best size. */
export interface NewsPicture {
  readonly address: string;
  readonly caption: string;
  readonly credit: string;
}

export const nothingBeside: Beside = { copyright: '', usageTerms: '', genre: '', updated: '', dateline: '', description: '', pictures: [], left: [] };
