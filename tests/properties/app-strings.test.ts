import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeStrings, type Preference } from '../../src/bundle/strings/merge-strings.ts';
import { stringUnits, translationIn } from '../../src/bundle/strings/string-units.ts';
import { readStringsXliff } from '../../src/bundle/strings/strings-xliff.ts';
import { filled, resource, sent } from '../bundle/strings/translator.ts';

const languages = { from: 'fr', to: 'en' };
const keys = ['title', 'body', 'steps', 'menu'] as const;
const source = resource(Object.fromEntries(keys.map((key) => [key, `Texte ${key}`])));

/** A translation as it went out, as somebody has it here since, and as somebody has it in the tool; none: there is none, or it is as it was. */
type Life = { readonly was?: string; readonly here?: string | null; readonly there?: string };

const words = fc.constantFrom('One.', 'Two.', 'A “third” & 5 < 6 one');
const life: fc.Arbitrary<Life> = fc.record(
  { was: words, here: fc.option(words, { nil: null }), there: words },
  { requiredKeys: [] },
);

const resourceOf = (texts: readonly (readonly [string, string | null | undefined])[]) =>
  resource(Object.fromEntries(texts.filter(([, text]) => typeof text === 'string')));

it('app strings: whatever was changed here or in a tool since they went out, nobody’s words are lost or changed unasked', async () => {
  const lives = fc.tuple(life, life, life, life);
  const preference = fc.constantFrom<Preference>(undefined, 'theirs', 'ours');
  const property = fc.asyncProperty(
    lives,
    fc.constantFrom('1.2' as const, '2.0' as const),
    fc.boolean(),
    preference,
    async (all, version, losesNotes, prefer) => {
      const named = keys.map((key, nth): [string, Life] => [key, all[nth] ?? {}]);
      const before = resourceOf(named.map(([key, { was }]) => [key, was]));
      const now = resourceOf(named.map(([key, { was, here }]) => [key, here === undefined ? was : here]));
      const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      const written = filled(await sent(source, languages, version, before), (id) => {
        const { there } = new Map(named).get(id) ?? {};
        return there === undefined ? undefined : escaped(there);
      });
      const home = losesNotes ? written.replaceAll(/<note>.*?<\/note>/gu, '') : written;
      const { files } = await readStringsXliff(home);
      const units = files[0]?.units ?? [];
      const once = mergeStrings(source, now, units, languages, prefer);
      const outcomes = new Map(once.outcomes.map((one) => [one.key, one.outcome]));
      for (const unit of stringUnits(source, languages)) {
        const { was, there } = new Map(named).get(unit.id) ?? {};
        const here = translationIn(now, unit);
        const after = translationIn(once.resource, unit);
        const edited = there === undefined || there === was ? undefined : there;
        const isTouched = here !== was;
        // What a person here has, or the edit, or what both say; anything else is nobody's.
        const isEdit = after === edited || (prefer === 'theirs' && after === (there ?? was));
        const isUnknown = losesNotes && here === undefined && after === was;
        expect(after === here || isEdit || isUnknown).toBe(true);
        if (isTouched && here !== undefined && prefer !== 'theirs') expect(after).toBe(here);
        if (edited !== undefined && after !== edited && prefer === undefined) {
          expect(outcomes.get(unit.id)).toBe('conflicting');
        }
        if (edited !== undefined && !isTouched && !losesNotes) expect(after).toBe(edited);
      }
      const twice = mergeStrings(source, once.resource, units, languages, prefer);
      expect(twice.resource).toEqual(once.resource);
    },
  );
  await fc.assert(property, { numRuns: 150 });
}, 60_000);
