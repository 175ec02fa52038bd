/** Texts compared word by word. */
import { html } from 'lit';

const words = (text) => text.match(/\s+|[\p{L}\p{N}’'-]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** What stands in both of two lists in the same order: pairs of places. */
function common(before, after) {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) {
    start += 1;
  }
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) {
    end += 1;
  }
  const pairs = Array.from({ length: start }, (_, at) => [at, at]);
  pairs.push(...between(before.slice(start, before.length - end), after.slice(start, after.length - end)).map(([i, j]) => [i + start, j + start]));
  for (let at = end; at > 0; at -= 1) {
    pairs.push([before.length - at, after.length - at]);
  }
  return pairs;
}

/** The longest common subsequence. */
function between(before, after) {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i][j] = before[i] === after[j] ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) {
      pairs.push([i++, j++]);
    } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return pairs;
}

/** Runs of what stayed, went and came, in order. */
function runs(before, after) {
  const found = [];
  let [i, j] = [0, 0];
  for (const [x, y] of [...common(before, after), [before.length, after.length]]) {
    if (x > i) {
      found.push({ change: 'REMOVED', items: before.slice(i, x) });
    }
    if (y > j) {
      found.push({ change: 'ADDED', items: after.slice(j, y) });
    }
    if (x < before.length && y < after.length) {
      found.push({ change: 'SAME', items: [before[x]] });
    }
    [i, j] = [x + 1, y + 1];
  }
  return found;
}

/** A text with the words set off that another lacks. */
export function differing(before, after) {
  const theirs = words(after);
  const fold = (list) => list.map((word) => word.toLowerCase());
  const kept = new Set(common(fold(words(before)), fold(theirs)).map(([, at]) => at));
  return theirs.map((word, at) => (kept.has(at) || /^\s+$/.test(word) ? word : html`<em class="own">${word}</em>`));
}

/** What changed from one text to another: by lines first, then by words within the lines that changed. */
export function changes(before, after) {
  const pieces = [];
  const blocks = runs(before.split(/(?<=\n)/), after.split(/(?<=\n)/));
  for (let at = 0; at < blocks.length; at += 1) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    if (block.change === 'REMOVED' && next?.change === 'ADDED') {
      pieces.push(...runs(words(block.items.join('')), words(next.items.join(''))));
      at += 1;
    } else {
      pieces.push(block);
    }
  }
  return pieces.map(({ change, items }) => ({ change, text: items.join('') }));
}
