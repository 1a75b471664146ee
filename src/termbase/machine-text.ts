import type { Span } from '../model/span.ts';

/**
 * Stretches of a text that machines read: web and mail addresses, `{{placeholders}}`, `$t(calls)`. A name inside one is no mention
 * and nothing in one may be changed. Every repetition that could start anywhere is bounded, so that a long line costs linear time.
 */
export function machineText(text: string): Span[] {
  if (!hint.test(text)) return [];
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const hint = /:\/\/|www\.|@|\{\{|\$t\(/u;
const pattern =
  /(?:https?:\/\/|www\.)[^\s<>"«»“”]+|[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}|@[\p{L}\p{N}_]{1,64}|\{\{[^{}]{0,200}\}\}|\$t\([^()]{0,200}\)/gu;
