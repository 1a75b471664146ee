import {
  type ElementRule,
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
import { anything, language, listOf, oneOf } from '../value-types.ts';
import {
  appearance,
  datatype,
  dateTime,
  flag,
  listed,
  mimeType,
  name,
  reformat,
  resource,
  restype,
  sizes,
  state,
  stateQualifier,
  text,
  xmlLanguage,
  xmlSpace,
} from './attribute-rules.ts';
import { inline, inlineElements } from './inline-elements.ts';
import * as lists from './value-lists.ts';

const external = element({ content: [one('internal-file', 'external-file')] });

/** The elements of XLIFF 1.2 as its strict schema has them. What other namespaces add is taken as it is. */
export const elements: ElementTable = new Map<string, ElementRule>([
  [
    'xliff',
    element({
      attributes: { version: required(oneOf('1.2')), 'xml:lang': xmlLanguage },
      others: 'any',
      content: [some('file', otherNamespaces)],
    }),
  ],
  [
    'file',
    element({
      attributes: {
        original: required(anything),
        'source-language': required(language),
        datatype: required(datatype),
        'tool-id': text,
        date: optional(dateTime),
        'xml:space': xmlSpace,
        category: text,
        'target-language': optional(language),
        'product-name': text,
        'product-version': text,
        'build-num': text,
      },
      others: 'any',
      content: [maybe('header'), one('body')],
    }),
  ],
  [
    'header',
    element({
      content: [
        maybe('skl'),
        maybe('phase-group'),
        many('glossary', 'reference', 'count-group', 'note', 'tool'),
        many(otherNamespaces),
      ],
    }),
  ],
  ['skl', external],
  ['glossary', external],
  ['reference', external],
  ['internal-file', element({ attributes: { form: text, crc: name }, text: true })],
  ['external-file', element({ attributes: { href: required(anything), crc: name, uid: name } })],
  [
    'note',
    element({
      attributes: {
        'xml:lang': xmlLanguage,
        priority: optional(oneOf('1', '2', '3', '4', '5', '6', '7', '8', '9', '10')),
        from: text,
        annotates: optional(oneOf('source', 'target', 'general')),
      },
      text: true,
    }),
  ],
  ['phase-group', element({ content: [some('phase')] })],
  [
    'phase',
    element({
      attributes: {
        'phase-name': required(anything),
        'process-name': required(anything),
        'company-name': text,
        'tool-id': text,
        date: optional(dateTime),
        'job-id': text,
        'contact-name': text,
        'contact-email': text,
        'contact-phone': text,
      },
      content: [many('note')],
    }),
  ],
  ['count-group', element({ attributes: { name: required(anything) }, content: [many('count')] })],
  [
    'count',
    element({
      attributes: {
        'count-type': optional(
          listed(
            ...lists.countTypes,
            ...lists.restypes,
            ...lists.datatypes,
            ...lists.states,
            ...lists.stateQualifiers,
          ),
        ),
        'phase-name': text,
        unit: optional(listed(...lists.countUnits)),
      },
      text: true,
    }),
  ],
  [
    'context-group',
    element({
      attributes: {
        name: text,
        crc: name,
        purpose: optional(listOf(listed('information', 'location', 'match'))),
      },
      content: [some('context')],
    }),
  ],
  [
    'context',
    element({
      attributes: {
        'context-type': required(listed(...lists.contextTypes)),
        'match-mandatory': flag,
        crc: name,
      },
      text: true,
    }),
  ],
  [
    'tool',
    element({
      attributes: {
        'tool-id': required(anything),
        'tool-name': required(anything),
        'tool-version': text,
        'tool-company': text,
      },
      others: 'any',
      text: true,
      content: [many(otherNamespaces)],
    }),
  ],
  ['body', element({ content: [many('group', 'trans-unit', 'bin-unit')] })],
  [
    'group',
    element({
      attributes: {
        id: text,
        ...resource,
        ...sizes,
        translate: flag,
        reformat: optional(reformat),
        'merged-trans': flag,
      },
      others: 'any',
      content: [
        many('context-group'),
        many('count-group'),
        many('note'),
        many(otherNamespaces),
        many('group', 'trans-unit', 'bin-unit'),
      ],
    }),
  ],
  [
    'trans-unit',
    element({
      attributes: {
        id: required(anything),
        approved: flag,
        translate: flag,
        reformat: optional(reformat),
        'phase-name': text,
        ...resource,
        ...sizes,
      },
      others: 'any',
      content: [
        one('source'),
        maybe('seg-source'),
        maybe('target'),
        many('context-group', 'count-group', 'note', 'alt-trans'),
        many(otherNamespaces),
      ],
    }),
  ],
  ['source', element({ attributes: { 'xml:lang': xmlLanguage }, others: 'any', ...inline })],
  ['seg-source', element({ attributes: { 'xml:lang': xmlLanguage }, others: 'any', ...inline })],
  [
    'target',
    element({
      attributes: {
        state: optional(state),
        'state-qualifier': optional(stateQualifier),
        'phase-name': name,
        'xml:lang': xmlLanguage,
        ...appearance,
        'equiv-trans': flag,
      },
      others: 'any',
      ...inline,
    }),
  ],
  [
    'alt-trans',
    element({
      attributes: {
        'match-quality': text,
        'tool-id': text,
        crc: name,
        'xml:lang': xmlLanguage,
        origin: text,
        ...resource,
        mid: name,
        'phase-name': name,
        alttranstype: optional(listed('proposal', 'previous-version', 'rejected', 'reference', 'accepted')),
      },
      others: 'any',
      content: [
        maybe('source'),
        maybe('seg-source'),
        one('target'),
        many('context-group'),
        many('note'),
        many(otherNamespaces),
      ],
    }),
  ],
  [
    'bin-unit',
    element({
      attributes: {
        id: required(anything),
        'mime-type': required(mimeType),
        approved: flag,
        translate: flag,
        reformat: optional(reformat),
        restype: optional(restype),
        resname: text,
        'phase-name': text,
      },
      others: 'any',
      content: [
        one('bin-source'),
        maybe('bin-target'),
        many('context-group', 'count-group', 'note', 'trans-unit'),
        many(otherNamespaces),
      ],
    }),
  ],
  ['bin-source', element({ others: 'any', content: [one('internal-file', 'external-file')] })],
  [
    'bin-target',
    element({
      attributes: {
        'mime-type': optional(mimeType),
        state: optional(state),
        'state-qualifier': optional(stateQualifier),
        'phase-name': name,
        restype: optional(restype),
        resname: text,
      },
      others: 'any',
      content: [one('internal-file', 'external-file')],
    }),
  ],
  ...inlineElements,
]);
