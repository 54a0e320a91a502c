/** What every start asks for. It is imported first, so that the answers come while the rest of the window's code is on its way. */
import { call } from './api.ts';

export const firstCalls = {
  settings: call('settings.read', null),
  assessed: call('recovery.assess', { evenIfOpen: false }),
  last: call('articles.openLast', null),
} as const;

type First = typeof firstCalls;
/** The answers that are there when the window is first drawn; null for one that is still to come. */
export type FirstAnswers = { readonly [Name in 'settings' | 'last']: Awaited<First[Name]> | null };

/** What is not answered by then is drawn when it is, milliseconds: there is something to see of a store that takes its time. */
const patienceMs = 100;

/** Waits for what is at hand, so that the first drawing is the article and not an empty window. */
export async function firstAnswers(): Promise<FirstAnswers> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs));
  const [settings, last] = await Promise.all([Promise.race([firstCalls.settings, late]), Promise.race([firstCalls.last, late])]);
  return { settings, last };
}
