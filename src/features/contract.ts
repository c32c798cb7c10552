// Everything the world may ask, one line per feature. Runs in browser and server.

export const contract = {};
