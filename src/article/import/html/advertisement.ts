import type { Element } from 'hast';
import type { BodyJson } from '../../body.ts';
import { say } from '../../../language/index.ts';
import { make } from './make.ts';
import { attribute, byTag, classes, findElements, lineOf } from './read.ts';
import type { Reading } from './scope.ts';

const adName = /^(?:ads?|advert(?:s|isement|ising)?|ads?[-_].*|.*[-_]ads?|.*[-_]ads?[-_].*|advert(?:isement)?[-_].*|.*[-_]advert(?:isement)?(?:[-_].*)?|div-gpt-.*|adsbygoogle|adslot|adunit|adcontainer|adwrapper|gpt-ad.*|dfp.*|google[-_]auto[-_]placed|taboola.*|outbrain.*)$/;
const label = /^(?:ads?|advert|advertisements?|advertising|sponsored(?: content)?|promoted|publicit[ée]|publicidade?|pubblicit[àa]|anzeige|werbung|reclame)\.?$/i;

/** What stands beside the label for those who skip it. */
const around = /skip ad(?:vertisement)?|scroll (?:down )?to continue(?: reading)?|(?:story|article) continues (?:below|after)(?: this)?(?: ad(?:vertisement)?)?|ad feedback|report this ad|[·|>›]/gi;

/** True for a container that a page names as a place for advertising. */
export const isAdvertisement = (element: Element): boolean => classes(element).some((name) => adName.test(name));

/**
 * A page's place for an advertisement becomes a slot: its label is kept, its code is not.
 * @returns null where the element is none, or holds text of its own besides the label
 */
export function adSlotOf(element: Element, reading: Reading): BodyJson[] | null {
  if (element.tagName !== 'ins' && element.tagName !== 'div' && element.tagName !== 'aside' && element.tagName !== 'section' && element.tagName !== 'p') return null;
  if (!isAdvertisement(element)) return null;
  const line = lineOf(element);
  const text = line.replace(around, '').trim();
  if (text !== '' && !label.test(text)) return null;
  if (line !== text) reading.removed.push({ text: line, why: say('formats.left-advertisement') });
  for (const frame of findElements(element, byTag('iframe', 'img', 'video', 'object', 'embed'))) {
    reading.removed.push({ text: attribute(frame, 'src') || frame.tagName, why: say('formats.left-advertisement') });
  }
  reading.slots += 1;
  return [make('adSlot', { slotId: reading.started ? '' : `ad-${reading.slots}`, ...(text === '' ? {} : { label: text }) })];
}
