import { type Declaration, long } from './declaration.ts';

export const lengthTarget: Declaration = {
  level: 'warning',
  fails: [
    { metadata: { targetLength: { value: 400, unit: 'words' } } },
    { blocks: [long()], metadata: { targetLength: { value: 2, unit: 'lines' } }, options: { lineLength: 40 } },
  ],
  passes: [{ blocks: [long()], metadata: { targetLength: { value: 120, unit: 'words' } } }],
};
