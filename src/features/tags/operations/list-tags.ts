// Lists tags by name.
import type { tagsContract } from '#features/tags/tags.contract.ts';
import { pageOfTags } from '#features/tags/tags.store.ts';
import type { Handler } from '#operations/handle.ts';

export const listTags: Handler<typeof tagsContract.list> = (call, input) => pageOfTags(call, input);
