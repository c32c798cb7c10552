// Makes modules for the browser at build time, so that it loads no more than it needs:
// `virtual:operations`, the addresses of all operations and nothing else of them, and the texts of a language in two parts,
// `virtual:texts/<language>` and `virtual:texts/<language>/later`.
import { isContractProcedure, minifyContractRouter } from '@orpc/contract';
import { tsImport } from 'tsx/esm/api';
import type { Plugin } from 'vite';

type ContractModule = typeof import('#features/contract.ts');
type TextsModule = typeof import('#web/messages.ts');

const operations = 'virtual:operations';
const texts = 'virtual:texts/';

async function operationsModule(): Promise<string> {
  const { contract } = (await tsImport('#features/contract.ts', import.meta.url)) as ContractModule;
  return `export default ${JSON.stringify(addressesOf(minifyContractRouter(contract)))}`;
}

/** What a call needs of each operation; titles, descriptions and permissions are for the documentation. */
function addressesOf(router: object): object {
  if (!isContractProcedure(router))
    return Object.fromEntries(Object.entries(router).map(([name, part]) => [name, addressesOf(part)]));
  const { method, path, inputStructure, outputStructure } = router['~orpc'].route;
  return { '~orpc': { errorMap: {}, meta: {}, route: { method, path, inputStructure, outputStructure } } };
}

async function textsModule(name: string): Promise<string> {
  const texts = (await tsImport('#web/messages.ts', import.meta.url)) as TextsModule;
  const [locale, part] = name.split('/') as [Parameters<typeof texts.messagesOf>[0], string?];
  const messages = part === 'later' ? texts.laterMessagesOf(locale) : texts.firstMessagesOf(locale);
  return `export default ${JSON.stringify(messages)}`;
}

/** The plugin for Vite; the modules are declared in src/web/virtual-modules.d.ts. */
export function browserModules(): Plugin {
  return {
    name: 'browser-modules',
    resolveId: (id) => (id === operations || id.startsWith(texts) ? `\0${id}` : undefined),
    load: (id) => {
      if (id === `\0${operations}`) return operationsModule();
      if (id.startsWith(`\0${texts}`)) return textsModule(id.slice(texts.length + 1));
      return undefined;
    },
    handleHotUpdate({ file, server }) {
      if (!/\.(messages|contract)\.ts$/.test(file)) return;
      for (const module of server.moduleGraph.idToModuleMap.values()) {
        if (module.id?.startsWith('\0virtual:')) server.moduleGraph.invalidateModule(module);
      }
      server.ws.send({ type: 'full-reload' });
    },
  };
}
