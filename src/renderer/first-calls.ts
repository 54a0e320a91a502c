/** What every start asks for. It is imported first, so that the answers come while the rest of the window's code is on its way. */
import { call } from './api.ts';

export const firstCalls = {
  settings: call('settings.read', null),
  assessed: call('recovery.assess', { evenIfOpen: false }),
  last: call('articles.openLast', null),
} as const;
