import { damageIn } from '../../src/review/damage.ts';
import { readReturned } from '../../src/review/read-returned.ts';

/** What looking for damage costs beside reading the same file, which an import does anyway; and whether both grow alike. */
function benchDamage(): void {
  for (const [name, write] of Object.entries({ '2.1': writeXliff2, '1.2': writeXliff1 })) {
    for (const units of [10_000, 100_000]) {
      const clean = write(units, '');
      const broken = write(units, ' seen="yes"');
      const reading = secondsOf(() => readReturned(clean));
      const whole = secondsOf(() => damageIn(clean));
      const damaged = secondsOf(() => damageIn(broken));
      const ratio = (seconds: number) =>
        `${seconds.toFixed(2)} s, ${(seconds / reading).toFixed(2)} × reading`;
      console.log(`${name}, ${units} units: read in ${reading.toFixed(2)} s of CPU`);
      console.log(`  whole:                ${ratio(whole)}`);
      console.log(`  broken in each unit:  ${ratio(damaged)}`);
    }
  }
}

function secondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const from = (at: number) => `Le convoi ${at} a franchi le pont avec du blé.`;
const into = (at: number) => `Convoy ${at} crossed the bridge with wheat.`;

function writeXliff2(units: number, attribute: string): string {
  const body = Array.from({ length: units }, (_, at) => {
    const texts = `<source>${from(at)}</source><target>${into(at)}</target>`;
    return `<unit id="p${at}"><segment id="s${at}" state="translated"${attribute}>${texts}</segment></unit>`;
  });
  return `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="fr" trgLang="en"><file id="flash">
${body.join('\n')}</file></xliff>`;
}

function writeXliff1(units: number, attribute: string): string {
  const body = Array.from({ length: units }, (_, at) => {
    const texts = `<source>${from(at)}</source><target state="translated">${into(at)}</target>`;
    return `<trans-unit id="s${at}"${attribute}>${texts}</trans-unit>`;
  });
  return `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original="flash.txt" datatype="plaintext" source-language="fr" target-language="en"><body>
${body.join('\n')}</body></file></xliff>`;
}

if (import.meta.main) benchDamage();
