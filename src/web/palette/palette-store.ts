// Whether the palette is open: apart from the palette itself, which is loaded after the page.
import { createSpotlight } from '@mantine/spotlight';

const [store, spotlight] = createSpotlight();

export { store as paletteStore };

/** Opens the palette. */
export const openPalette = () => spotlight.open();

/** Opens the palette, or closes it again. */
export const togglePalette = () => spotlight.toggle();
