// @vitest-environment jsdom
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { late, loadLate } from './late.tsx';

it.each(['before it is drawn', 'between its drawing and what follows on it', 'later'])('a view whose code comes %s is shown', async (when) => {
  let bring = (): void => undefined;
  const brought = new Promise<() => string>((resolve) => {
    bring = () => resolve(() => 'here');
  });
  const View = late(() => brought);
  loadLate();
  if (when.startsWith('before')) bring();
  await Promise.resolve();
  const page = document.createElement('div');
  const Watched = () => {
    // React draws first and runs effects in a task of their own: a microtask stands between them.
    if (when.startsWith('between')) queueMicrotask(bring);
    return createElement(View);
  };
  createRoot(page).render(createElement(Watched));
  if (when === 'later') setTimeout(bring, 50);
  await vi.waitFor(() => expect(page.textContent).toBe('here'));
});
