/** Two articles in, what differs out; and the ways back. Only what compares two versions of an article belongs here. */
export type { AttributeChange, BlockChange, ComparedArticles, ComparedRow, Comparison, FieldChange, Mark, MarkChange, TextChange } from './comparison.ts';
export { applyComparison } from './apply.ts';
export { compareArticles, compareWithContext, StagedComparison } from './compare.ts';
export { restoreBlock, restoreField } from './restore.ts';
export { canRestoreRuns, restoreRun } from './restore-run.ts';
export { seamsOf, type Seam } from './seams.ts';
export { plainText } from './inline.ts';
export { countsText, kindOfChange, summariseComparison, type ComparisonSummary } from './summary.ts';
export { attributeName, blockName, fieldName, moveText } from './names.ts';
export { comparisonPage, type PageSide } from './page.ts';
export { valueText } from './value-text.ts';
