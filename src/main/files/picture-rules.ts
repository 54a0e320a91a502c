import * as v from 'valibot';
import type { PictureRules } from '../../ipc/contract.ts';

/** As large as they are, and without what they say of place and camera: the newsroom asks for anything else. */
export const plainRules: PictureRules = { longest: 0, widths: [], quality: 85, keepsPlace: false };

const whole = v.pipe(v.number(), v.integer());

/** Widths of narrower copies: each once, rising. */
export const pictureWidths = v.pipe(v.array(v.pipe(whole, v.minValue(16), v.maxValue(20_000))), v.maxLength(10), v.transform((widths): readonly number[] => [...new Set(widths)].toSorted((a, b) => a - b)));

/** Each field as it may be set. */
const fields = {
  longest: v.pipe(whole, v.minValue(0), v.maxValue(20_000)),
  widths: pictureWidths,
  quality: v.pipe(whole, v.minValue(1), v.maxValue(100)),
  keepsPlace: v.boolean(),
};

/** As the window asks for them: nothing else is taken. */
export const askedPictureRules = v.strictObject(fields);

/** As the settings file has them. A value that is none of these takes the plain one: one bad field is no reason to lose the others. */
export const pictureRules = v.object({
  longest: v.fallback(fields.longest, plainRules.longest),
  widths: v.fallback(fields.widths, []),
  quality: v.fallback(fields.quality, plainRules.quality),
  keepsPlace: v.fallback(fields.keepsPlace, plainRules.keepsPlace),
});
