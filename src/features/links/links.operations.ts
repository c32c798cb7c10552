// Pairs the operations on short links with their handlers.
import { pair } from '#operations/handle.ts';
import { linksContract } from './links.contract.ts';
import { linkAddress } from './operations/link-address.ts';
import { listLinks } from './operations/list-links.ts';

export const linksOperations = pair(linksContract, { address: linkAddress, list: listLinks });
