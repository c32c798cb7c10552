// Runs the simulator beside the product, in a process of its own that ends with this one.
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

export type SimulatorProcess = {
  pid: number;
  url: string;
  smtpUrl: string | undefined;
  stop(): Promise<void>;
};

type Ready = { type: 'ready'; url: string; smtpUrl?: string };

/** Room for what lives for a moment only: a busy process collects its youngest rubbish less often. */
const NODE_OPTIONS = ['--max-semi-space-size=64'];

/** Throws with its own words when it does not start. Without `stateFile` it forgets everything when it ends. */
export async function startSimulatorProcess(
  root: string,
  options: { port: number; host: string; stateFile?: string; nodeOptions?: readonly string[] },
): Promise<SimulatorProcess> {
  const { port, host, stateFile, nodeOptions = [] } = options;
  const args = ['--port', String(port), '--host', host, ...(stateFile ? ['--state', stateFile] : [])];
  const child = fork(join(root, 'scripts/run.js'), ['simulator/main.ts', ...args], {
    cwd: root,
    execArgv: [...NODE_OPTIONS, ...nodeOptions],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Its own process group: on Ctrl-C it must outlive what we still tell it.
    detached: true,
  });
  const ready = await untilReady(child);
  return { pid: child.pid!, url: ready.url, smtpUrl: ready.smtpUrl, stop: () => stop(child) };
}

function untilReady(child: ChildProcess): Promise<Ready> {
  return new Promise((done, failed) => {
    let said = '';
    child.stderr?.on('data', (text: Buffer) => {
      said += text.toString();
    });
    child.once('error', failed);
    child.once('exit', () => failed(new Error(`The simulator did not start:\n${said.trim()}`)));
    child.on('message', (message: Ready) => message.type === 'ready' && done(message));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(impatient);
}
