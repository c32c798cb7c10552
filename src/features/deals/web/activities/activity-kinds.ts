// The picture of each kind of activity.
import {
  type Icon,
  IconCalendarEvent,
  IconChecklist,
  IconMail,
  IconMessage,
  IconPhone,
} from '@tabler/icons-react';
import type { Activity } from '#features/deals/deal-activities.contract.ts';

export const KIND_ICONS: Record<Activity['kind'], Icon> = {
  call: IconPhone,
  meeting: IconCalendarEvent,
  message: IconMessage,
  email: IconMail,
  task: IconChecklist,
};
