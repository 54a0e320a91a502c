/**
 * The lines of a drawn article as elements of their own, so that each gets its number wherever the page ends: no style sheet
 * numbers the lines of a text. The article must be laid out, and as wide as it will be printed.
 */
export function splitIntoLines(root: ShadowRoot): void {
  // All are measured before any is split: each split lays the page out anew.
  for (const { run, starts } of runsIn(root).map((one) => ({ run: one, starts: lineStarts(one) }))) {
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
    for (const { 0: word, index } of node.data.matchAll(/\S+/gu)) {
      for (const { offset, box } of piecesOf(node, index, word)) {
        // What is raised or lowered in its line stays in it.
        if (!box || box.top - top < box.height * 0.8) continue;
        starts.push({ node, offset });
        ({ top } = box);
      }
    }
  }
  return starts;
}

interface Piece {
  readonly offset: number;
  /** Where it stands; nothing for what is not seen. */
  readonly box: DOMRect | undefined;
}

/** A word, or its letters where it goes over the end of a line: at hyphens, in addresses, and in scripts without blanks. */
function piecesOf(node: Text, from: number, word: string): Piece[] {
  const whole = boxesOf(node, from, word.length);
  if (whole.length < 2) return [{ offset: from, box: whole[0] }];
  let offset = from;
  return Array.from(word, (letter) => {
    const piece = { offset, box: boxesOf(node, offset, letter.length)[0] };
    offset += letter.length;
    return piece;
  });
}

function boxesOf(node: Text, from: number, length: number): DOMRectList {
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, from + length);
  return range.getClientRects();
}
