import { type Declaration, long, slot } from './declaration.ts';

export const adIdDuplicate: Declaration = {
  level: 'error',
  fails: [
    { blocks: [long(), long(), slot({ slotId: 'mid' }), long(), long(), slot({ slotId: 'mid' }), long(), long()] },
  ],
  passes: [
    { blocks: [long(), long(), slot({ slotId: 'mid' }), long(), long(), slot({ slotId: 'low' }), long(), long()] },
  ],
};
