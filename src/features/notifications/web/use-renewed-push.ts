// Once per start of the app, tells the server anew that this browser takes pushes, when it does.
import { useEffect } from 'react';
import { remembered } from '#web/remembered.ts';
import { DEVICE_CHOICE } from './push-device.ts';
import { useSettings } from './use-settings.ts';

let renewed = false;

export function useRenewedPush(): void {
  const takesPushes = remembered(DEVICE_CHOICE) !== null;
  const pushKey = useSettings(takesPushes).data?.pushKey;
  useEffect(() => {
    if (pushKey === undefined || renewed) return;
    renewed = true;
    void import('./use-push.ts').then(({ renewPush }) => renewPush(pushKey)).catch(() => {});
  }, [pushKey]);
}
