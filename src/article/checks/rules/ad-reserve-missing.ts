import { type Declaration, long, slot } from './declaration.ts';

export const adReserveMissing: Declaration = {
  level: 'warning',
  fails: [{ blocks: [long(), slot({ reserve: null }), long()] }],
  passes: [{ blocks: [long(), slot({ reserve: 250 }), long()] }],
};
