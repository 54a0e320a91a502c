declare global {
  interface Window {
    /** Chromium's; the DOM library takes what it makes for a string. */
    readonly trustedTypes: { createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string } };
  }
}

const refuse = (): never => {
  throw new TypeError('only a worker of this build may run');
};

/**
 * Starts workers of one file of the build: Trusted Types refuse a bare address, and no other file is let through.
 * @param address as Vite's `?worker&url` gives it
 */
export function workerStarter(name: string, address: string): () => Worker {
  let policy: ReturnType<Window['trustedTypes']['createPolicy']> | undefined;
  return () => {
    policy ??= window.trustedTypes.createPolicy(`galley-${name}`, { createScriptURL: (asked) => (asked === address ? asked : refuse()) });
    return new Worker(policy.createScriptURL(address), { type: 'module', name });
  };
}
