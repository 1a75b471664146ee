import { namespaces } from '../namespaces.ts';
import { anything, oneOf, token, type ValueType } from '../value-types.ts';
import { itsAttributes, itsXliffAttributes } from './its-tables.ts';

/** An attribute of a module: its type, and the core elements it may stand on (where that is not all that take it). */
export type ModuleAttribute = { readonly type: ValueType; readonly on?: ReadonlySet<string> };

const htmlElements =
  'a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot th thead title tr tt u ul';

const structure = ['file', 'group', 'unit'];
const on = (...names: string[]): ReadonlySet<string> => new Set([...structure, ...names]);

const unbound = (types: ReadonlyMap<string, ValueType>): ReadonlyMap<string, ModuleAttribute> =>
  new Map([...types].map(([name, type]) => [name, { type }]));

/** The attributes of modules that stand on elements of the core, by namespace and name. */
export const moduleAttributes: ReadonlyMap<string, ReadonlyMap<string, ModuleAttribute>> = new Map([
  [
    namespaces.formatStyle,
    new Map<string, ModuleAttribute>([
      ['fs', { type: oneOf(...htmlElements.split(' ')) }],
      ['subFs', { type: anything }],
    ]),
  ],
  [
    namespaces.sizeRestriction,
    new Map<string, ModuleAttribute>([
      ['equivStorage', { type: anything, on: new Set(['pc', 'sc', 'ec', 'ph']) }],
      ['sizeInfo', { type: anything, on: on('pc', 'sc', 'ec', 'ph') }],
      ['sizeInfoRef', { type: token, on: on('pc', 'sc', 'ec', 'ph') }],
      ['sizeRestriction', { type: anything, on: on('mrk', 'sm', 'pc', 'sc') }],
      ['storageRestriction', { type: anything, on: on('mrk', 'sm', 'pc', 'sc') }],
    ]),
  ],
  [namespaces.its, unbound(itsAttributes)],
  [namespaces.itsXliff, unbound(itsXliffAttributes)],
]);
