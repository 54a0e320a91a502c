/** Views that no start shows: their code is loaded once the window has nothing else to do, or when one is asked for before. */
import { type ComponentType, type ReactNode, useEffect, useReducer } from 'react';

const loads: (() => Promise<unknown>)[] = [];

/**
 * The component that `load` brings; nothing stands in its place until it is there. One that is there is shown at once, which React's
 * `lazy` does not do: it holds the first showing back by a third of a second, and what is typed meanwhile goes to the text.
 */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => ReactNode {
  let Loaded: ComponentType<Props> | null = null;
  const fetch = async (): Promise<void> => {
    Loaded ??= await load();
  };
  loads.push(fetch);
  return function Late(props) {
    const [, show] = useReducer((count: number) => count + 1, 0);
    // As it was drawn: what came between the drawing and this effect has not been shown.
    const isShown = Loaded !== null;
    useEffect(() => {
      if (!isShown) void fetch().then(show);
    }, [isShown]);
    return Loaded ? <Loaded {...props} /> : null;
  };
}

/** Has something else that no start needs loaded with them. */
export function alsoLate(load: () => Promise<unknown>): void {
  loads.push(load);
}

/** Loads all of them, so that none is waited for later. */
export function loadLate(): void {
  for (const load of loads) void load();
}
