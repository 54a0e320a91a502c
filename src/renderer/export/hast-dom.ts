import type { ElementContent, RootContent } from 'hast';

/** Never built: they would act, or load, or style the window. The CSP refuses them too. */
const refused = new Set(['script', 'style', 'iframe', 'object', 'embed', 'link', 'meta', 'base', 'form', 'template']);

/** The DOM of a hast tree, element by element: no HTML string, no parser (DESIGN section 10). */
export function hastToDom(nodes: readonly (RootContent | ElementContent)[], into: Node & ParentNode): void {
  for (const node of nodes) {
    if (node.type === 'text') into.append(node.value);
    else if (node.type === 'element' && !refused.has(node.tagName)) {
      const element = document.createElement(node.tagName);
      for (const [name, value] of Object.entries(node.properties)) {
        const attribute = attributeName(name);
        if (value === null || value === undefined || value === false || !isHarmless(attribute, value)) continue;
        element.setAttribute(attribute, value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value));
      }
      hastToDom(node.children, element);
      into.append(element);
    }
  }
}

/** hast's property names as attributes: `className`, `dateTime`, `dataGalleyBlock`, `ariaLabel`. */
export function attributeName(property: string): string {
  if (property === 'className') return 'class';
  if (property === 'htmlFor') return 'for';
  if (/^data[A-Z]/.test(property)) return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return property.replace(/^aria(?=[A-Z])/, 'aria-').toLowerCase();
}

function isHarmless(attribute: string, value: unknown): boolean {
  if (attribute === 'style' || attribute.startsWith('on') || attribute === 'srcset') return false;
  return attribute !== 'src' || (typeof value === 'string' && value.startsWith('image:'));
}
