// Everything the world may ask, one line per feature. Runs in browser and server.
import { peopleContracts } from './people/people.contract.ts';

export const contract = {
  ...peopleContracts,
};
