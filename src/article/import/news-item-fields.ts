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
}
