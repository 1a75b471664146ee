/**
 * Whether the host of an address is this machine, whatever a name server says; names below `localhost` are not, for many a resolver asks one.
 *
 * @param hostname as `URL` has it
 */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(hostname);
}

/**
 * Whether Node hands requests to an address to a proxy, as it does where `NODE_USE_ENV_PROXY` or `--use-env-proxy` says so: what is for this
 * machine too, unless `NO_PROXY` names the very host or is `*`. Other ways to except a host are not relied on.
 *
 * @param environment of the process
 * @param flags of the process, as `process.execArgv` has them
 */
export function isProxied(
  { hostname }: URL,
  environment: Readonly<Record<string, string | undefined>>,
  flags: readonly string[],
): boolean {
  const { NODE_USE_ENV_PROXY: wanted = '', NODE_OPTIONS: options = '' } = environment;
  const isWanted = !['', '0'].includes(wanted) || [...flags, options].join(' ').includes('--use-env-proxy');
  const named = (name: string): string => environment[name.toLowerCase()] ?? environment[name] ?? '';
  const excepted = named('NO_PROXY').split(/[\s,]+/u);
  const hasProxy = named('HTTP_PROXY') !== '' || named('HTTPS_PROXY') !== '';
  return isWanted && hasProxy && !excepted.includes('*') && !excepted.includes(hostname);
}
