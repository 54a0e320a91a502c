import { block, type Declaration, long } from './declaration.ts';

export const quoteAttributionMissing: Declaration = {
  level: 'warning',
  fails: [{ blocks: [long(), block('pullQuote', 'Late, not wrong')] }],
  passes: [
    { blocks: [long(), block('pullQuote', 'Late, not wrong', { attribution: 'the chief engineer' })] },
  ],
};
