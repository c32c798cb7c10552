// How names of the contract are spelled on a command line.

/** `deleteMany` → `delete-many`. */
export function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}
