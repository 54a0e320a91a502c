/** Views that no start shows: their code is loaded once the window has nothing else to do, or when one is asked for before. */
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';

const loads: (() => Promise<unknown>)[] = [];

/** The component that `load` brings; nothing stands in its place until it is there. */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => ReactNode {
  const Loaded = lazy(async () => ({ default: await load() }));
  loads.push(load);
  return function Late(props) {
    return <Suspense><Loaded {...props} /></Suspense>;
  };
}

/** Loads all of them, so that none is waited for later. */
export function loadLate(): void {
  for (const load of loads) void load();
}
