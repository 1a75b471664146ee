import { DepecheError } from '../model/errors.ts';
import { deeplConnection } from '../project/deepl-connection.ts';
import { openProject } from '../project/project.ts';
import { createDeeplAccount, type DeeplLanguages, type DeeplUsage } from '../provider/deepl-account.ts';
import { deeplSource, deeplTarget } from '../provider/deepl-languages.ts';
import { ProviderError } from '../provider/provider-error.ts';
import { exitCodes } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

type Target = { readonly locale: string; readonly code?: string; readonly formality: boolean };

type AccountReport = {
  readonly provider: 'deepl';
  readonly usage?: DeeplUsage;
  readonly source: boolean;
  readonly targets: readonly Target[];
};

/** `depeche account`: what DeepL says of the account and the languages of the project. Nothing of it is billed. */
export async function account(terminal: Terminal, options: { readonly json?: boolean }): Promise<number> {
  const project = await openProject(terminal.cwd);
  const deepl = createDeeplAccount(await deeplConnection(project, terminal.environment));
  const [usage, languages] = await Promise.all([deepl.usage(), deepl.languages()]).catch((error: unknown) => {
    if (!(error instanceof ProviderError)) throw error;
    throw new DepecheError('refused', error.message, { cause: error });
  });
  const { source, targets, providers } = project.config;
  const variants = new Map(Object.entries(providers.deepl?.variants ?? {}));
  const report: AccountReport = {
    provider: 'deepl',
    ...(usage && { usage }),
    source: languages.sources.some((code) => isSame(code, deeplSource(source, languages))),
    targets: targets.map((locale) => targetOf(locale, deeplTarget(locale, variants, languages), languages)),
  };
  terminal.out(options.json === true ? `${JSON.stringify(report, null, 2)}\n` : textOf(report, source));
  const isWell = report.source && report.targets.every(({ code }) => code !== undefined);
  const isUsedUp = usage !== undefined && usage.used >= usage.limit;
  if (isUsedUp) return exitCodes.refused;
  return isWell ? exitCodes.well : exitCodes.unfinished;
}

function targetOf(locale: string, asked: string | undefined, { targets }: DeeplLanguages): Target {
  const told = targets.find(({ code }) => isSame(code, asked));
  return { locale, ...(told && { code: told.code }), formality: told?.formality ?? false };
}

/** DeepL writes its codes in whatever case. */
function isSame(code: string, other: string | undefined): boolean {
  return code.toLowerCase() === other?.toLowerCase();
}

function textOf({ usage, source, targets }: AccountReport, sourceLocale: string): string {
  const count = (number: number) => number.toLocaleString('en');
  const used = usage
    ? `${count(usage.used)} of ${count(usage.limit)} characters used, ${count(Math.max(0, usage.limit - usage.used))} left`
    : 'no limit by characters';
  const lines = targets.map(({ locale, code, formality }) =>
    code === undefined
      ? `${locale}: DeepL does not translate into it`
      : `${locale}: as ${code}${formality ? ', formal or informal' : ''}`,
  );
  const from = source ? [] : [`${sourceLocale}: DeepL does not translate from it`];
  return `DeepL: ${used}\n${[...from, ...lines].join('\n')}\n`;
}
