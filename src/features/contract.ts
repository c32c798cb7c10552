// Everything the world may ask, one line per feature. Runs in browser and server.
import { fieldsContract } from './fields/fields.contract.ts';
import { listsContract } from './lists/lists.contract.ts';
import { peopleContracts } from './people/people.contract.ts';
import { tagsContract } from './tags/tags.contract.ts';

export const contract = {
  ...peopleContracts,
  tags: tagsContract,
  lists: listsContract,
  fields: fieldsContract,
};
