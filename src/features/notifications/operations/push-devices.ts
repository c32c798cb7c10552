// The person's devices that take pushes: listed, added, removed, tried.
import type {
  notificationSettingsContract,
  PushDevice,
} from '#features/notifications/notification-settings.contract.ts';
import { checkAddress, openAddress, sealAddress } from '#features/notifications/push/device-address.ts';
import {
  type DeviceRow,
  findDevice,
  listDevices,
  notePushed,
  removeDevice as remove,
  saveDevice,
  takeDevice,
} from '#features/notifications/push/push-devices.store.ts';
import { sendPush } from '#features/notifications/push/send-push.ts';
import { trialWords } from '#features/notifications/words.contract.ts';
import { languageOr } from '#features/people/language.contract.ts';
import { notFound } from '#kit/errors.ts';
import type { OpenHandler } from '#operations/handle.ts';
import { done, iso } from '#operations/operation.ts';
import { listeningPerson } from './listening-person.ts';

type Contract = typeof notificationSettingsContract;

const UNNAMED = 'Browser';

export const listPushDevices: OpenHandler<Contract['devices']> = async (call) => ({
  items: (await listDevices(call.db.kysely, listeningPerson(call))).map(shown),
});

export const addPushDevice: OpenHandler<Contract['addDevice']> = async (call, input) => {
  const { endpoint, keys, replaces } = input;
  const userId = listeningPerson(call);
  checkAddress(call.services, { endpoint, keys });
  const address = sealAddress(call.services, { endpoint, keys });
  const { kysely } = call.db;
  const former =
    replaces === undefined || replaces === endpoint
      ? undefined
      : await takeDevice(kysely, userId, call.services.secrets.digest(replaces));
  const name = input.name ?? former ?? UNNAMED;
  return shown(await saveDevice(kysely, userId, { ...address, name }, call.now));
};

export const removePushDevice: OpenHandler<Contract['removeDevice']> = async (call, { id }) => {
  if (!(await remove(call.db.kysely, listeningPerson(call), id))) throw notFound('push device');
  return done;
};

export const tryPushDevice: OpenHandler<Contract['tryDevice']> = async (call, { id }) => {
  const userId = listeningPerson(call);
  const { kysely } = call.db;
  const device = await findDevice(kysely, userId, id);
  if (!device) throw notFound('push device');
  const person = await kysely
    .selectFrom('users')
    .select('language')
    .where('id', '=', userId)
    .executeTakeFirst();
  const { title, body } = trialWords(languageOr(person?.language, 'en'));
  const message = {
    title,
    body,
    tag: 'trial',
    path: '/settings/notifications',
    workspaceId: null,
    unread: null,
  };
  const outcome = await sendPush(call.services, openAddress(call.services, device.sealed), message, true);
  if (outcome === 'gone') await remove(kysely, userId, id);
  if (outcome === 'sent') await notePushed(kysely, id, call.now);
  return { outcome: outcome === 'sent' || outcome === 'gone' ? outcome : 'failed' };
};

function shown({ id, name, createdAt, pushedAt }: DeviceRow): PushDevice {
  return { id, name, createdAt: createdAt.toISOString(), pushedAt: iso(pushedAt) };
}
