import { useState } from 'react';

/**
 * What inputs hold while it is not yet a value: kept as long as the value it came from stands,
 * replaced as soon as the value changes from elsewhere (undo, paste, restore). No effect, so nothing flickers.
 */
export function useDraft<Value, Draft>(value: Value, draftOf: (value: Value) => Draft): readonly [Draft, (draft: Draft, committed: Value) => void] {
  const print = JSON.stringify(value);
  const [held, setHeld] = useState(() => ({ print, draft: draftOf(value) }));
  const draft = held.print === print ? held.draft : draftOf(value);
  return [draft, (next, committed) => setHeld({ print: JSON.stringify(committed), draft: next })];
}
