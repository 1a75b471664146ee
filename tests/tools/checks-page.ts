import { type Check, families } from '../../src/check/check.ts';
import { textOf } from '../../src/model/draft.ts';
import { checkProse, familyProse } from './checks-prose.ts';
import { pofilterTests } from './pofilter.ts';

/** The text of docs/checks.md, made from the checks themselves. */
export function checksPage(checks: readonly Check[]): string {
  return `${[
    opening(checks),
    ...families.map((family) =>
      [
        `## ${titles[family]}`,
        familyProse[family],
        ...checks.filter((check) => check.family === family).map(sectionOf),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    ),
    otherStages,
    settings,
    pofilterTable(),
    alarms,
    adding,
  ].join('\n\n')}\n`;
}

const titles = {
  completeness: 'Completeness',
  consistency: 'Consistency',
  terms: 'Terms and names',
  numbers: 'Numbers',
  quotes: 'Quotation marks',
  spacing: 'Spacing',
  punctuation: 'Punctuation',
  length: 'Length',
  placeables: 'Placeables',
  characters: 'Characters',
  style: 'Wire style',
} as const;

function opening(checks: readonly Check[]): string {
  return `<!-- Made by \`npm run docs:checks\` from src/check and tests/tools: change it there. -->

# Checks

A check is a rule over one unit, a sentence, a headline or the dateline with its translation, or over the units of a draft together. What it
finds is an **issue**: it stands on the unit, in the report and in \`depeche check\`, with the words it is about and their place. A check never
changes a text.

\`error\`: not to be published so; \`depeche check\` exits with 1. \`warning\`: a person should look; it does so with \`--strict\`. \`info\`: good to know.

There are ${checks.length} checks in ${families.length} families. All examples go from French where nothing else is said. Unless it says so, a check is silent about a unit without a
translation. Each example is raised by its check, in the tests.

| family | checks |
|---|---|
${families
  .map((family) => {
    const own = checks.filter((check) => check.family === family);
    return `| [${family}](#${titles[family].toLowerCase().replaceAll(' ', '-')}) | ${own.map(({ id }) => `\`${id}\``).join(', ')} |`;
  })
  .join('\n')}`;
}

function sectionOf({ id, severity, describe, example }: Check): string {
  const prose = checkProse[id];
  const from = example.from === undefined ? '' : `${example.from} → `;
  const before = (example.beside ?? []).map(([source, target]) => row('before it', source, target, ''));
  const known = (example.rendered ?? []).flatMap(([quotation, ...renderings]) =>
    renderings.map((rendering) => row('known', quotation, rendering, '')),
  );
  const target = typeof example.target === 'string' ? example.target : (textOf(example.target) ?? '');
  return [
    `### \`${id}\``,
    `*${severity}.* ${describe}`,
    [
      '| | source | target | |',
      '|---|---|---|---|',
      ...before,
      ...known,
      row(`${from}${example.locale}`, example.source, target, example.note),
    ].join('\n'),
    ...(prose === undefined ? [] : [prose]),
  ].join('\n\n');
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map(shown).join(' | ')} |`;
}

/** What no reader would see is shown by its number, blanks too where they are the matter. */
function shown(cell: string): string {
  return cell
    .replace(/ {2}|^ | $/gu, (blanks) => '␣'.repeat(blanks.length))
    .replace(/[\p{Cc}\p{Cf}\p{Co}]|\u0301/gu, (sign) => {
      const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `[U+${code}]`;
    })
    .replaceAll('|', '\\|');
}

const otherStages = `## What other stages find

These are no checks, and stand in the same places. They are not switched off in the configuration, but mended in the glossary.

| id | | says |
|---|---|---|
| \`dateline-place\` | *warning* | a place of the dateline has no term in the target language and stands as in the source |
| \`term-mixed\` | *info* | a name is said in another accepted way than elsewhere in the story, and no rule can safely unify the two |
| \`term-article\` | *info* | a rule put a name in place of a wrong one and could not tell whether the article before it is still right; it goes with the machine's words |
| \`term-case\` | *warning* | a right name or title is in a form that its place does not take, and which word says so: \`из Москва\` behind a preposition, \`Орлова прибыл\` as a subject, \`Die Zukunft Moskau\`, \`das Weißen Haus\`, \`بين وزيرا\`, \`El ministra\`. Russian, German, Arabic, Spanish and Portuguese ([the constructions](terms.md#names-in-the-right-form)); a machine's draft is repaired where the place takes one form alone. Also a title that is of more people than in the source, or of women for men |`;

const settings = `## Settings

\`checks\` in \`depeche.config.json\` names checks or families, and gives each a severity or \`off\`, for all targets or for some:

\`\`\`json
{ "checks": { "negation-changed": "error", "punctuation": "off", "doubled-word": "warning", "no-break-blank": { "fr-CH": "off" } } }
\`\`\`

What is said of a check goes before what is said of its family, and a locale before its language. A name that is neither is refused, with the
one that was meant.`;

function pofilterTable(): string {
  const rows = Object.entries(pofilterTests).map(([name, { ours, why = '' }]) => {
    return `| \`${name}\` | ${ours.length === 0 ? 'none' : ours.map((id) => `\`${id}\``).join(', ')} | ${why} |`;
  });
  return `## Against pofilter

What stands here for each of the ${rows.length} tests of pofilter (translate-toolkit, \`pofilter -l\`), or why there is nothing.

| pofilter | here | |
|---|---|---|
${rows.join('\n')}`;
}

const alarms = `## How often they are wrong

\`npm run bench:alarms\` runs those that judge by words over translations that were published: the message catalogues of the programs of a Debian system,
8,000 to 11,500 pairs of sentences for each direction (2,400 for Arabic). Findings in a thousand pairs, the least and the most of the languages:

| | from English into fr, de, es, pt, it, ru, ar | from French into de, es, pt, it, ru, ar | what they are |
|---|---|---|---|
| \`doubled-word\` | 0.2 to 0.7 | 0.1 to 0.6 | nearly all slips of those translations |
| \`mixed-script\` | 0; ru 1.4 | 0; ru 1.4 | slips: a Latin C at the head of a Russian word |
| \`mojibake\`, \`extra-text\`, \`agency-lost\`, \`number-swapped\` | 0 | 0 | |
| \`quotation-lost\` | 0 to 0.4 | 4 to 6 | names of keys and commands, quoted in French only |
| \`untranslated-words\` | 1.0 to 2.4; ar 17, ru 35 | 0.3 to 0.7; ar 13, ru 28 | words of code; in Arabic and Russian names of programs in small letters |
| \`negation-changed\` | 1.7 to 5.8 | 3.7 to 7.2 | other ways to say it, and slips of those translations |

A negation that is taken out of a right translation of the demo is found in 14 or 15 of 22 cases (ar: 16 of 19). The checks of spacing and
punctuation were looked through over gold sentences of German, English, Spanish and French: what they raise there is as a rule wrong typing.

On the translations of this repository, 390 sentences in five languages, no check finds anything. On the 470 sentences of
\`tests/gold/names\` in German, Russian and Arabic, which were written for the checks of names, two findings were wrong: \`length-ratio\` of a name
spelled out, and \`negation-changed\` of \`لا تزال\` (still), which has been mended since. \`tests/check/false-alarms.test.ts\` keeps it so.`;

const adding = `## Adding a check

1. \`src/check/<family>.ts\`: \`export const <name> = defineTextCheck({ id, family, severity, describe, example, find })\`. \`find\` gets both texts and their
   languages and gives back findings: a message that names the words, and their place. \`defineCheck\` is for checks that look at units without words as
   well, \`defineDraftCheck\` for those over the units of a draft.
2. One line in the list of \`src/check/checks.ts\`.
3. \`tests/check/fixtures/<id>.ts\`: five units that raise it and five that do not, in three languages or more.
4. \`npm run docs:checks\` writes this page. The tests fail where 3 or 4 is missing, and where the example is not raised.`;
