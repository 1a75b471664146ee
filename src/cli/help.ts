/** What each command does, in a line. Kept apart from the command line itself, so that `--help` need not load it. */
export const summaries = {
  init: 'write a commented config and the folders into an empty project',
  translate: 'the main job, for all of source-texts/ or the files named',
  segment: 'cut a dispatch, or any text, into sentences',
  show: 'the assembled story, as an editor reads it',
  diff: 'what a later version of a dispatch changed, sentence by sentence, and what is proposed for it',
  check: 'run the checks over the drafts',
  validate: 'what breaks the XLIFF standard in files: 1.2 strict, 2.0, 2.1 and its modules',
  export: 'drafts out to a CAT tool, as XLIFF or as a project of OmegaT',
  wire: 'what is published as items for the systems of others: ninjs 3.1, NITF',
  import: 'what reviewers did in their tools, merged into the masters',
  accept: 'take translations as they stand, under your name',
  'accept-finding': 'say that one finding of a check is no fault, under your name',
  align: 'a dispatch and its translation into pairs of sentences: shown, as TMX, into the draft',
  'merge-driver': 'join two branches of a master, for git',
  status: 'a table of the drafts by state',
  usage: 'what each provider was sent, month by month, and what the budget has left',
  report: 'every draft beside its source, in one HTML file for those who review',
  memory: 'the translation memory: import, export, search, delete, correct, stats',
  terms: 'the termbase: import, export, list, check, forms',
  names: 'how names are said in all drafts, and which the termbase lacks',
  account: 'what DeepL says of the account: quota left, languages of the project',
  models: 'the offline models of Firefox: list, add, verify, remove',
  strings: 'app strings, i18next JSON to XLIFF and back: export, import',
} as const;

/** The text of `depeche --help`. */
export function helpText(): string {
  const width = Math.max(...Object.keys(summaries).map((name) => name.length));
  const commands = Object.entries(summaries).map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: depeche COMMAND [options]

French wire dispatches in; reviewed XLIFF and i18next bundles out.

Commands
${commands.join('\n')}

depeche COMMAND --help lists its options. --version tells the version.
`;
}
