import { namespaces } from '../namespaces.ts';
import { anything, oneOf, pattern, token, type ValueType } from '../value-types.ts';

/** An attribute of a module: its type, and the core elements it may stand on (where that is not all that take it). */
export type ModuleAttribute = {
  readonly type: ValueType;
  readonly on?: ReadonlySet<string>;
  /** False where it must not stand on a `<mtc:match>`. */
  readonly onMatch?: false;
};

const htmlElements =
  'a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot th thead title tr tt u ul';

const structure = ['file', 'group', 'unit'];
const on = (...names: string[]): ReadonlySet<string> => new Set([...structure, ...names]);

/** Pairs of name and value; within a value, commas and backslashes have a backslash before them. */
const attributePairs = pattern(
  'pairs name,value with \\ between them, and \\, and \\\\ for these characters in a value',
  /^[^,\\]+,(?:[^,\\]|\\[,\\])*(?:\\[^,\\]+,(?:[^,\\]|\\[,\\])*)*$/u,
);

type AttributesByNamespace = ReadonlyMap<string, ReadonlyMap<string, ModuleAttribute>>;

/** The attributes of modules that stand on elements of the core, by namespace and name. Those of ITS are apart. */
export const moduleAttributes: AttributesByNamespace = new Map([
  [
    namespaces.formatStyle,
    new Map<string, ModuleAttribute>([
      ['fs', { type: oneOf(...htmlElements.split(' ')) }],
      ['subFs', { type: attributePairs }],
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
]);
