/** What a comparison calls blocks, attributes, fields and moves. */
import { say } from '../../language/index.ts';
import type { BlockChange, FieldChange } from './comparison.ts';

const blockNames = ['headline', 'standfirst', 'byline', 'paragraph', 'subhead', 'bulletList', 'orderedList', 'listItem', 'quote', 'pullQuote', 'image', 'gallery', 'adSlot', 'embed', 'table', 'factBox', 'divider', 'preformatted'] as const;

export function blockName(type: string): string {
  const known = blockNames.find((name) => name === type);
  return known ? say(`history.block-${known}`) : type;
}

/** `creditAsWritten` -> `credit as written` */
export const attributeName = (name: string): string => name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Null where the block was not moved. */
export function moveText(change: BlockChange): string | null {
  if (!change.moved) return null;
  const steps = change.from === null || change.to === null ? 0 : change.to - change.from;
  if (steps === 0) return say('history.moved');
  return say(steps > 0 ? 'history.movedDown' : 'history.movedUp', { count: Math.abs(steps) });
}

/** The name of a metadata field as Details shows it. */
export function fieldName(field: FieldChange['field']): string {
  const special = { embargo: 'details.embargo', dateline: 'details.groupDateline', corrections: 'details.groupCorrections', subjects: 'details.groupSubjects', targetLength: 'details.target' } as const;
  return field in special ? say(special[field as keyof typeof special]) : say(`details.${field as Exclude<FieldChange['field'], keyof typeof special>}`);
}
