// Brings the server's field errors to the inputs that they belong to.
import type { UseFormReturnType } from '@mantine/form';
import { type ApiFailure, type FieldFailure, toApiFailure } from '#web/api-failure.ts';

/** The message for the input `path`, for forms that keep their own state. */
export function fieldError(error: unknown, path: string): string | undefined {
  if (error === null || error === undefined) return undefined;
  return toApiFailure(error).fields.find((field) => isOf(field, path))?.message;
}

/** What is wrong with one of several things chosen (`contactIds.0`) stands at the input of all of them. */
function isOf({ path }: FieldFailure, input: string): boolean {
  return path === input || (path.startsWith(`${input}.`) && /^\d+$/.test(path.slice(input.length + 1)));
}

/** What no input among `paths` shows. */
export function unshownFields(failure: ApiFailure, paths: readonly string[]): FieldFailure[] {
  return failure.fields.filter((field) => !paths.some((path) => isOf(field, path)));
}

/**
 * Sets the server's field errors on `form` and puts the cursor into the first. Returns the failure when
 * something remains to be said above the form, else null.
 */
export function showFieldErrors<Values extends Record<string, unknown>>(
  form: Pick<UseFormReturnType<Values>, 'setErrors' | 'getInputNode' | 'values'>,
  error: unknown,
): ApiFailure | null {
  const failure = toApiFailure(error);
  const own = failure.fields.filter((field) => String(field.path.split('.')[0]) in form.values);
  form.setErrors(Object.fromEntries(own.map((field) => [field.path, field.message])));
  const [first] = own;
  if (first) form.getInputNode(first.path as never)?.focus();
  return own.length > 0 && own.length === failure.fields.length ? null : failure;
}
