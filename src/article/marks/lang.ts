import type * as v from 'valibot';
import { direction, orNull, text } from '../blocks/definition.ts';

/** A passage in another language (BCP 47), with its direction where it differs. */
export const lang = { name: 'lang', spec: {}, attrs: { lang: text, dir: orNull(direction) } } as const;
export type Direction = v.InferOutput<typeof direction>;
