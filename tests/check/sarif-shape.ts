/**
 * What breaks the shape of a SARIF 2.1.0 log, as far as depeche writes one: required and known properties, their types, the values of
 * enumerations, indices. Written after the text of the standard (§3.13 to §3.52), for no property outside of it is known here.
 */
export function sarifFaults(log: unknown): readonly string[] {
  const faults: string[] = [];
  checkObject(log, 'log', logShape, faults);
  for (const [index, run] of listIn(log, 'runs').entries()) {
    const rules = listIn(valueIn(valueIn(run, 'tool'), 'driver'), 'rules');
    const results = listIn(run, 'results');
    for (const [nth, result] of results.entries()) {
      const at = valueIn(result, 'ruleIndex');
      const place = `run ${index}, result ${nth}`;
      if (typeof at === 'number' && valueIn(rules[at], 'id') !== valueIn(result, 'ruleId')) {
        faults.push(`${place}: ruleIndex and ruleId name two rules`);
      }
      const bases = valueIn(run, 'originalUriBaseIds');
      for (const location of listIn(result, 'locations')) {
        const base = valueIn(valueIn(valueIn(location, 'physicalLocation'), 'artifactLocation'), 'uriBaseId');
        if (typeof base === 'string' && valueIn(bases, base) === undefined)
          faults.push(`${place}: no base ${base}`);
      }
    }
    const suppressed = results.filter((result) => valueIn(result, 'suppressions') !== undefined).length;
    if (suppressed !== 0 && suppressed !== results.length) {
      faults.push(`run ${index}: suppressions stand on some results only`);
    }
  }
  return faults;
}

type Check = (value: unknown, place: string, faults: string[]) => void;
type Shape = Readonly<Record<string, { readonly required?: true; readonly check: Check }>>;

function fails(test: (value: unknown) => boolean, what: string): Check {
  return (value, place, faults) => {
    if (!test(value)) faults.push(`${place}: ${what}`);
  };
}

const text = fails((value) => typeof value === 'string' && value !== '', 'is no text');
const flag = fails((value) => typeof value === 'boolean', 'is no boolean');
const counting = fails((value) => Number.isInteger(value) && Number(value) >= 1, 'does not count from 1');
const index = fails((value) => Number.isInteger(value) && Number(value) >= -1, 'is no index');
const uri = fails(
  (value) => typeof value === 'string' && /^[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+$/u.test(value),
  'is no URI reference',
);
const oneOf = (...values: readonly string[]): Check =>
  fails((value) => typeof value === 'string' && values.includes(value), `is none of ${values.join(', ')}`);

function listOf(check: Check): Check {
  return (value, place, faults) => {
    if (!Array.isArray(value)) faults.push(`${place}: is no array`);
    else for (const [nth, item] of value.entries()) check(item, `${place}[${nth}]`, faults);
  };
}

function mapOf(check: Check): Check {
  return (value, place, faults) => {
    if (!isObject(value)) faults.push(`${place}: is no object`);
    else for (const [key, item] of Object.entries(value)) check(item, `${place}.${key}`, faults);
  };
}

function object(shape: Shape): Check {
  return (value, place, faults) => checkObject(value, place, shape, faults);
}

function checkObject(value: unknown, place: string, shape: Shape, faults: string[]): void {
  if (!isObject(value)) {
    faults.push(`${place}: is no object`);
    return;
  }
  for (const [key, { required, check }] of Object.entries(shape)) {
    const inside = valueIn(value, key);
    if (inside !== undefined) check(inside, `${place}.${key}`, faults);
    else if (required) faults.push(`${place}: has no ${key}`);
  }
  for (const key of Object.keys(value)) {
    if (!Object.hasOwn(shape, key)) faults.push(`${place}: ${key} is not known`);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueIn(value: unknown, key: string): unknown {
  return isObject(value) ? new Map(Object.entries(value)).get(key) : undefined;
}

function listIn(value: unknown, key: string): readonly unknown[] {
  const list = valueIn(value, key);
  return Array.isArray(list) ? list : [];
}

const required = true as const;
const level = oneOf('none', 'note', 'warning', 'error');
const message = object({ text: { required, check: text } });

const rule = object({
  id: { required, check: text },
  shortDescription: { check: message },
  defaultConfiguration: { check: object({ level: { check: level } }) },
});

const location = object({
  physicalLocation: {
    check: object({
      artifactLocation: {
        required,
        check: object({ uri: { required, check: uri }, uriBaseId: { check: text } }),
      },
      region: {
        check: object({ startLine: { required, check: counting }, startColumn: { check: counting } }),
      },
    }),
  },
  logicalLocations: { check: listOf(object({ name: { check: text }, fullyQualifiedName: { check: text } })) },
});

const result = object({
  ruleId: { required, check: text },
  ruleIndex: { check: index },
  level: { check: level },
  message: { required, check: message },
  locations: { check: listOf(location) },
  partialFingerprints: { check: mapOf(text) },
  suppressions: {
    check: listOf(
      object({
        kind: { required, check: oneOf('inSource', 'external') },
        status: { check: oneOf('accepted', 'underReview', 'rejected') },
        justification: { check: text },
      }),
    ),
  },
});

const run = object({
  tool: {
    required,
    check: object({
      driver: {
        required,
        check: object({
          name: { required, check: text },
          version: { check: text },
          rules: { check: listOf(rule) },
        }),
      },
    }),
  },
  invocations: {
    check: listOf(
      object({
        executionSuccessful: { required, check: flag },
        toolExecutionNotifications: {
          check: listOf(object({ level: { check: level }, message: { required, check: message } })),
        },
      }),
    ),
  },
  originalUriBaseIds: { check: mapOf(object({ uri: { check: uri }, description: { check: message } })) },
  columnKind: { check: oneOf('utf16CodeUnits', 'unicodeCodePoints') },
  results: { check: listOf(result) },
});

const logShape: Shape = {
  $schema: { check: uri },
  version: { required, check: oneOf('2.1.0') },
  runs: { required, check: listOf(run) },
};
