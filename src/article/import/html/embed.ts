import type { Element } from 'hast';
import { safeAddress } from '../../address.ts';
import type { BodyJson } from '../../body.ts';
import { say } from '../../../language/index.ts';
import { isAdvertisement } from './advertisement.ts';
import { make } from './make.ts';
import { attribute, byTag, findElement } from './read.ts';
import type { Reading, Scope } from './scope.ts';

/** A frame, film or sound as a card that loads nothing; without an address that may stand, a line in the report. */
export function embedOf(element: Element, _scope: Scope, reading: Reading): BodyJson[] {
  const source = findElement(element, byTag('source'));
  const address = attribute(element, 'src') || attribute(element, 'dataSrc') || attribute(element, 'data') || (source ? attribute(source, 'src') : '');
  const url = safeAddress(address.startsWith('//') ? `https:${address}` : address, reading.baseAddress || undefined);
  if (isAdvertisement(element) || url === null || url.startsWith('mailto:')) {
    reading.removed.push({ text: address || `<${element.tagName}>`, why: say(isAdvertisement(element) ? 'formats.left-advertisement' : 'formats.left-frame') });
    return [];
  }
  return [make('embed', { url, provider: new URL(url).hostname.replace(/^www\./, ''), title: (attribute(element, 'title') || attribute(element, 'ariaLabel')).trim() })];
}
