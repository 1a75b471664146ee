/**
 * What stands here for each test of pofilter (translate-toolkit), by the names that `pofilter -l` lists: ids of checks, or why there is
 * none. Ours look at pairs of sentences of news copy, pofilter at messages of programs.
 */
export const pofilterTests: Readonly<
  Record<string, { readonly ours: readonly string[]; readonly why?: string }>
> = {
  accelerators: { ours: [], why: 'keys of menus: copy has none' },
  acronyms: {
    ours: ['term-missing', 'agency-lost'],
    why: 'most acronyms differ between languages (ONU, UN): the glossary knows which',
  },
  blank: { ours: ['pending'] },
  brackets: {
    ours: ['unpaired-bracket'],
    why: 'pairs are asked for, not numbers: `(six miles)` may be added',
  },
  compendiumconflicts: { ours: [], why: 'a mark of gettext; the import of XLIFF has its own conflicts' },
  credits: { ours: ['extra-text'], why: 'remarks of translators in place of a translation' },
  doublequoting: { ours: ['quote-style', 'unpaired-quote', 'quotation-lost'] },
  doublespacing: { ours: ['double-blank'] },
  doublewords: { ours: ['doubled-word'] },
  emails: { ours: ['placeable-changed'] },
  endpunc: { ours: ['end-mark', 'question-mark'] },
  endwhitespace: { ours: ['edge-blank'] },
  escapes: { ours: ['placeable-changed'] },
  filepaths: { ours: [], why: 'paths of files; web addresses are looked at by `placeable-changed`' },
  functions: { ours: [], why: 'names of functions in manuals of programs' },
  hassuggestion: {
    ours: [],
    why: 'proposals stand beside the target in the report and in XLIFF; they are no fault',
  },
  isfuzzy: { ours: ['marked-for-work'], why: 'the state of a unit; `depeche status` counts the others' },
  isreview: { ours: ['marked-for-work'] },
  kdecomments: { ours: [], why: 'a way of KDE to put comments into messages' },
  long: { ours: ['length-ratio'] },
  musttranslatewords: {
    ours: ['term-forbidden', 'untranslated-words'],
    why: 'a form of the source is left in',
  },
  newlines: { ours: ['line-break'] },
  notranslatewords: { ours: ['term-missing'], why: 'a glossary says what stays as it is' },
  nplurals: { ours: ['icu-structure'] },
  numbers: {
    ours: ['number-missing', 'number-extra', 'number-swapped', 'number-format'],
    why: 'by value, and by the form of the locale',
  },
  options: { ours: [], why: 'options of command lines' },
  printf: { ours: ['placeable-changed'] },
  puncspacing: { ours: ['blank-before-mark', 'blank-behind-mark', 'no-break-blank'] },
  purepunc: { ours: ['extra-text', 'wire-mark'] },
  pythonbraceformat: { ours: ['placeable-changed'] },
  sentencecount: {
    ours: ['length-ratio'],
    why: 'a unit is one sentence; those a translator joined are kept as such',
  },
  short: { ours: ['length-ratio'] },
  simplecaps: { ours: ['all-capitals'] },
  simpleplurals: { ours: [], why: '`(s)` is a way to write messages; plurals are looked at in ICU messages' },
  singlequoting: {
    ours: ['quote-style', 'straight-apostrophe'],
    why: 'single marks are never paired: an apostrophe looks the same',
  },
  spellcheck: { ours: [], why: 'needs dictionaries, and copy is full of names; CAT tools have it' },
  startcaps: { ours: ['first-letter'] },
  startpunc: { ours: ['unpaired-quote', 'inverted-mark'], why: 'sentences are turned round in translation' },
  startwhitespace: { ours: ['edge-blank'] },
  tabs: { ours: ['double-blank'] },
  unchanged: { ours: ['same-as-source'] },
  untranslated: { ours: ['pending'] },
  urls: { ours: ['placeable-changed'] },
  validchars: {
    ours: [
      'control-character',
      'foreign-script',
      'mixed-script',
      'private-use',
      'invisible-character',
      'bidi-control',
    ],
  },
  variables: { ours: ['placeable-changed', 'icu-structure'] },
  xmltags: { ours: ['placeable-changed'] },
};
