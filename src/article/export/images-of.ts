import type { BodyJson } from '../body.ts';

/** Every image of a body in the order of the text, in galleries and fact boxes too. */
export function imagesOf(body: BodyJson): readonly BodyJson[] {
  const found: BodyJson[] = [];
  collect(body, found);
  return found;
}

function collect(node: BodyJson, into: BodyJson[]): void {
  if (node.type === 'image') into.push(node);
  else for (const child of node.content ?? []) if (child.type !== 'text') collect(child, into);
}
