/**
 * The lines of a drawn article as elements of their own, so that each gets its number wherever the page ends: no style sheet
 * numbers the lines of a text. The article must be laid out, and as wide as it will be printed.
 */
export function splitIntoLines(root: ShadowRoot): void {
  for (const run of runsIn(root)) {
    const starts = lineStarts(run);
    const lines: HTMLElement[] = [];
    // From the last one: what is taken out leaves the places before it as they are.
    for (const start of [...starts.slice(1).toReversed(), null]) {
      const range = document.createRange();
      range.selectNodeContents(run);
      if (start) range.setStart(start.node, start.offset);
      const line = document.createElement('span');
      line.className = 'line';
      line.append(range.extractContents());
      lines.unshift(line);
    }
    run.replaceChildren(...lines);
  }
}

const isInline = (node: Node): boolean => node instanceof Text || (node instanceof Element && /^(?:inline|ruby)/u.test(getComputedStyle(node).display)) || node instanceof HTMLBRElement;

/** Text and what stands in its lines, each run of it in a box of its own; a table is read by its cells. */
function runsIn(root: ShadowRoot): HTMLElement[] {
  const runs: HTMLElement[] = [];
  for (const element of root.querySelectorAll('*')) {
    if (element.closest('table, svg') || isInline(element)) continue;
    let run: Node[] = [];
    for (const node of [...element.childNodes, null]) {
      if (node && isInline(node)) {
        run.push(node);
        continue;
      }
      if (run.some((one) => one.textContent?.trim())) runs.push(boxOf(run));
      run = [];
    }
  }
  return runs;
}

function boxOf(run: readonly Node[]): HTMLElement {
  const box = document.createElement('div');
  run[0]?.parentNode?.insertBefore(box, run[0]);
  box.append(...run);
  return box;
}

interface LineStart {
  readonly node: Text;
  readonly offset: number;
}

/** Where each line begins. */
function lineStarts(run: HTMLElement): LineStart[] {
  const starts: LineStart[] = [];
  const walker = document.createTreeWalker(run, NodeFilter.SHOW_TEXT);
  let top = Number.NEGATIVE_INFINITY;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!(node instanceof Text)) continue;
    // Lines break before words, and after hyphens and dashes in them.
    for (const { index } of node.data.matchAll(/[^\s\u2010-\u2014-]+[\u2010-\u2014-]*|[\u2010-\u2014-]+/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const [box] = range.getClientRects();
      // What is raised or lowered in its line stays in it.
      if (!box || box.top - top < box.height * 0.8) continue;
      starts.push({ node, offset: index });
      ({ top } = box);
    }
  }
  return starts;
}
