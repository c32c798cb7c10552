// The simulator as a process of its own; it ends when the process that started it goes away.

import { parseArgs } from 'node:util';
import { startSimulator } from './simulator.ts';
import { type Preset, presets } from './world/presets.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    'smtp-port': { type: 'string' },
    preset: { type: 'string' },
    state: { type: 'string' },
  },
});

function portFrom(text: string, name: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  console.error(`${name} must be a port number between 0 and 65535, not "${text}".`);
  process.exit(2);
}

const preset = values.preset ?? process.env.SIMULATOR_PRESET ?? 'lively';
if (!Object.hasOwn(presets, preset)) {
  console.error(`The preset must be one of ${Object.keys(presets).join(', ')}, not "${preset}".`);
  process.exit(2);
}

try {
  const simulator = await startSimulator({
    port: portFrom(values.port ?? process.env.SIMULATOR_PORT ?? '4010', 'SIMULATOR_PORT'),
    smtpPort: portFrom(values['smtp-port'] ?? process.env.SIMULATOR_SMTP_PORT ?? '0', 'SIMULATOR_SMTP_PORT'),
    host: values.host ?? process.env.SIMULATOR_HOST,
    preset: preset as Preset,
    stateFile: values.state ?? process.env.SIMULATOR_STATE,
  });
  const { url, port, smtpUrl } = simulator;
  if (process.send) process.send({ type: 'ready', url, port, smtpUrl });
  else
    console.log(
      `Simulator ${url}\nPhone     ${url}/phone\nMailbox   ${url}/mailbox (${smtpUrl})\nQuality   ${url}/quality\nControl   ${url}/_simulator/`,
    );
  const stop = () => {
    setTimeout(() => process.exit(0), 3_000).unref(); // whatever still hangs by then
    return simulator.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  process.on('disconnect', stop);
} catch (error) {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') process.send?.({ type: 'port-taken' });
  console.error(`The simulator could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
