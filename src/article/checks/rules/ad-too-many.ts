import { type Declaration, long, slot } from './declaration.ts';

export const adTooMany: Declaration = {
  level: 'warning',
  fails: [
    { blocks: [long(), slot({ reserve: 50 }), long(), slot({ reserve: 50 }), long()], options: { adSpacing: { between: 10, perSlot: 300 } } },
  ],
  passes: [
    { blocks: [long(), slot({ reserve: 50 }), long(), slot({ reserve: 50 }), long()], options: { adSpacing: { between: 10, perSlot: 150 } } },
  ],
};
