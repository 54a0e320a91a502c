/** Characters to a line of the newsroom's column, as a printed page sets them: what a length in lines is counted by. */
import * as v from 'valibot';

export const lineLength = v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(200));

/** A usual column of a broadsheet. */
export const usualLineLength = 34;
