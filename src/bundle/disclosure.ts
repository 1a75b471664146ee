import { allUnits, type Draft, isFilled } from '../model/draft.ts';

/**
 * What an app has to tell its readers of how a text was made, after Article 50(4) of the AI Act (Regulation (EU) 2024/1689).
 *
 * - `ai-autonomous`: a machine wrote some of it and no person has reviewed that
 * - `ai-assisted`: a machine wrote some of it, and people have reviewed or signed all of that
 * - `none`: no machine wrote any of it
 */
export type Disclosure = 'ai-autonomous' | 'ai-assisted' | 'none';

/** The same for people who read a draft. */
export const disclosureWords: Readonly<Record<Disclosure, string>> = {
  'ai-autonomous': 'a machine wrote some of it, and no person has reviewed that',
  'ai-assisted': 'a machine wrote some of it, and people have reviewed all of that',
  none: 'no machine wrote any of it',
};

/** The disclosure a draft needs. A machine's words stay a machine's however often people edit them; only a review counts. */
export function disclosureOf(draft: Draft): Disclosure {
  let machine = false;
  for (const { target } of allUnits(draft)) {
    if (!isFilled(target) || target.provenance.origin.kind !== 'machine') continue;
    if (target.state !== 'reviewed' && target.state !== 'final') return 'ai-autonomous';
    machine = true;
  }
  return machine ? 'ai-assisted' : 'none';
}
