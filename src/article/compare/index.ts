/** Two articles in, what differs out; and the ways back. Only what compares two versions of an article belongs here. */
export type { AttributeChange, BlockChange, Comparison, FieldChange, Mark, MarkChange, TextChange } from './comparison.ts';
export { applyComparison } from './apply.ts';
export { compareArticles } from './compare.ts';
export { restoreBlock, restoreField } from './restore.ts';
export { kindOfChange, summariseComparison, type ComparisonSummary } from './summary.ts';
