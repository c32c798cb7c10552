// What may be asked about views: filters of a list kept under a name, for oneself or for the team.
import { z } from 'zod';
import { Done, Id, operation } from '#operations/operation.ts';
import type { Permission } from '#operations/permissions.ts';

/** Of one's own, and of the team, for each list. */
export const MOST_VIEWS = 50;

/** The lists that have views. */
export type ViewSubject = 'inbox' | 'deals';

export const ViewScope = z.enum(['mine', 'team']).describe('Of the caller alone, or of the whole team');
export type ViewScope = z.infer<typeof ViewScope>;

export type SavedView<F> = { id: string; name: string; scope: ViewScope; filter: F; gone: string[] };

const name = z
  .string()
  .trim()
  .min(1, 'Give the view a name')
  .max(60, 'At most 60 characters')
  .refine((text) => !/\p{Cc}/u.test(text), 'A name is one line')
  .describe('Unique among one’s own, and among the team’s');

type About<F extends z.ZodType> = {
  /** What the list is called within a sentence. */
  of: string;
  path: `/${string}`;
  read: Permission;
  /** Needed for whatever touches the team's views. */
  team: Permission;
  filter: F;
  /** What a filter may name that can be gone. */
  named: string;
};

export function viewsContract<F extends z.ZodType>({ of, path, read, team, filter, named }: About<F>) {
  const View = z.object({
    id: Id,
    name: z.string(),
    scope: ViewScope,
    filter,
    gone: z.array(Id).describe(`${named} in the filter that exist no longer: nothing matches them`),
  });
  const Views = z.object({ items: z.array(View).describe('One’s own in their order, then the team’s') });
  const needed = `needs \`${team}\``;
  return {
    list: operation(read, { tool: true })
      .route({
        method: 'GET',
        path,
        summary: `List the views of ${of}: your own and the team’s`,
        description: 'A view is a filter. What it shows to whom is decided when the list is asked for.',
      })
      .input(z.object({}))
      .output(Views),
    create: operation(read, { creates: true })
      .route({
        method: 'POST',
        path,
        successStatus: 201,
        summary: `Save a view of ${of}`,
        description: `A view of the team ${needed}; one’s own is for people only.`,
      })
      .input(z.object({ name, scope: ViewScope.default('mine'), filter }))
      .output(View),
    update: operation(read)
      .route({
        method: 'PATCH',
        path: `${path}/{id}`,
        summary: `Rename a view of ${of}, change what it filters by or whose it is`,
        description: `Whatever touches a view of the team ${needed}.`,
      })
      .input(
        z.object({ id: Id, name: name.optional(), scope: ViewScope.optional(), filter: filter.optional() }),
      )
      .output(View),
    reorder: operation(read)
      .route({
        method: 'PUT',
        path: `${path}/order`,
        summary: `Put the views of ${of} in order`,
        description: `The order of the team’s views ${needed}.`,
      })
      .input(
        z.object({
          scope: ViewScope,
          ids: z.array(Id).max(MOST_VIEWS).describe('All of that scope, first to last'),
        }),
      )
      .output(Views),
    delete: operation(read)
      .route({ method: 'DELETE', path: `${path}/{id}`, summary: `Delete a view of ${of}` })
      .input(z.object({ id: Id }))
      .output(Done),
  };
}
