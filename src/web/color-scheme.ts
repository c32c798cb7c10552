// Light, dark or as the system: kept under the key that first-paint.js reads before the first frame.
import { localStorageColorSchemeManager } from '@mantine/core';

export const colorScheme = localStorageColorSchemeManager({ key: 'rondine-color-scheme' });
