/** Every text of the console, in English. A translation replaces the modules of the folder texts. */
import { labels } from './texts/labels.js';
import { reading } from './texts/reading.js';
import { working } from './texts/working.js';

export const t = { ...reading, ...working };

/** The words for a value of one of the schema's enums. Values may be added to those: a new one reads as it is written there. */
export function label(kind, value) {
  return value ? (labels[kind]?.[value] ?? value.toLowerCase().replaceAll('_', ' ')) : '';
}

/** All values of an enum with their words, as a form offers them. */
export const choices = (kind) => Object.entries(labels[kind]);
