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
import { namespaces } from '../namespaces.ts';
import {
  anything,
  decimal,
  id,
  languageOrNone,
  oneOf,
  positiveInteger,
  prefixed,
  token,
  uri,
  yesNo,
} from '../value-types.ts';

const text = optional(anything);
const normalization = optional(oneOf('none', 'nfc', 'nfd'));
const percentage = optional(decimal(0, 100));
const languageTag = optional(languageOrNone);

const glossary: ElementTable = new Map([
  ['glossary', element({ content: [some('glossEntry')] })],
  [
    'glossEntry',
    element({
      attributes: { id: optional(id), ref: optional(uri) },
      others: 'any',
      content: [one('term'), many('translation'), maybe('definition'), many(otherNamespaces)],
    }),
  ],
  ['term', element({ attributes: { source: text }, others: 'any', text: true })],
  [
    'translation',
    element({
      attributes: { id: optional(id), ref: optional(uri), source: text },
      others: 'any',
      text: true,
    }),
  ],
  ['definition', element({ attributes: { source: text }, others: 'any', text: true })],
]);

const matches: ElementTable = new Map([
  ['matches', element({ content: [some('match')] })],
  [
    'match',
    element({
      attributes: {
        id: optional(id),
        matchQuality: percentage,
        matchSuitability: percentage,
        origin: text,
        ref: required(uri),
        reference: optional(yesNo),
        similarity: percentage,
        subType: optional(prefixed),
        type: optional(oneOf('am', 'mt', 'icm', 'idm', 'tb', 'tm', 'other')),
      },
      others: 'any',
      content: [
        maybe(`${namespaces.metadata} metadata`),
        maybe(`${namespaces.core} originalData`),
        one(`${namespaces.core} source`),
        one(`${namespaces.core} target`),
        many(otherNamespaces),
      ],
    }),
  ],
]);

const metadata: ElementTable = new Map([
  ['metadata', element({ attributes: { id: optional(id) }, content: [some('metaGroup')] })],
  [
    'metaGroup',
    element({
      attributes: {
        id: optional(id),
        category: text,
        appliesTo: optional(oneOf('source', 'target', 'ignorable')),
      },
      content: [some('metaGroup', 'meta')],
    }),
  ],
  ['meta', element({ attributes: { type: required(anything) }, text: true })],
]);

const resource = element({
  attributes: { href: text, 'xml:lang': languageTag },
  others: 'any',
  content: [many(otherNamespaces)],
});
const resourceData: ElementTable = new Map([
  ['resourceData', element({ content: [many('resourceItemRef'), many('resourceItem')] })],
  ['resourceItemRef', element({ attributes: { id: optional(id), ref: required(token) }, others: 'any' })],
  [
    'resourceItem',
    element({
      attributes: { mimeType: text, id: optional(id), context: optional(yesNo) },
      others: 'any',
      content: [maybe('source'), maybe('target'), many('reference')],
    }),
  ],
  ['source', resource],
  ['target', resource],
  [
    'reference',
    element({ attributes: { href: required(anything), 'xml:lang': languageTag }, others: 'any' }),
  ],
]);

const sizeRestriction: ElementTable = new Map([
  [
    'profiles',
    element({
      attributes: { generalProfile: text, storageProfile: text },
      content: [maybe('normalization'), many(otherNamespaces)],
    }),
  ],
  ['normalization', element({ attributes: { general: normalization, storage: normalization } })],
  [
    'data',
    element({
      attributes: { profile: required(anything) },
      others: 'any',
      content: [many(otherNamespaces)],
    }),
  ],
]);

const validation: ElementTable = new Map([
  ['validation', element({ others: 'any', content: [some('rule')] })],
  [
    'rule',
    element({
      attributes: {
        isPresent: text,
        occurs: optional(positiveInteger),
        isNotPresent: text,
        startsWith: text,
        endsWith: text,
        existsInSource: optional(yesNo),
        caseSensitive: optional(yesNo),
        normalization,
        disabled: optional(yesNo),
      },
      others: 'any',
    }),
  ],
]);

const changeTracking: ElementTable = new Map([
  ['changeTrack', element({ content: [some('revisions')] })],
  [
    'revisions',
    element({
      attributes: { appliesTo: required(token), ref: optional(token), currentVersion: optional(token) },
      others: 'any',
      content: [some('revision')],
    }),
  ],
  [
    'revision',
    element({
      attributes: { author: text, datetime: text, version: optional(token) },
      others: 'any',
      content: [some('item')],
    }),
  ],
  ['item', element({ attributes: { property: required(anything) }, others: 'any', text: true })],
]);

/** The elements of the modules of XLIFF 2.1, and of change tracking, as their schemas have them. That of ITS is in a file of its own. */
export const moduleElements: ReadonlyMap<string, ElementTable> = new Map<string, ElementTable>([
  [namespaces.glossary, glossary],
  [namespaces.matches, matches],
  [namespaces.metadata, metadata],
  [namespaces.resourceData, resourceData],
  [namespaces.sizeRestriction, sizeRestriction],
  [namespaces.validation, validation],
  [namespaces.changeTracking, changeTracking],
]);
