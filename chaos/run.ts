// npm run chaos -- send — hits a campaign with everything and compares both accounts; exits 1 when they differ.
import { readOptions, USAGE } from './options.ts';
import { asTable } from './report.ts';
import { runSendChaos } from './send.chaos.ts';

async function main(): Promise<number> {
  const [name, ...rest] = process.argv.slice(2);
  const options = readOptions(rest, Date.now());
  if (name !== 'send' || options.help) {
    console.error(USAGE);
    return options.help ? 0 : 2;
  }
  const say = (line: string) => console.error(line);
  say(`Seed ${options.seed}`);
  const result = await runSendChaos(options, say);
  console.log(options.json ? JSON.stringify(result) : `\n${asTable(result)}`);
  say(
    result.findings.length === 0
      ? '\nEverybody got exactly one message, and the accounts agree.'
      : `\nThe accounts differ:\n  ${result.findings.join('\n  ')}`,
  );
  return result.findings.length === 0 ? 0 : 1;
}

try {
  process.exit(await main());
} catch (error) {
  const { message, cause } = error as Error;
  console.error(`The chaos run did not finish. ${message}${cause ? ` (${cause})` : ''}`);
  process.exit(1);
}
