import { type Declaration, long, slot } from './declaration.ts';

export const adSizeUnknown: Declaration = {
  level: 'warning',
  fails: [
    { blocks: [long(), slot({ sizes: [[301, 251]] }), long()] },
    { blocks: [long(), slot({ sizes: [] }), long()] },
  ],
  passes: [{ blocks: [long(), slot({ sizes: [[300, 250], [320, 50]] }), long()] }],
};
