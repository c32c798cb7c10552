// Pushes on this device: what the browser allows, and turning them on and off.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, client } from '#web/api.ts';
import { remember, remembered } from '#web/remembered.ts';
import { toastFailed } from '#web/ui/toast.tsx';
import { deviceName } from './device-name.ts';
import { DEVICE_CHOICE } from './push-device.ts';

/** Why pushes cannot be turned on here; null when they can. */
export type PushObstacle = 'insecure' | 'unsupported' | 'ios' | 'denied';

export function pushObstacle(): PushObstacle | null {
  if (!window.isSecureContext) return 'insecure';
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window))
    return /iPhone|iPad/.test(navigator.userAgent) ? 'ios' : 'unsupported';
  return Notification.permission === 'denied' ? 'denied' : null;
}

export function usePush(pushKey: string) {
  const queryClient = useQueryClient();
  const devices = useQuery(api.notificationSettings.devices.queryOptions());
  const settle = () => queryClient.invalidateQueries({ queryKey: api.notificationSettings.devices.key() });
  const onError = (error: unknown) => toastFailed(error);
  const turnOn = useMutation({ mutationFn: () => subscribe(pushKey), onError, onSettled: settle });
  const turnOff = useMutation({ mutationFn: unsubscribe, onError, onSettled: settle });
  const remove = useMutation({
    mutationFn: (id: string) => client.notificationSettings.removeDevice({ id }),
    onError,
    onSettled: settle,
  });
  const tryOut = useMutation({
    mutationFn: (id: string) => client.notificationSettings.tryDevice({ id }),
    onError,
    onSettled: settle,
  });
  const items = devices.data?.items ?? [];
  const own = items.find(({ id }) => id === remembered(DEVICE_CHOICE));
  return { own, others: items.filter((each) => each !== own), turnOn, turnOff, remove, tryOut };
}

/** Answers false when the person, or the browser, said no. */
async function subscribe(pushKey: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false;
  const registration = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: bytesOf(pushKey) };
  const subscription = await subscribeTo(registration.pushManager, options);
  const { endpoint, keys } = subscription.toJSON();
  const device = await client.notificationSettings.addDevice({
    name: deviceName(navigator.userAgent),
    endpoint: endpoint!,
    keys: { p256dh: keys!.p256dh!, auth: keys!.auth! },
  });
  remember(DEVICE_CHOICE, device.id);
  return true;
}

/** A subscription made with other keys, as before the product moved to new ones, stands in the way and goes. */
async function subscribeTo(
  manager: PushManager,
  options: PushSubscriptionOptionsInit,
): Promise<PushSubscription> {
  try {
    return await manager.subscribe(options);
  } catch (error) {
    const former = await manager.getSubscription();
    if (!former) throw error;
    await former.unsubscribe();
    return manager.subscribe(options);
  }
}

/** Also when the person signs out: what is pushed is not for the next one. */
export async function unsubscribe(): Promise<void> {
  const id = remembered(DEVICE_CHOICE);
  if (id === null) return;
  remember(DEVICE_CHOICE, null);
  const registration = await navigator.serviceWorker?.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe().catch(() => {});
  await client.notificationSettings.removeDevice({ id }).catch(() => {});
}

/** Tells the server anew where this browser takes pushes: addresses change, and unused ones are forgotten. */
export async function renewPush(pushKey: string): Promise<void> {
  if (remembered(DEVICE_CHOICE) === null || pushObstacle() !== null || Notification.permission !== 'granted')
    return;
  await subscribe(pushKey);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}
