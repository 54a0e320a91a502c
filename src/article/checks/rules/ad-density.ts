import { type Declaration, long, slot } from './declaration.ts';

export const adDensity: Declaration = {
  level: 'warning',
  fails: [{ blocks: [long(), slot({ reserve: 600 }), long()] }],
  passes: [{ blocks: [long(), slot({ reserve: 400 }), long()] }],
};
