// One line that fills: count, rate and time left; plain lines where there is no terminal.

const WIDTH = 28;

export type ProgressBar = { show(done: number, total: number, note: string): void; end(): void };

export function progressBar(out: NodeJS.WriteStream): ProgressBar {
  const began = performance.now();
  let lastLine = '';
  return {
    show(done, total, note) {
      const share = total === 0 ? 1 : done / total;
      const filled = Math.round(share * WIDTH);
      const rate = done / ((performance.now() - began) / 1000 || 1);
      const left = rate > 0 && done < total ? `, ${Math.ceil((total - done) / rate)} s left` : '';
      const counts = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}, ${Math.round(rate)}/s${left}`;
      const line = `  [${'█'.repeat(filled)}${'·'.repeat(WIDTH - filled)}] ${counts}  ${note}`;
      if (out.isTTY) out.write(`\r${line.padEnd(out.columns ?? 100).slice(0, out.columns ?? 100)}`);
      lastLine = line;
    },
    end() {
      out.write(out.isTTY ? '\n' : `${lastLine}\n`);
    },
  };
}
