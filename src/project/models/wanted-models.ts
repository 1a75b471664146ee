import { DepecheError } from '../../model/errors.ts';
import { type Locale, parseLocale } from '../../model/locale.ts';
import { type ModelPair, offlineRoute } from '../../provider/offline-route.ts';
import type { OfferedModel } from './catalogue.ts';

/** A way from one language into another, and the models for it; undefined where there are none. */
export type Way = {
  readonly source: Locale;
  readonly target: Locale;
  readonly models: readonly OfferedModel[] | undefined;
};

/** The models that go each way. */
export function waysOf(
  pairs: readonly { readonly source: Locale; readonly target: Locale }[],
  offered: readonly OfferedModel[],
): readonly Way[] {
  return pairs.map(({ source, target }) => ({
    source,
    target,
    models: offlineRoute(offered, source, target),
  }));
}

/**
 * A pair as a person types it: `fr-en`, `en-zh-Hans`.
 *
 * @throws DepecheError `usage`
 */
export function parsePair(text: string): ModelPair {
  const steps = text.split('-');
  for (let at = 1; at < steps.length; at += 1) {
    const source = parseLocale(steps.slice(0, at).join('-'));
    const target = parseLocale(steps.slice(at).join('-'));
    // A script or a region by itself is no language: zh-Hans-en is zh-Hans and en
    if (source !== undefined && target !== undefined && /^[a-z]{2,3}$/u.test(steps[at] ?? '')) {
      return { source, target };
    }
  }
  throw new DepecheError('usage', `“${text}” is no pair of languages, such as fr-en`);
}
