import type { Locale } from '../model/locale.ts';
import { type IcuArgument, readIcu } from '../text/icu-message.ts';
import { defineTextCheck, type Finding } from './check.ts';

export const icuStructure = defineTextCheck({
  id: 'icu-structure',
  family: 'placeables',
  severity: 'error',
  describe:
    'A plural or a choice of an ICU message is broken in the target: its braces, its branches, or the kinds of plural of the language.',
  example: {
    locale: 'en',
    source: '{n, plural, one {# mort} other {# morts}}',
    target: '{n, plural, one {# dead} several {# dead}}',
    note: 'the branch `other` is missing, and English has no `several`',
  },
  find({ source, text, to }) {
    if (!branching.test(source)) return [];
    const wanted = readIcu(source);
    if (wanted.broken !== undefined || wanted.arguments.length === 0) return [];
    const there = readIcu(text);
    const whole = { start: 0, end: text.length };
    if (there.broken !== undefined) return [{ message: there.broken, target: whole }];
    return [
      ...wanted.arguments.flatMap((argument) => compared(argument, there.arguments, to)),
      ...there.arguments
        .filter(
          ({ name, kind }) => !wanted.arguments.some((each) => each.name === name && each.kind === kind),
        )
        .map(({ name, kind }) => `“{${name}, ${kind}” is not in the source`),
    ].map((message): Finding => ({ message, target: whole }));
  },
});

const branching = /\{\s{0,9}[\w.]{1,60}\s{0,9},\s{0,9}(?:plural|select|selectordinal)\s{0,9},/u;

function compared(wanted: IcuArgument, there: readonly IcuArgument[], to: Locale): string[] {
  const { name, kind } = wanted;
  const own = there.find((argument) => argument.name === name && argument.kind === kind);
  if (!own) return [`“{${name}, ${kind}, …}” of the source is missing`];
  const problems = own.branches.includes('other') ? [] : [`“${name}” has no branch “other”`];
  if (kind === 'select') {
    const lost = wanted.branches.filter((branch) => !own.branches.includes(branch) && branch !== 'other');
    const added = own.branches.filter((branch) => !wanted.branches.includes(branch) && branch !== 'other');
    problems.push(...lost.map((branch) => `“${name}” has lost the branch “${branch}”`));
    return [
      ...problems,
      ...added.map((branch) => `“${name}” has a branch “${branch}” that no code asks for`),
    ];
  }
  const type = kind === 'plural' ? 'cardinal' : 'ordinal';
  const known = new Set<string>(new Intl.PluralRules(to, { type }).resolvedOptions().pluralCategories);
  const alien = own.branches.filter((branch) => !branch.startsWith('=') && !known.has(branch));
  return [...problems, ...alien.map((branch) => `“${branch}” is no kind of plural in ${to}`)];
}
