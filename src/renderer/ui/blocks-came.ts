/** Blocks were dropped that were dragged out of another article: they are a copy, and the window offers to take them away there. */
export interface BlocksCame {
  readonly articleId: string;
  readonly blockIds: readonly string[];
}

const hearers = new Set<(came: BlocksCame) => void>();

export function tellBlocksCame(came: BlocksCame): void {
  for (const hear of hearers) hear(came);
}

/** @returns a function that stops listening */
export function hearBlocksCame(hear: (came: BlocksCame) => void): () => void {
  hearers.add(hear);
  return () => void hearers.delete(hear);
}
