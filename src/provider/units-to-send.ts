import { foldCovers } from '../model/covers.ts';
import { segmentsOf } from '../model/dispatch.ts';
import { type Draft, needsProvider, type Target, type Unit } from '../model/draft.ts';
import { isPseudo, type Provenance, pseudoProvider } from '../model/provenance.ts';
import type { Provider, RequestSegment } from './provider.ts';
import { withoutTags } from './tags.ts';

/** A text that a draft needs translated, and the units that say it: it is sent once, whatever their number. */
export type Wanted = { readonly id: string; readonly text: string; readonly units: readonly Unit[] };

/**
 * What a provider has to be asked for, in reading order. The dateline is never among it (a rule writes it), and no words of a person
 * or of the memory are, but for those whose source has changed and beside which nothing is proposed yet.
 *
 * @param redo asks again for what a machine has drafted
 * @param spared providers whose drafts are not asked for again, redo or not
 */
export function unitsToSend(
  draft: Draft,
  provider: Pick<Provider, 'name'>,
  redo = false,
  spared: ReadonlySet<string> = new Set(),
): readonly Wanted[] {
  const byText = new Map<string, [Unit, ...Unit[]]>();
  for (const unit of foldCovers(draft).units) {
    const { target, segment } = unit;
    if (!needsProvider(unit, provider.name) && !(redo && mayRedo(target, provider.name, spared))) continue;
    const same = byText.get(segment.text);
    if (same) same.push(unit);
    else byText.set(segment.text, [unit]);
  }
  return Array.from(byText, ([text, units]) => ({ id: units[0].segment.id, text, units }));
}

/** Pseudo text may take the place of nothing but pseudo text. */
function mayRedo(target: Target, provider: string, spared: ReadonlySet<string>): boolean {
  const provenance = machineWork(target);
  if (provenance?.origin.kind !== 'machine' || spared.has(provenance.origin.provider)) return false;
  return provider !== pseudoProvider || (target.state === 'drafted' && isPseudo(provenance));
}

/** Where the words come from that a machine may write anew: a draft, or what is proposed beside work whose source has changed. */
function machineWork(target: Target): Provenance | undefined {
  if (target.state === 'stale') return target.proposed?.provenance;
  return target.state === 'drafted' ? target.provenance : undefined;
}

/** In UTF-16 units: more than wire copy has, and the same for every provider, so recordings fit. */
const contextLength = 16_000;

/**
 * The context that goes with every request of a dispatch: its text from the top, by whole segments, and never more than half of
 * what a request can take. Undefined for providers that use none.
 */
export function contextOf(dispatch: Draft['dispatch'], { capabilities }: Provider): string | undefined {
  if (!capabilities.context) return undefined;
  let length = contextLength;
  let bytes = capabilities.maxBytes / 2;
  const lines: string[] = [];
  for (const { text } of segmentsOf(dispatch)) {
    length -= text.length + 1;
    bytes -= capabilities.encodedSize(`${text}\n`);
    if (length < 0 || bytes < 0) break;
    lines.push(text);
  }
  return lines.length === 0 ? undefined : lines.join('\n');
}

/**
 * The characters a provider bills a segment as: Unicode code points, as DeepL counts them. Tags are not billed; what is escaped counts as it is
 * sent, which may be more than the bill.
 */
export function billedCharacters({ text, markup }: Pick<RequestSegment, 'text' | 'markup'>): number {
  let count = 0;
  for (const _ of markup === 'xml' ? withoutTags(text) : text) count += 1;
  return count;
}
