import {
  type ElementTable,
  element,
  many,
  maybe,
  one,
  optional,
  otherNamespaces,
  required,
  some,
} from '../element-table.ts';
import {
  anything,
  either,
  id,
  integer,
  language,
  languageOrNone,
  oneOf,
  pattern,
  positiveInteger,
  prefixed,
  space,
  token,
  tokens,
  uri,
  yesNo,
} from '../value-types.ts';

const direction = optional(oneOf('ltr', 'rtl', 'auto'));
const flag = optional(yesNo);
const text = optional(anything);
const inlineElements = ['cp', 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm', 'em'];
const inlineContent = { text: true, content: [many(...inlineElements)] } as const;

const codeHints = {
  canCopy: flag,
  canDelete: flag,
  canReorder: optional(oneOf('yes', 'firstNo', 'no')),
  copyOf: optional(token),
  subType: optional(prefixed),
  type: optional(oneOf('fmt', 'ui', 'quote', 'link', 'image', 'other')),
} as const;
const codeText = {
  dataRef: optional(token),
  disp: text,
  equiv: text,
  subFlows: optional(tokens),
} as const;
const halfOfPair = { canOverlap: flag, dir: direction, isolated: flag } as const;
const annotation = {
  id: required(id),
  translate: flag,
  type: optional(either(prefixed, oneOf('generic', 'comment', 'term'))),
  ref: optional(uri),
  value: text,
} as const;
const part = { content: [one('source'), maybe('target')] } as const;

/** The elements of the core of XLIFF 2.0 and 2.1, as their schema has them. */
export const coreElements: ElementTable = new Map([
  [
    'xliff',
    element({
      attributes: {
        version: required(anything),
        srcLang: required(language),
        trgLang: optional(language),
        'xml:space': optional(space),
      },
      others: 'any',
      content: [some('file')],
    }),
  ],
  [
    'file',
    element({
      attributes: {
        id: required(id),
        canResegment: flag,
        original: text,
        translate: flag,
        srcDir: direction,
        trgDir: direction,
        'xml:space': optional(space),
      },
      others: 'any',
      content: [maybe('skeleton'), many(otherNamespaces), maybe('notes'), some('unit', 'group')],
    }),
  ],
  ['skeleton', element({ attributes: { href: text }, text: true, content: [many(otherNamespaces)] })],
  [
    'group',
    element({
      attributes: {
        id: required(id),
        name: text,
        canResegment: flag,
        translate: flag,
        srcDir: direction,
        trgDir: direction,
        type: optional(prefixed),
        'xml:space': optional(space),
      },
      others: 'any',
      content: [many(otherNamespaces), maybe('notes'), many('unit', 'group')],
    }),
  ],
  [
    'unit',
    element({
      attributes: {
        id: required(id),
        name: text,
        canResegment: flag,
        translate: flag,
        srcDir: direction,
        trgDir: direction,
        type: optional(prefixed),
        'xml:space': optional(space),
      },
      others: 'any',
      content: [many(otherNamespaces), maybe('notes'), maybe('originalData'), some('segment', 'ignorable')],
    }),
  ],
  [
    'segment',
    element({
      attributes: {
        id: optional(id),
        canResegment: flag,
        state: optional(oneOf('initial', 'translated', 'reviewed', 'final')),
        subState: text,
      },
      ...part,
    }),
  ],
  ['ignorable', element({ attributes: { id: optional(id) }, ...part })],
  ['notes', element({ content: [some('note')] })],
  [
    'note',
    element({
      attributes: {
        id: optional(id),
        appliesTo: optional(oneOf('source', 'target')),
        category: text,
        priority: optional(integer(1, 10)),
      },
      others: 'any',
      text: true,
    }),
  ],
  ['originalData', element({ content: [some('data')] })],
  [
    'data',
    element({
      attributes: { id: required(id), dir: direction, 'xml:space': optional(oneOf('preserve')) },
      text: true,
      content: [many('cp')],
    }),
  ],
  [
    'source',
    element({
      attributes: { 'xml:lang': optional(languageOrNone), 'xml:space': optional(space) },
      ...inlineContent,
    }),
  ],
  [
    'target',
    element({
      attributes: {
        'xml:lang': optional(languageOrNone),
        'xml:space': optional(space),
        order: optional(positiveInteger),
      },
      ...inlineContent,
    }),
  ],
  [
    'cp',
    element({ attributes: { hex: required(pattern('pairs of hexadecimal digits', /^(?:[\da-f]{2})*$/iu)) } }),
  ],
  ['ph', element({ attributes: { id: required(id), ...codeHints, ...codeText }, others: 'modules' })],
  [
    'pc',
    element({
      attributes: {
        id: required(id),
        ...codeHints,
        canOverlap: flag,
        dataRefEnd: optional(token),
        dataRefStart: optional(token),
        dir: direction,
        dispEnd: text,
        dispStart: text,
        equivEnd: text,
        equivStart: text,
        subFlowsEnd: optional(tokens),
        subFlowsStart: optional(tokens),
      },
      others: 'modules',
      ...inlineContent,
    }),
  ],
  [
    'sc',
    element({
      attributes: { id: required(id), ...codeHints, ...codeText, ...halfOfPair },
      others: 'modules',
    }),
  ],
  [
    'ec',
    element({
      attributes: {
        id: optional(id),
        startRef: optional(token),
        ...codeHints,
        ...codeText,
        ...halfOfPair,
      },
      others: 'modules',
    }),
  ],
  ['mrk', element({ attributes: annotation, others: 'any-but-xml', ...inlineContent })],
  ['sm', element({ attributes: annotation, others: 'any-but-xml' })],
  ['em', element({ attributes: { startRef: required(token) } })],
]);
