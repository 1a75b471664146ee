import { type AttributeRule, type ElementRule, element, many, optional, required } from '../element-table.ts';
import { anything, oneOf } from '../value-types.ts';
import { datatype, flag, listed, name, text } from './attribute-rules.ts';
import * as lists from './value-lists.ts';

const delimiter = optional(listed(...lists.delimiters));
const placeholder = optional(listed(...lists.placeholders));
const inlineNames = ['g', 'bpt', 'ept', 'ph', 'it', 'mrk', 'x', 'bx', 'ex'];
export const inline = { text: true, content: [many(...inlineNames)] } as const;
const nativeCode = { text: true, content: [many('sub')] } as const;
const code: Record<string, AttributeRule> = { id: required(anything), xid: text, 'equiv-text': text };

/** The inline elements of XLIFF 1.2, as its strict schema has them. */
export const inlineElements: readonly (readonly [string, ElementRule])[] = [
  ['g', element({ attributes: { ...code, ctype: delimiter, clone: flag }, others: 'any', ...inline })],
  ['x', element({ attributes: { ...code, ctype: placeholder, clone: flag }, others: 'any' })],
  ['bx', element({ attributes: { ...code, rid: name, ctype: delimiter, clone: flag }, others: 'any' })],
  ['ex', element({ attributes: { ...code, rid: name }, others: 'any' })],
  [
    'ph',
    element({
      attributes: {
        ...code,
        ctype: placeholder,
        crc: text,
        assoc: optional(oneOf('preceding', 'following', 'both')),
      },
      others: 'any',
      ...nativeCode,
    }),
  ],
  [
    'bpt',
    element({
      attributes: { ...code, rid: name, ctype: delimiter, crc: text },
      others: 'any',
      ...nativeCode,
    }),
  ],
  ['ept', element({ attributes: { ...code, rid: name, crc: text }, others: 'any', ...nativeCode })],
  [
    'it',
    element({
      attributes: { ...code, pos: required(oneOf('open', 'close')), rid: name, ctype: delimiter, crc: text },
      others: 'any',
      ...nativeCode,
    }),
  ],
  ['sub', element({ attributes: { datatype: optional(datatype), ctype: delimiter, xid: text }, ...inline })],
  [
    'mrk',
    element({
      attributes: { mtype: required(listed(...lists.markTypes)), mid: name, comment: text },
      others: 'any',
      ...inline,
    }),
  ],
];
