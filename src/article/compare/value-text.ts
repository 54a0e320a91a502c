import { say } from '../../language/index.ts';
import { displayTime } from '../time.ts';

/** An attribute's or a field's value as a comparison shows it: words, never JSON where it can be helped. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return say('history.empty');
  if (Array.isArray(value)) return listText(value);
  if (typeof value === 'object') return recordText(value);
  if (typeof value === 'boolean') return say(value ? 'history.yes' : 'history.no');
  return value === 'indefinite' ? say('history.indefinite') : String(value as string | number);
}

function recordText(value: object): string {
  if ('instant' in value && 'zone' in value && typeof value.instant === 'string' && typeof value.zone === 'string') {
    return displayTime({ instant: value.instant, zone: value.zone, asWritten: '' }, 'en');
  }
  const parts = Object.entries(value).filter(([, part]) => part !== null && part !== '' && part !== false);
  if (parts.length === 0) return say('history.empty');
  return parts.map(([name, part]) => (typeof part === 'string' || name === 'until' || name === 'at' ? valueText(part) : `${name} ${valueText(part)}`)).join(', ');
}

function listText(list: readonly unknown[]): string {
  if (list.length === 0) return say('history.empty');
  if (list.every((item) => typeof item === 'number')) return list.join(' × ');
  return list.map(valueText).join('; ');
}
