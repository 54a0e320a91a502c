import { type FocusEvent, useState } from 'react';

interface KeptList<Item> {
  readonly items: readonly Item[];
  /** What is wrong with the list as it stands, '' for nothing: a wrong one is shown and not kept. */
  readonly error: string;
  readonly change: (index: number, item: Item) => void;
  /** Kept at once, where nothing is wrong. */
  readonly set: (items: readonly Item[]) => void;
  /** For the element around the fields: what was typed is kept when it is left. */
  readonly onBlur: (event: FocusEvent) => void;
}

/** A list of the settings while someone edits it: whole rows are kept, half a row never is. */
export function useKeptList<Item>(kept: readonly Item[], errorOf: (items: readonly Item[]) => string, onKeep: (items: readonly Item[]) => void): KeptList<Item> {
  const [items, setItems] = useState(kept);
  const error = errorOf(items);
  const keep = (list: readonly Item[]): void => {
    if (list !== kept && errorOf(list) === '') onKeep(list);
  };
  return {
    items, error,
    change: (index, item) => setItems(items.map((old, at) => (at === index ? item : old))),
    set: (list) => {
      setItems(list);
      keep(list);
    },
    onBlur: () => keep(items),
  };
}
