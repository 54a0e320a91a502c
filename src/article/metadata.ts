import * as v from 'valibot';
import { orNull, text } from './blocks/definition.ts';

/** A moment with its zone: RFC 3339 instant with Z, IANA zone (or a bare offset), and how the copy wrote it. */
export const time = v.strictObject({
  instant: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, 'an instant is RFC 3339 with Z'), v.check((value) => !Number.isNaN(Date.parse(value)), 'an instant is RFC 3339 with Z')),
  zone: v.pipe(v.string(), v.minLength(1)),
  asWritten: text,
});
export type Time = v.InferOutput<typeof time>;

/** IPTC Media Topic, by its 8-digit code. */
export const subject = v.strictObject({ code: v.pipe(v.string(), v.regex(/^\d{8}$/, 'a Media Topic code has 8 digits')), name: text });

export const dateline = v.strictObject({
  place: text,
  country: text,
  date: v.optional(v.pipe(v.string(), v.regex(/^(\d{4}-\d\d-\d\d)?$/, "a dateline's date is YYYY-MM-DD or empty")), ''),
  source: text,
  asWritten: text,
});
export type Dateline = v.InferOutput<typeof dateline>;

export const embargo = v.strictObject({ until: v.union([time, v.literal('indefinite')]), note: text });
export const correction = v.strictObject({ at: time, kind: v.picklist(['correction', 'clarification', 'update', 'retraction']), text });
export const targetLength = v.strictObject({ value: v.pipe(v.number(), v.integer(), v.minValue(0)), unit: v.picklist(['words', 'characters', 'lines']) });

/** What is known about an article beside its body, in canonical order (DESIGN section 3). */
export const metadata = v.strictObject({
  slugline: text,
  section: text,
  genre: text,
  language: text,
  source: text,
  shortHeadline: text,
  seoTitle: text,
  seoDescription: text,
  socialHeadline: text,
  urlSlug: text,
  canonicalUrl: text,
  editorialNote: text,
  internalNote: text,
  legal: text,
  copyright: text,
  usageTerms: text,
  closingCredits: text,
  adPolicyReason: text,
  adPolicy: v.optional(v.picklist(['allowed', 'none']), 'allowed'),
  subjects: v.optional(v.array(subject), []),
  tags: v.optional(v.array(v.string()), []),
  urgency: orNull(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9))),
  dateline: orNull(dateline),
  publishedAt: orNull(time),
  updatedAt: orNull(time),
  embargo: orNull(embargo),
  corrections: v.optional(v.array(correction), []),
  targetLength: orNull(targetLength),
});
export type Metadata = v.InferOutput<typeof metadata>;
export type MetadataField = keyof Metadata;
export const metadataFields = Object.keys(metadata.entries) as MetadataField[];

export const emptyMetadata = (): Metadata => v.parse(metadata, {});

/** Fields that never leave with a publication (DESIGN section 8). */
export const privateFields = ['internalNote', 'editorialNote', 'legal', 'embargo', 'adPolicyReason', 'targetLength'] as const satisfies readonly MetadataField[];
