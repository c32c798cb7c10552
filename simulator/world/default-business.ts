// The business that is there from the start, with ids that never change, so that a product can connect at once.

import type { NewBusiness } from './businesses.ts';

export const VERIFY_TOKEN = 'simulator-verify-token';

export const defaultBusiness: NewBusiness = {
  name: 'Bottega Aurora',
  portfolioId: '1000000000000001',
  wabaId: '1020000000000001',
  appId: '1030000000000001',
  appSecret: '5f0c1d6e9a8b47c2a3d4e5f60718293a',
  token: 'EAAGsimulatorBottegaAurora0000000000000001',
  phones: [
    { id: '1060000000000001', digits: '390655501001', verifiedName: 'Bottega Aurora' },
    { id: '1060000000000002', digits: '390255501002', verifiedName: 'Bottega Aurora Milano' },
  ],
};
