import * as v from 'valibot';
import { blockId, fraction, orNull, text } from './definition.ts';

/** Content hash of a picture file, the name it has in the image store. */
export const imageId = v.pipe(v.string(), v.regex(/^sha256-[0-9a-f]{64}$/, 'an imageId is sha256- and 64 hex digits'));

const crop = v.strictObject({ x: fraction, y: fraction, width: fraction, height: fraction });

/** The caption is the content. Fractions are of the picture's width and height, from the top left. */
export const image = {
  name: 'image',
  spec: { content: 'inline*', group: 'block', defining: true, isolating: true, draggable: true },
  attrs: {
    blockId,
    imageId: orNull(imageId),
    origin: text,
    alt: text,
    longDescription: text,
    credit: text,
    creditAsWritten: text,
    source: text,
    copyright: text,
    usageTerms: text,
    decorative: v.optional(v.boolean(), false),
    focalPoint: orNull(v.strictObject({ x: fraction, y: fraction })),
    crops: v.optional(v.record(v.string(), crop), {}),
    role: v.optional(v.picklist(['lead', 'inline']), 'inline'),
  },
} as const;
