import * as v from 'valibot';
import type { PictureRules } from '../../ipc/contract.ts';

/** As large as they are, and without what they say of place and camera: the newsroom asks for anything else. */
export const plainRules: PictureRules = { longest: 0, quality: 85, keepsPlace: false };

const whole = v.pipe(v.number(), v.integer());

/** As the settings file has them. A number that is none of these takes the plain value: one bad field is no reason to lose the others. */
export const pictureRules = v.object({
  longest: v.fallback(v.pipe(whole, v.minValue(0), v.maxValue(20_000)), plainRules.longest),
  quality: v.fallback(v.pipe(whole, v.minValue(1), v.maxValue(100)), plainRules.quality),
  keepsPlace: v.fallback(v.boolean(), plainRules.keepsPlace),
});
