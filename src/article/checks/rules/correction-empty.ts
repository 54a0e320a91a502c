import { copy, type Declaration } from './declaration.ts';

const at = { instant: '2024-03-03T09:30:00Z', zone: 'Europe/London', asWritten: '' };

export const correctionEmpty: Declaration = {
  level: 'warning',
  fails: [{ ...copy('The council voted.'), metadata: { corrections: [{ at, kind: 'correction', text: ' ' }] } }],
  passes: [{ ...copy('The council voted.'), metadata: { corrections: [{ at, kind: 'update', text: 'The vote has been held.' }] } }],
};
