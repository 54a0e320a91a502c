import type { BlockMargin, Margin } from '../editor/touched.ts';
import type { BlockTouch } from '../../ipc/contract.ts';
import { say } from '../../language/index.ts';
import { brief, clock, moment, zoneName } from '../ui/times.ts';

/** People are told apart by this many colours. */
const hues = 6;

/**
 * What stands beside the blocks: a run of blocks changed by one person in one revision is named once, at its head.
 * @param touches in the order of the text
 */
export function marginOf(touches: readonly BlockTouch[], nowMs: number): Margin {
  const people: string[] = [];
  const margin = new Map<string, BlockMargin>();
  let last: BlockTouch | null = null;
  for (const touch of touches) {
    if (!people.includes(touch.author.id)) people.push(touch.author.id);
    const isSame = last?.author.id === touch.author.id && last.time.instant === touch.time.instant && last.time.zone === touch.time.zone;
    margin.set(touch.blockId, { ...textOf(touch, nowMs, isSame), hue: people.indexOf(touch.author.id) % hues });
    last = touch;
  }
  return margin;
}

function textOf({ author, time: { instant, zone }, revision }: BlockTouch, nowMs: number, isSame: boolean): Pick<BlockMargin, 'label' | 'description'> {
  const ms = Date.parse(instant);
  const name = author.name || say('history.nobody');
  const date = brief(ms, zone, nowMs);
  const at = clock(ms, zone);
  const time = `${date === at ? at : `${date}, ${at}`} ${zoneName(ms, zone)}`;
  return {
    label: isSame ? '' : `${name}\n${time}`,
    description: say(revision === null ? 'history.touchedSince' : 'history.touched', { name, time: moment(ms, zone), revision: revision ?? 0 }),
  };
}
