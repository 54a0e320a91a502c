import { type Declaration, long, slot } from './declaration.ts';

export const adLabelMissing: Declaration = {
  level: 'warning',
  fails: [{ blocks: [long(), slot({ label: '' }), long()] }],
  passes: [{ blocks: [long(), slot({ label: 'Anzeige' }), long()] }],
};
