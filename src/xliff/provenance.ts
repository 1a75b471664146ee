import { deeds, type Origin, type Provenance, type Step } from '../model/provenance.ts';
import { attributeOf, childrenOf, type XmlElement } from '../xml/node.ts';
import type { Markup } from '../xml/write.ts';
import { type Metas, meta, metaGroup, metasOf, required } from './meta.ts';
import { namespaces } from './namespaces.ts';
import { refuse } from './refuse.ts';

const stepCategory = 'depeche:step';

/** A provenance as metadata: the origin as single facts, one group for each step. */
export function writeProvenance({ origin, steps }: Provenance): Markup[] {
  return [
    ...writeOrigin(origin),
    ...steps.map((step) =>
      metaGroup({ category: stepCategory }, [
        meta('did', step.did),
        meta('by', step.by),
        ...(step.at === undefined ? [] : [meta('at', step.at)]),
      ]),
    ),
  ];
}

/**
 * The provenance that {@link writeProvenance} put into a group.
 *
 * @throws DepecheError `invalid` where an origin or a step is unknown or not complete
 */
export function readProvenance(group: XmlElement, metas: Metas): Provenance {
  const steps = childrenOf(group, 'metaGroup', namespaces.metadata).filter(
    (child) => attributeOf(child, 'category') === stepCategory,
  );
  return { origin: readOrigin(group, metas), steps: steps.map(readStep) };
}

/** An origin as single facts. */
export function writeOrigin(origin: Origin): Markup[] {
  return originFacts(origin).map(([type, value]) => meta(type, value));
}

function originFacts(origin: Origin): [type: string, value: string][] {
  switch (origin.kind) {
    case 'machine': {
      const model: [string, string][] = origin.model === undefined ? [] : [['model', origin.model]];
      const gist: [string, string][] = origin.gist ? [['gist', 'yes']] : [];
      return [['origin', origin.kind], ['provider', origin.provider], ...model, ...gist];
    }
    case 'memory':
      return [['origin', origin.kind]];
    case 'human':
      return [
        ['origin', origin.kind],
        ['author', origin.by],
      ];
    case 'rule':
      return [
        ['origin', origin.kind],
        ['rule', origin.rule],
      ];
    default:
      return origin satisfies never;
  }
}

/** The origin among the facts of a group. @throws DepecheError `invalid` where it is unknown or not complete */
export function readOrigin(group: XmlElement, metas: Metas): Origin {
  const kind = required(group, metas, 'origin');
  switch (kind) {
    case 'machine': {
      const model = metas.get('model');
      const gist = metas.get('gist') === 'yes' && ({ gist: true } as const);
      const provider = required(group, metas, 'provider');
      return { kind, provider, ...(model !== undefined && { model }), ...gist };
    }
    case 'memory':
      return { kind };
    case 'human':
      return { kind, by: required(group, metas, 'author') };
    case 'rule':
      return { kind, rule: required(group, metas, 'rule') };
    default:
      return refuse(group, `unknown origin “${kind}”: restore this metaGroup as depeche wrote it`);
  }
}

function readStep(group: XmlElement): Step {
  const metas = metasOf(group);
  const did = deeds.find((deed) => deed === metas.get('did'));
  if (!did)
    refuse(group, `unknown step “${metas.get('did') ?? ''}”: restore this metaGroup as depeche wrote it`);
  const at = metas.get('at');
  return { did, by: required(group, metas, 'by'), ...(at !== undefined && { at }) };
}
