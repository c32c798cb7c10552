// The modules that scripts/browser-modules.ts makes while building.
declare module 'virtual:operations' {
  const operations: import('@orpc/contract').AnyContractRouter;
  export default operations;
}

declare module 'virtual:texts/*' {
  const texts: Partial<import('./messages.ts').Texts>;
  export default texts;
}
