import type { Locale } from '../model/locale.ts';
import { isPseudo, type Provenance } from '../model/provenance.ts';

/**
 * One sentence and its translation, as people approved it. Texts are plain: what a reader reads.
 *
 * `previous` and `next` are the source texts beside it. Where one of them is given, the other one missing means the edge of the
 * dispatch; where both are missing nothing is known of the place (memories of other tools seldom say).
 */
export type MemoryEntry = {
  readonly source: Locale;
  readonly target: Locale;
  readonly sourceText: string;
  readonly targetText: string;
  readonly previous?: string;
  readonly next?: string;
  readonly provenance: Provenance;
  /** Who approved the translation last. */
  readonly by?: string;
  /** When: ISO 8601. */
  readonly at?: string;
  /** The TMX file or the master it is read from, as a path in the project. */
  readonly from: string;
};

/**
 * Whether a store may keep an entry: both sides have words, and somebody stands behind them. Pseudo text never enters, and what a
 * machine wrote enters only when a person has edited, accepted or signed it.
 */
export function belongsInMemory(entry: MemoryEntry): boolean {
  if (entry.sourceText.trim() === '' || entry.targetText.trim() === '') return false;
  if (isPseudo(entry.provenance)) return false;
  if (entry.provenance.origin.kind !== 'machine' || entry.by !== undefined) return true;
  return entry.provenance.steps.some((step) => step.did === 'edited' || step.did === 'accepted');
}

/**
 * Whether a translation into `target` can serve a draft in `wanted`. A wider locale and a narrower one of it serve each other (`pt`,
 * `pt-PT`); two narrow ones (`pt-PT`, `pt-BR`) do not.
 */
export function servesTarget(target: Locale, wanted: Locale): boolean {
  return target === wanted || target.startsWith(`${wanted}-`) || wanted.startsWith(`${target}-`);
}
