// Meta's JSON as far as we rely on it: answers of the Graph API. Extras are kept.

import { z } from 'zod';

const Id = z.union([z.string(), z.number()]).transform(String);
const Count = z.coerce.number();

export const ErrorEnvelope = z.object({
  error: z.looseObject({
    code: Count.optional().catch(undefined),
    error_subcode: Count.optional().catch(undefined),
    is_transient: z.boolean().optional().catch(undefined),
    message: z.string().optional().catch(undefined),
    error_user_title: z.string().optional().catch(undefined),
    error_user_msg: z.string().optional().catch(undefined),
    error_data: z
      .looseObject({ details: z.string().optional().catch(undefined) })
      .optional()
      .catch(undefined),
    fbtrace_id: z.string().optional().catch(undefined),
  }),
});

export const SendAnswer = z.looseObject({
  contacts: z
    .array(z.looseObject({ wa_id: Id.optional(), user_id: z.string().optional() }))
    .optional()
    .catch(undefined),
  messages: z
    .array(z.looseObject({ id: z.string().min(1), message_status: z.string().optional().catch(undefined) }))
    .min(1),
});

export const SuccessAnswer = z.looseObject({
  success: z.boolean().optional(),
  reason: z.string().optional(),
});
export const IdAnswer = z.looseObject({ id: Id });
export const EventsAnswer = z.looseObject({ events_received: Count });
export const HandleAnswer = z.looseObject({ h: z.string().min(1) });

export const MediaAnswer = z.looseObject({
  url: z.url(),
  mime_type: z.string().optional(),
  sha256: z.string().optional(),
  file_size: Count.optional().catch(undefined),
});

export const CreatedTemplate = z.looseObject({
  id: Id,
  status: z.string().optional(),
  category: z.string().optional(),
});

export const Page = z.looseObject({
  data: z.array(z.record(z.string(), z.unknown())),
  paging: z
    .looseObject({
      cursors: z.looseObject({ after: z.string().optional() }).optional(),
      next: z.string().optional(),
    })
    .optional(),
});

export const AnyObject = z.record(z.string(), z.unknown());

export const DebugTokenAnswer = z.looseObject({
  data: z.looseObject({
    is_valid: z.boolean().optional(),
    app_id: Id.optional(),
    expires_at: z.number().optional(),
    scopes: z.array(z.string()).optional(),
    granular_scopes: z
      .array(z.looseObject({ scope: z.string(), target_ids: z.array(Id).optional() }))
      .optional(),
    error: z.looseObject({ message: z.string().optional() }).optional(),
  }),
});

const BlockEntry = z.looseObject({
  input: z.string().optional(),
  wa_id: z.string().optional(),
  user_id: z.string().optional(),
  errors: z.array(AnyObject).optional(),
});
export const BlockAnswer = z.looseObject({
  block_users: z.looseObject({
    added_users: z.array(BlockEntry).optional(),
    removed_users: z.array(BlockEntry).optional(),
    failed_users: z.array(BlockEntry).optional(),
  }),
});
