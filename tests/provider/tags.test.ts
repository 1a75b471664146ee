import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimate } from '../../src/provider/estimate.ts';
import { createInMemoryJournal } from '../../src/provider/in-memory-journal.ts';
import type { TranslationRequest } from '../../src/provider/provider.ts';
import { createScheduler } from '../../src/provider/schedule.ts';
import { createScripted, type ScriptedOptions } from '../../src/provider/scripted.ts';
import { tagTerms, untagTerms } from '../../src/provider/tagged-terms.ts';
import { readTags, withoutTags, writeTags } from '../../src/provider/tags.ts';
import { translate } from '../../src/provider/translate.ts';
import { readTermsCsv } from '../../src/termbase/csv.ts';
import { createTermbase } from '../../src/termbase/termbase.ts';
import { house } from '../termbase/house.ts';
import { instantClock } from './clocks.ts';
import { draftOf } from './drafts.ts';
import { targetsOf, textsOf } from './run.ts';
import { isWellFormed, type TagDamage, tagDamages } from './tag-damage.ts';

const into = (target: string) => ({ source: 'fr', target });

/** What comes of an answer that the damage makes of what was sent. */
function back(source: string, answer: (sent: string) => string, target = 'en') {
  const tagged = tagTerms(source, house, into(target));
  if (!tagged) throw new Error(`not tagged: ${source}`);
  return untagTerms(answer(tagged.text), tagged, house, into(target));
}

describe('what goes out', () => {
  it.each([
    ['Sergueï Lavrov va à Genève', '<t id="1">Sergueï Lavrov</t> va à <t id="2">Genève</t>'],
    ['l’OSCE & la Russie', 'l’<t id="1">OSCE</t> &amp; la <t id="2">Russie</t>'],
    ['le ministre des Affaires étrangères', 'le ministre des Affaires étrangères'],
    ['{{count}} morts à Moscou', '<x id="1">{{count}}</x> morts à <t id="2">Moscou</t>'],
    ['Voir https://afp.com/Moscou?a=1&b=2.', 'Voir <x id="1">https://afp.com/Moscou?a=1&amp;b=2</x>.'],
    ['<b>Moscou</b>', '<x id="1">&lt;b&gt;</x><t id="2">Moscou</t><x id="3">&lt;/b&gt;</x>'],
    [
      'Soit {n, plural, one {un mort à Moscou} other {# morts}} ici',
      'Soit <x id="1">{n, plural, one {un mort à Moscou} other {# morts}}</x> ici',
    ],
  ])('%s', (text, sent) => {
    expect(tagTerms(text, house, into('en'))?.text).toBe(sent);
    expect(isWellFormed(sent)).toBe(true);
  });

  it('is plain text where there is no glossary to go by, and nothing where the text looks like a tag or cannot be XML', () => {
    expect(tagTerms('À Moscou, R&D', undefined, into('en'))?.text).toBe('À Moscou, R&amp;D');
    for (const text of ['un <t id="1">', 'un < x >', '&lt;/t&gt;', 'un\u0001', '＜т＞', '3 < 4']) {
      expect(tagTerms(text, house, into('en')), text).toBeUndefined();
    }
  });

  it('is billed without its tags', () => {
    expect(withoutTags('<t id="1">R&amp;D</t> à <x id="12">{n}</x>')).toBe('R&amp;D à {n}');
  });
});

describe('what comes back', () => {
  const source = 'Sergueï Lavrov va à Genève';
  it.each([
    ['<t id="1">Sergei Lavrov</t> goes to <t id="2">Geneva</t>', 'Sergei Lavrov goes to Geneva', []],
    ['To <t id="2">Geneva</t> goes <t id="1">Lavrov</t>', 'To Geneva goes Lavrov', []],
    // The termbase knows these forms, and repairs them as it always does.
    ['<t id="1">Sergey Lavrov</t> in <t id="2">Genève</t>', 'Sergey Lavrov in Genève', []],
    ['<t id="1">Serge Lavroff</t> in <t id="2">Geneva</t>', 'Sergei Lavrov in Geneva', ['tag:lavrov']],
    [
      '<t id="1">“Serge Lavroff”</t> in <t id="2">Genf</t>',
      '“Sergei Lavrov” in Geneva',
      ['tag:lavrov', 'tag:geneva'],
    ],
    ['The <t id="1">S. Lavroff</t> in Geneva', 'The Sergei Lavrov in Geneva', ['tag:lavrov']],
    ['<t id="1">SERGE LAVROFF</t> in <t id="2">Geneva</t>', 'Sergei Lavrov in Geneva', ['tag:lavrov']],
    ['A <t id="2">Genf</t> talk of <t id="1">Lavrov</t>', 'A Geneva talk of Lavrov', ['tag:geneva']],
  ])('%s → %s', (answer, text, by) => {
    expect(back(source, () => answer)).toEqual({ text, by });
  });

  it.each([
    ['the minister', 'the minister in Geneva'],
    ['The Minister', 'The Minister in Geneva'],
    ['he, Serge', 'he, Serge in Geneva'],
  ])('keeps words that are no name, and says what they are: %s', (words, text) => {
    const answer = `<t id="1">${words}</t> in <t id="2">Geneva</t>`;
    expect(back(source, () => answer)).toEqual({ text, by: [`tag:lavrov=${words}`] });
  });

  it('never takes words for the name where the name stands beside the tag', () => {
    const answer = '<t id="1">President</t> Sergei Lavrov in <t id="2">Geneva</t>';
    expect(back(source, () => answer)).toEqual({ text: 'President Sergei Lavrov in Geneva', by: [] });
    const part = '<t id="1">Premium</t>-Lavroff in <t id="2">Geneva</t>';
    expect(back(source, () => part)).toEqual({
      text: 'Premium-Lavroff in Geneva',
      by: ['tag:lavrov=Premium'],
    });
  });

  it('mends what goes by the sound of the name, and leaves the name where it cannot', () => {
    const romance = createTermbase(
      readTermsCsv(
        'concept,type,lang,term,status,match,forms,note\nyerevan,place,en,Yerevan,preferred,exact,,\nyerevan,place,fr,Erevan,preferred,exact,,\nbaku,place,en,Baku,preferred,exact,,\nbaku,place,fr,Bakou,preferred,exact,,\n',
        'a.csv',
      ),
    );
    const languages = { source: 'en', target: 'fr' };
    const answered = (text: string, answer: string) => {
      const tagged = tagTerms(text, romance, languages);
      return tagged && untagTerms(answer, tagged, romance, languages);
    };
    expect(answered('The town of Yerevan', 'la ville de <t id="1">Ierevan</t>')).toEqual({
      text: 'la ville d’Erevan',
      by: ['tag:yerevan'],
    });
    expect(answered('Old Baku', 'la <t id="1">Tiflis</t>')?.by).toEqual(['tag:baku=Tiflis']);
  });

  it('touches no name in a language with cases, and says what stands there', () => {
    const answer = '<t id="1">Sergei Lawroff</t> in <t id="2">Genf</t>';
    expect(back(source, () => answer, 'de')).toEqual({
      text: 'Sergei Lawroff in Genf',
      by: ['tag:lavrov=Sergei Lawroff'],
    });
  });

  it.each([
    [
      '&lt;b&gt; &amp; &quot;R&amp;D&quot; &apos;x&apos; &#233;&#xE9; a&nbsp;b',
      '<b> & "R&D" \'x\' éé a\u00a0b',
    ],
    ['&#0; &#xD800; &#1; &eacute; &', '&#0; &#xD800; &#1; &eacute; &'],
  ])('reads references: %s', (answer, text) => {
    expect(readTags(answer, '', []).text).toBe(text);
  });

  it.each([
    ['Ihren<x id="1">{n}</x>Plan', 'Ihren {n} Plan'],
    ['Ihren <x id="1">{n}</x>-Plan', 'Ihren {n}-Plan'],
    ['计划<x id="1">{n}</x>人', '计划{n}人'],
  ])('puts back blanks that were lost beside a tag: %s', (answer, text) => {
    expect(back('Le plan {n} à toi', () => answer, 'de')?.text).toBe(text);
  });

  it('puts back a placeable that was changed in its tag, and trusts no answer that has lost one', () => {
    const asked = 'Soit {{count}} morts';
    expect(back(asked, () => '<x id="1">{{compte}}</x> dead')?.text).toBe('{{count}} dead');
    expect(back(asked, () => 'some <x id="1">{{count}} dead</x>')?.text).toBe('some {{count}} dead');
    expect(back(asked, () => '{{count}} <x id="1">dead</x>')?.text).toBe('{{count}} dead');
    for (const answer of ['some dead', '<x id="1"></x> dead', '<x id="1">count</x> dead', ' ']) {
      expect(
        back(asked, () => answer),
        answer,
      ).toBeUndefined();
    }
  });

  it('leaves what is not to be translated as it went', () => {
    const csv =
      'concept,type,lang,term,status,match,forms,note,translate\napollo,organisation,fr,Apollon,preferred,exact,,,no\n';
    const tagged = tagTerms('Sur Apollon', createTermbase(readTermsCsv(csv, 'a.csv')), into('de'));
    expect(tagged?.text).toBe('Sur <x id="1">Apollon</x>');
  });
});

const words = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.constantFrom(
      ...['Sergueï Lavrov', 'Genève', 'Moscou', 'l’OSCE', 'la Russie', 'Haut-Karabakh', 'Lavrov', 'ministre'],
      ...[
        'a',
        'dit',
        '«',
        '»',
        'R&D',
        '&amp;',
        '&nbsp;',
        '"',
        "'",
        '&',
        'é',
        '🙂',
        'Нагорный',
        '中文',
        'id=5',
      ],
      ...['{{count}}', '{n}', '%s', '$t(x)', 'https://afp.com/a?b=1&c=2', 'a@b.fr', '<b>', '</b>', '1,5 %'],
      ...['{n, plural, one {# mort} other {# morts}}', '\u00a0'],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('3 < 4', '5 > 2', '<', '>', '<t>', '<x id="1">', '&lt;t id="1"&gt;'),
  },
);
const sentences = fc
  .array(words, { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(' ').trim())
  .filter((text) => text !== '');
const locales = fc.constantFrom('en', 'de', 'es', 'ar', 'ru', 'fr', 'zh');

describe('tags over thousands of sentences', () => {
  it('come out of an echo as they went in, and what is sent is XML', () => {
    let tags = 0;
    fc.assert(
      fc.property(sentences, locales, (text, target) => {
        const tagged = tagTerms(text, house, into(target));
        if (!tagged) {
          expect(text).toMatch(/[<>]|&lt;t/u);
          return;
        }
        tags += tagged.marks.length;
        expect(isWellFormed(tagged.text)).toBe(true);
        expect(untagTerms(tagged.text, tagged, house, into(target))).toEqual({ text, by: [] });
      }),
      { numRuns: 4000 },
    );
    expect(tags).toBeGreaterThan(4000);
  });

  it('are in no target, whatever is done to them, and take no placeable with them', async () => {
    const names = Object.keys(tagDamages).filter((name): name is TagDamage => name in tagDamages);
    const damages = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 });
    const holes = fc.array(fc.nat({ max: 200 }), { maxLength: 3 });
    let [given, kept] = [0, 0];
    fc.assert(
      fc.property(sentences, locales, damages, holes, (text, target, damage, at) => {
        const tagged = tagTerms(text, house, into(target));
        if (!tagged) return;
        const harmed = damage.reduce((known, name) => tagDamages[name](known), tagged.text);
        const answer = at.reduce((known, hole) => known.slice(0, hole) + known.slice(hole + 1), harmed);
        const restored = untagTerms(answer, tagged, house, into(target));
        if (!restored) {
          given += 1;
          return;
        }
        kept += 1;
        for (const sign of ['<', '>', '＜', '＞']) {
          expect(restored.text.split(sign).length, restored.text).toBeLessThanOrEqual(
            text.split(sign).length,
          );
        }
        expect(restored.text.match(/id="?\d/gu)?.length ?? 0).toBeLessThanOrEqual(
          text.match(/id="?\d/gu)?.length ?? 0,
        );
        for (const placeable of ['{{count}}', '$t(x)', 'https://afp.com/a?b=1&c=2', 'a@b.fr']) {
          if (text.includes(placeable)) expect(restored.text).toContain(placeable);
        }
      }),
      { numRuns: 4000 },
    );
    expect(Math.min(given, kept)).toBeGreaterThan(400);
  });

  it('are read in a time that grows with the text alone', () => {
    for (const piece of [
      '<',
      '< ',
      '&lt;',
      '<t id=',
      '<t id="1">',
      '<t id="1">a</x>',
      '</t>',
      '&#',
      '<b>',
      'Moscou {n} ',
      ' ',
    ]) {
      const long = piece.repeat(20_000);
      expect(readTags(long, '', []).text.length).toBeLessThanOrEqual(long.length);
      const tagged = tagTerms(long, house, into('en'));
      expect(tagged === undefined).toBe(/^<(?!b>)/u.test(piece));
    }
    // A third of what the longest answer that is taken may have, where a blank stood behind each.
    const answer = '<x id="1">{n}</x>'.repeat(150_000);
    expect(readTags(answer, 'a {n} b', [{ kind: 'x', start: 2, end: 5 }]).tags).toHaveLength(150_000);
  });

  it('are written in the order of the text', () => {
    const text = writeTags('a & b', [
      { kind: 't', start: 0, end: 1 },
      { kind: 'x', start: 4, end: 5 },
    ]);
    expect(text).toBe('<t id="1">a</t> &amp; <x id="2">b</x>');
  });
});

async function stage(
  answers: NonNullable<ScriptedOptions['answers']>,
  texts: readonly string[],
  locale = 'en',
) {
  const provider = createScripted({ answers, capabilities: { markup: 'xml' } });
  const scheduler = createScheduler(provider, { clock: instantClock() });
  const journal = createInMemoryJournal();
  const tools = { scheduler, journal, termbase: house };
  const draft = await translate(draftOf(texts, { locale }), tools);
  return { draft, provider, tools };
}

describe('the stage with a provider that knows tags', () => {
  it('sends all of a draft in one request, notes what was put in its place, and leaves the rest', async () => {
    const answers = (text: string) => text.replace('Moscou', 'Moskva').replace('à', 'in');
    const { draft, provider } = await stage(answers, ['Lavrov & Co à Moscou.', 'Rien.', '3 > 2']);
    expect(provider.calls.map(({ segments }) => segments.map(({ text, markup }) => [text, markup]))).toEqual([
      [
        ['<t id="1">Lavrov</t> &amp; Co à <t id="2">Moscou</t>.', 'xml'],
        ['Rien.', 'xml'],
      ],
      [['3 > 2', undefined]],
    ]);
    expect(textsOf(draft)).toEqual(['Lavrov & Co in Moscow.', 'Rien.', '3 > 2']);
    expect(targetsOf(draft)[0]).toMatchObject({
      provenance: { steps: [{ did: 'repaired', by: 'tag:moscow' }] },
    });
  });

  it('asks once more in plain text where a placeable is lost, says so, and pays for neither twice', async () => {
    const answers = (text: string) => text.replace(/<x.*<\/x>/u, '');
    const { draft, provider, tools } = await stage(answers, ['Soit {{count}} morts.', 'Rien.']);
    expect(provider.calls.map(({ segments }) => segments.map(({ text, markup }) => [text, markup]))).toEqual([
      [
        ['Soit <x id="1">{{count}}</x> morts.', 'xml'],
        ['Rien.', 'xml'],
      ],
      [['Soit {{count}} morts.', undefined]],
    ]);
    expect(targetsOf(draft)).toMatchObject([
      { text: 'Soit {{count}} morts.', provenance: { steps: [{ by: 'tag:given-up' }] } },
      { text: 'Rien.', provenance: { steps: [] } },
    ]);
    const again = await translate(draftOf(['Soit {{count}} morts.', 'Rien.'], { locale: 'en' }), tools);
    expect(textsOf(again)).toEqual(textsOf(draft));
    expect(provider.calls).toHaveLength(2);
  });

  it('keeps answers to XML and to plain text apart, though they are spelled alike', async () => {
    // What is XML here says in plain text there: the same letters, and other words.
    const answers = (text: string, { segments }: TranslationRequest) =>
      segments[0]?.markup === 'xml' ? text.replace(/<x.*<\/x>/u, 'x &lt; y') : text;
    const { draft, provider } = await stage(answers, ['R & D', 'R &amp; D']);
    expect(provider.calls.map(({ segments }) => segments.map(({ text }) => text))).toEqual([
      ['R &amp; D', 'R <x id="1">&amp;amp;</x> D'],
      ['R &amp; D'],
    ]);
    expect(textsOf(draft)).toEqual(['R & D', 'R &amp; D']);
  });

  it('is reckoned as it is billed', async () => {
    const provider = createScripted({ capabilities: { markup: 'xml' } });
    const drafts = [draftOf(['Lavrov & Co à Moscou.'], { locale: 'en' })];
    const { segments, characters } = await estimate(drafts, provider, { termbase: house });
    expect({ segments, characters }).toEqual({ segments: 1, characters: 'Lavrov &amp; Co à Moscou.'.length });
  });
});
