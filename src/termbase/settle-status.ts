import type { Locale } from '../model/locale.ts';
import { foldTypography } from '../text/fold.ts';
import type { Term, TermStatus } from './concept.ts';

/** A term as a file of others has it, its status perhaps left open. */
export type OpenTerm = Omit<Term, 'status'> & { readonly status?: TermStatus };

/**
 * The terms of one concept as a glossary of ours may have them: each of them once, and at most one preferred in a language. What the
 * file leaves open is preferred where it comes first in its language, else admitted.
 */
export function settleStatuses(read: readonly OpenTerm[]): Term[] {
  const decided = new Set(read.filter(({ status }) => status === 'preferred').map(({ lang }) => lang));
  const preferred = new Set<Locale>();
  const taken = new Set<string>();
  return read.flatMap((term): Term[] => {
    const key = `${term.lang} ${foldTypography(term.text)}`;
    if (taken.has(key)) return [];
    taken.add(key);
    const wished = term.status ?? (decided.has(term.lang) ? 'admitted' : 'preferred');
    const status = wished === 'preferred' && preferred.has(term.lang) ? 'admitted' : wished;
    if (status === 'preferred') preferred.add(term.lang);
    return [{ ...term, status }];
  });
}
