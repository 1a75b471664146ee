import { deeds, type Origin, type Provenance, type Step } from '../model/provenance.ts';

/** A named piece of text, as TMX has it in `prop`. */
export type Property = readonly [type: string, text: string];

/**
 * Provenance as properties, for files that know of nothing but names and texts:
 *
 * - `x-depeche-origin`: `machine`, `memory`, `human` or `rule`, and beside it what that origin tells:
 *   `x-depeche-provider`, `x-depeche-model` and `x-depeche-gist` (`yes`), `x-depeche-author`, or `x-depeche-rule`
 * - `x-depeche-step`, one for each step in their order: what was done, when (`-` where that is not known), and by whom
 */
export function propertiesOf(provenance: Provenance): Property[] {
  return [
    ...originProperties(provenance.origin),
    ...provenance.steps.map(
      ({ did, at, by }): Property => ['x-depeche-step', `${did} ${at?.replace(/\s/gu, '') || '-'} ${by}`],
    ),
  ];
}

function originProperties(origin: Origin): Property[] {
  switch (origin.kind) {
    case 'machine':
      return [
        ['x-depeche-origin', 'machine'],
        ['x-depeche-provider', origin.provider],
        ...(origin.model === undefined ? [] : [['x-depeche-model', origin.model] as const]),
        ...(origin.gist ? [['x-depeche-gist', 'yes'] as const] : []),
      ];
    case 'human':
      return [
        ['x-depeche-origin', 'human'],
        ['x-depeche-author', origin.by],
      ];
    case 'rule':
      return [
        ['x-depeche-origin', 'rule'],
        ['x-depeche-rule', origin.rule],
      ];
    case 'memory':
      return [['x-depeche-origin', 'memory']];
    default:
      return origin satisfies never;
  }
}

/**
 * Reads provenance back. Properties of others are passed over; where there are none of ours the origin is `memory`: somebody's
 * translation, by a hand we do not know.
 *
 * @returns undefined where ours are there and say what they cannot say: to guess would forget a machine
 */
export function provenanceOf(properties: readonly Property[]): Provenance | undefined {
  const text = (type: string) => properties.find(([name]) => name === `x-depeche-${type}`)?.[1];
  const origin = originOf(text);
  const steps = properties.filter(([name]) => name === 'x-depeche-step').map(([, step]) => stepOf(step));
  const read = steps.filter((step) => step !== undefined);
  return origin && read.length === steps.length ? { origin, steps: read } : undefined;
}

function originOf(text: (type: string) => string | undefined): Origin | undefined {
  const kind = text('origin') ?? 'memory';
  if (kind === 'memory') return { kind };
  if (kind === 'machine') {
    const [provider, model] = [text('provider'), text('model')];
    if (provider === undefined) return undefined;
    const gist = text('gist') === 'yes' && ({ gist: true } as const);
    return { kind, provider, ...(model !== undefined && { model }), ...gist };
  }
  if (kind === 'human') {
    const by = text('author');
    return by === undefined ? undefined : { kind, by };
  }
  const rule = text('rule');
  return kind === 'rule' && rule !== undefined ? { kind, rule } : undefined;
}

function stepOf(text: string): Step | undefined {
  const [, deed, at, by] = /^(\S+) (\S+) (.*)$/su.exec(text) ?? [];
  const did = deeds.find((known) => known === deed);
  if (did === undefined || at === undefined || by === undefined) return undefined;
  return { did, by, ...(at !== '-' && { at }) };
}
