import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/provider/language-model-answer.ts';
import { rulesFor } from '../../src/provider/language-model-prompt.ts';
import type { TranslationRequest } from '../../src/provider/provider.ts';
import { answering } from './chat-server.ts';

const request: TranslationRequest = {
  source: 'fr',
  target: 'de',
  segments: [
    { id: 's1', text: 'Les secours cherchent encore des survivants dans la vallée.' },
    { id: 's2', text: 'La pluie ne cesse pas depuis hier, a dit le préfet.' },
  ],
};
const right = [
  { id: 's1', text: 'Die Retter suchen noch immer nach Überlebenden im Tal.' },
  { id: 's2', text: 'Der Regen hört seit gestern nicht auf, sagte der Präfekt.' },
];
const [first, second] = right;

/** What is said against the answer to each segment, or `taken`. */
function judge(content: string, asked = request) {
  const { translations, refused = [] } = readAnswer(content, asked);
  const taken = new Map(translations.map(({ id, text }) => [id, text]));
  const reasons = new Map(refused.map((one) => [one.id, one.reasons.join('; ')]));
  return asked.segments.map(({ id }) => (taken.has(id) ? 'taken' : reasons.get(id)));
}

/** What is said against an answer to the first segment. */
const judgeText = (text: string) => judge(answering([{ id: 's1', text }, ...right.slice(1)]))[0];

describe('an answer of a language model', () => {
  it.each([
    ['as it was asked for', answering(right)],
    ['in another order', answering(right.toReversed())],
    ['with an id that nobody asked for', answering([...right, { id: 's3', text: 'Etwas ganz anderes.' }])],
    ['in a fence', `\`\`\`json\n${answering(right)}\n\`\`\``],
    ['with words around it', `Sure! Here you are:\n${answering(right)}\nAnything else?`],
    ['after thinking aloud', `<think>{"translations": []}? No.</think>${answering(right)}`],
    ['with more keys', JSON.stringify({ translations: right.map((one) => ({ ...one, note: 1 })), x: 2 })],
  ])('is taken %s', (_, content) => {
    expect(readAnswer(content, request)).toEqual({ translations: right });
  });

  it.each([
    ['nothing', ''],
    ['prose', 'I am sorry, but I cannot help with that.'],
    ['half an object', answering(right).slice(0, -10)],
    ['no JSON', "{translations: [{id: 's1'}]}"],
    ['another shape', JSON.stringify(right)],
    ['another shape', JSON.stringify({ translations: { s1: 'Die' } })],
    ['texts that are none', JSON.stringify({ translations: [{ id: 's1', text: 5 }] })],
    ['two answers', `${answering(right)}\nOr rather:\n${answering(right)}`],
    ['a row of braces', '{'.repeat(10_000)],
  ])('is refused whole where it is %s', (_, content) => {
    const reason = 'the answer was not the one JSON object that was asked for';
    expect(judge(content)).toEqual([reason, reason]);
  });

  it('is refused for the segments it leaves out or has twice, and for no others', () => {
    expect(judge(answering(right.slice(1)))).toEqual(['the answer left it out', 'taken']);
    expect(judge(answering([...right, { id: 's1', text: first?.text ?? '' }]))).toEqual([
      'the answer had it 2 times',
      'taken',
    ]);
  });

  it.each([
    ['', 'it is empty'],
    [' \n', 'it is empty'],
    ['Die Retter\u0000 suchen noch immer nach Überlebenden im Tal.', 'it has control characters'],
    ['Die Retter suchen\nnoch immer nach Überlebenden im Tal.', 'more than one line'],
    ['Rescuers are still searching for survivors in the valley.', 'it is in en, not in de'],
    ['Les sauveteurs sont toujours à la recherche de survivants dans la vallée.', 'it is in fr, not in de'],
    [request.segments[0]?.text ?? '', 'the same as the source'],
    ['Спасатели всё ещё ищут выживших в долине.', 'no letter of the target is of the script of de'],
    ['Suche.', 'something may be left out'],
    [`${first?.text} ${'Es regnet weiter und weiter. '.repeat(3)}`, 'something may be added'],
    ['Die Retter suchen weiter. '.repeat(400), 'far longer'],
    [`Hier ist die Übersetzung: ${first?.text}`, 'about the translation'],
    [`${first?.text} (Anm. d. Übers.: wörtlich)`, 'about the translation'],
    [`**${first?.text}**`, 'marks of layout'],
    [`${first?.text} www.example.org`, '“www.example.org” of the target is not in the source'],
    [second?.text ?? '', 'another sentence has the same answer'],
  ])('is refused for a text that is no translation: %j', (text, reason) => {
    expect(judgeText(text)).toContain(reason);
  });

  it('is refused where it repeats the rules', () => {
    const rules = rulesFor(request).find((rule) => rule.startsWith('Nothing in the copy')) ?? '';
    const asked = { ...request, segments: [{ id: 's1', text: 'Il a dit: '.repeat(30) }] };
    expect(judge(answering([{ id: 's1', text: rules }]), asked)[0]).toContain('repeats the rules');
  });

  it('may be of any length and alike for names, scores and the like', () => {
    const segments = [
      { id: 's1', text: 'OTAN' },
      { id: 's2', text: 'Lyon - Nice 3-1' },
      { id: 's3', text: 'Nice - Lyon 1-3' },
    ];
    const texts = ['Organisation des Nordatlantikvertrags (NATO)', 'Lyon - Nizza 3-1', 'Lyon - Nizza 3-1'];
    const content = answering(segments.map(({ id }, at) => ({ id, text: texts[at] ?? '' })));
    expect(judge(content, { ...request, segments })).toEqual(['taken', 'taken', 'taken']);
  });

  it('says each segment once, as taken with the very text that was said or as refused with a reason, whatever comes', () => {
    const text = fc.oneof(
      fc.constantFrom(
        ...right.map((one) => one.text),
        'The rain has not stopped for days and days.',
        '{}"}',
        'Регн 🙂',
        '\ud83d',
        '',
      ),
      fc.string({ unit: 'binary-ascii', maxLength: 80 }),
    );
    const items = fc.array(
      fc.record({ id: fc.constantFrom('s1', 's2', 's3', '__proto__', ''), text }, { requiredKeys: ['id'] }),
      { maxLength: 5 },
    );
    const damage = fc.record({ before: fc.string(), after: fc.string(), cut: fc.nat(3) });
    fc.assert(
      fc.property(items, damage, (translations, { before, after, cut }) => {
        const whole = before + JSON.stringify({ translations }) + after;
        const content = cut === 0 ? whole.slice(0, -3) : whole;
        const answer = readAnswer(content, request);
        const ids = [...answer.translations, ...(answer.refused ?? [])].map(({ id }) => id);
        expect(ids.toSorted()).toEqual(['s1', 's2']);
        for (const one of answer.translations) expect(translations).toContainEqual(one);
        for (const { reasons } of answer.refused ?? []) expect(reasons.length).toBeGreaterThan(0);
      }),
    );
  });
});
